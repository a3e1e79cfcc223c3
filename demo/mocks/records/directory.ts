import { CLIENTS, DOMAIN_NAMES, FIRST_NAMES, LAST_NAMES, SCENARIO_DOMAINS, UNUSUAL_USERS, US_ZONES } from "./names.js";
import type { Random } from "./random.js";
import { BROKEN_ROUTING, MOVED_NUMBER, NEW_USERS, PROVIDER_DOMAIN, TERRITORIES } from "./scenarios.js";
import type { MockDomain } from "../types.js";

export interface MockUser {
  readonly user: string;
  readonly domain: MockDomain;
  /** The address and client that this person usually signs in with. */
  readonly ip: string;
  readonly client: string;
}

export interface Directory {
  readonly territories: readonly string[];
  readonly provider: MockDomain;
  readonly domains: readonly MockDomain[];
  /** By domain name; every domain has at least one. */
  readonly users: ReadonlyMap<string, readonly MockUser[]>;
  /** The provider's employees, who work on customers' domains. */
  readonly admins: readonly MockUser[];
}

export interface DirectoryOptions {
  territories: number;
  domains: number;
  users: number;
}

const ADMINS = 12;

export function createDirectory(random: Random, options: DirectoryOptions): Directory {
  const territories = listTerritories(options.territories);
  const domains = createDomains(territories, options.domains);
  const provider = domains[0] as MockDomain;
  const users = new Map<string, MockUser[]>(domains.map(({ domain }) => [domain, []]));
  const admins = createAdmins(random, provider);
  users.get(provider.domain)?.push(...admins);
  for (let count = admins.length; count < Math.max(options.users, domains.length); count += 1) {
    // First every domain gets one user, then the large domains get the others.
    const index = count - admins.length + 1;
    const domain =
      domains[index < domains.length ? index : Math.floor(random.next() ** 2 * domains.length)] ?? provider;
    const existing = users.get(domain.domain) ?? [];
    const odd = UNUSUAL_USERS[index - domains.length];
    const user = odd?.[0] ?? createUserName(random, existing.length);
    if (!existing.some((other) => other.user === user)) existing.push(createUser(random, user, domain));
    else existing.push(createUser(random, `${user}${existing.length}`, domain));
  }
  return { territories, provider, domains, users, admins };
}

function listTerritories(count: number): string[] {
  return Array.from({ length: Math.max(count, TERRITORIES.length) }, (_, index) => {
    return TERRITORIES[index] ?? `Territory-${index + 1}`;
  });
}

function createDomains(territories: readonly string[], count: number): MockDomain[] {
  const make = (domain: string, territory: number, index: number): MockDomain => ({
    domain,
    territory: territories[territory] ?? TERRITORIES[0],
    description: describeDomain(domain),
    zone: index === 0 ? US_ZONES[0] : (US_ZONES[index % US_ZONES.length] ?? US_ZONES[0]),
  });
  const fixed = [{ domain: PROVIDER_DOMAIN, territory: 0 }, ...SCENARIO_DOMAINS];
  const domains = fixed.map(({ domain, territory }, index) => make(domain, territory, index));
  for (let index = domains.length; index < count; index += 1) {
    const name = DOMAIN_NAMES[index - fixed.length] ?? `customer-${String(index + 1).padStart(4, "0")}.example`;
    domains.push(make(name, index % territories.length, index));
  }
  return domains;
}

/** "acme-heating.example" -> "Acme Heating". */
function describeDomain(domain: string): string {
  return domain
    .replace(/\.example$/, "")
    .split(/[-.]/)
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join(" ");
}

function createAdmins(random: Random, provider: MockDomain): MockUser[] {
  const named = [BROKEN_ROUTING, NEW_USERS, MOVED_NUMBER].map(({ admin, address }) => ({
    user: admin,
    domain: provider,
    ip: address,
    client: CLIENTS[0],
  }));
  const admins: MockUser[] = [...named];
  while (admins.length < ADMINS) {
    const user = createPersonName(random);
    if (!admins.some((other) => other.user === user)) admins.push(createUser(random, user, provider));
  }
  return admins;
}

function createPersonName(random: Random): string {
  return `${random.pick(FIRST_NAMES)}.${random.pick(LAST_NAMES)}`.toLowerCase();
}

/** Half of all people sign in with their extension. */
function createUserName(random: Random, position: number): string {
  return random.chance(0.5) ? String(1000 + position) : createPersonName(random);
}

function createUser(random: Random, user: string, domain: MockDomain): MockUser {
  return { user, domain, ip: createAddress(random), client: random.usual(CLIENTS, 0.6) };
}

/** An address from the ranges for documentation; one in five is IPv6. */
export function createAddress(random: Random): string {
  if (random.chance(0.2)) {
    const group = () => random.int(1, 0xffff).toString(16);
    return `2001:db8:${group()}::${group()}`;
  }
  // 203.0.113.0/24 is only for attackers.
  return `${random.pick(["192.0.2", "198.51.100"])}.${random.int(1, 254)}`;
}
