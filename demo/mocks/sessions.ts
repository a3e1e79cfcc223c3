import type { Directory } from "./directory.js";
import type { Habits } from "./habits.js";

/** Who asks. */
export interface Session {
  readonly scope: string;
  readonly user: string;
  readonly displayName: string;
  readonly domain: string;
  /** The territory that a session is confined to; `undefined` sees everything. */
  readonly territory: string | undefined;
  /** Below Reseller: no logs and no list of domains. */
  readonly low: boolean;
}

/** Tokens of the scopes that may not read logs: `mock-office-manager` and the like. */
const LOW_SCOPES: Readonly<Record<string, string>> = {
  "mock-office-manager": "Office Manager",
  "mock-call-center-supervisor": "Call Center Supervisor",
  "mock-site-manager": "Site Manager",
  "mock-call-center-agent": "Call Center Agent",
  "mock-advanced-user": "Advanced User",
  "mock-simple-user": "Simple User",
  "mock-basic-user": "Basic User",
};

const RESELLER = "mock-reseller-";

/** The session of an `Authorization` header, or why there is none. */
export function findSession(authorization: string | undefined, directory: Directory, habits: Habits): Session | string {
  if (authorization === undefined || authorization === "") {
    return habits.requireToken ? "Authorization header is missing" : superUser(directory);
  }
  const token = /^Bearer (\S+)$/i.exec(authorization)?.[1];
  if (token === undefined) return "Authorization header is malformed";
  if (token === "mock-expired") return "Access token is expired";
  if (token === "mock-super-user") return superUser(directory);
  if (token.startsWith(RESELLER)) return reseller(token.slice(RESELLER.length), directory);
  const scope = Object.hasOwn(LOW_SCOPES, token) ? LOW_SCOPES[token] : undefined;
  if (scope === undefined) return "Access token is invalid";
  const domain = directory.domains[1] ?? directory.provider;
  return {
    ...{ scope, low: true, territory: domain.territory, domain: domain.domain },
    ...{ user: directory.users.get(domain.domain)?.[0]?.user ?? "1000", displayName: "Olivia Manager" },
  };
}

function superUser({ provider }: Directory): Session {
  const names = { user: "nora.admin", displayName: "Nora Admin", domain: provider.domain };
  return { ...names, scope: "Super User", territory: undefined, low: false };
}

function reseller(name: string, directory: Directory): Session | string {
  const territory = directory.territories.find((known) => known.toLowerCase() === name.toLowerCase());
  if (territory === undefined) return "Access token is invalid";
  const domain = directory.domains.find((one) => one.territory === territory) ?? directory.provider;
  const names = {
    user: `${territory.toLowerCase()}.partner`,
    displayName: `${territory} Partner`,
    domain: domain.domain,
  };
  return { ...names, scope: "Reseller", territory, low: false };
}
