import type { Directory } from "../records/directory.js";
import type { ServerBehavior } from "./server-behavior.js";

/** The user of a request. */
export interface Session {
  readonly scope: string;
  readonly user: string;
  readonly displayName: string;
  readonly domain: string;
  /** The only territory that the session can see; `undefined` for all territories. */
  readonly territory: string | undefined;
  /** A scope below Reseller may read neither the logs nor the list of domains. */
  readonly isBelowReseller: boolean;
}

/** The tokens of the scopes that may not read logs, such as `mock-office-manager`. */
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

/** The session of an `Authorization` header, or an error message. */
export function readSession(
  authorization: string | undefined,
  directory: Directory,
  behavior: ServerBehavior,
): Session | string {
  if (authorization === undefined || authorization === "") {
    return behavior.requireToken ? "Authorization header is missing" : createSuperUser(directory);
  }
  const token = /^Bearer (\S+)$/i.exec(authorization)?.[1];
  if (token === undefined) return "Authorization header is malformed";
  if (token === "mock-expired") return "Access token is expired";
  if (token === "mock-super-user") return createSuperUser(directory);
  if (token.startsWith(RESELLER)) return createReseller(token.slice(RESELLER.length), directory);
  const scope = Object.hasOwn(LOW_SCOPES, token) ? LOW_SCOPES[token] : undefined;
  if (scope === undefined) return "Access token is invalid";
  const domain = directory.domains[1] ?? directory.provider;
  return {
    ...{ scope, isBelowReseller: true, territory: domain.territory, domain: domain.domain },
    ...{ user: directory.users.get(domain.domain)?.[0]?.user ?? "1000", displayName: "Olivia Manager" },
  };
}

function createSuperUser({ provider }: Directory): Session {
  const names = { user: "nora.admin", displayName: "Nora Admin", domain: provider.domain };
  return { ...names, scope: "Super User", territory: undefined, isBelowReseller: false };
}

function createReseller(name: string, directory: Directory): Session | string {
  const territory = directory.territories.find((known) => known.toLowerCase() === name.toLowerCase());
  if (territory === undefined) return "Access token is invalid";
  const domain = directory.domains.find((one) => one.territory === territory) ?? directory.provider;
  const names = {
    user: `${territory.toLowerCase()}.partner`,
    displayName: `${territory} Partner`,
    domain: domain.domain,
  };
  return { ...names, scope: "Reseller", territory, isBelowReseller: false };
}
