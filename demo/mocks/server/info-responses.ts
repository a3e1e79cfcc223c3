import { formatUtc } from "./date-time.js";
import type { Directory } from "../records/directory.js";
import { HOSTS } from "../records/names.js";
import { createJsonResponse } from "./responses.js";
import type { ServerBehavior } from "./server-behavior.js";
import type { Session } from "./sessions.js";
import type { MockDomain, MockResponse } from "../types.js";

/** The response to `/version`. */
export function createVersionResponse(now: number, { apiVersion }: ServerBehavior): MockResponse {
  return createJsonResponse({ apiversion: apiVersion, hostname: HOSTS[0], "current-time": formatUtc(now) });
}

interface TokenSetup {
  readonly now: number;
  readonly seed: number;
  readonly directory: Directory;
  readonly behavior: ServerBehavior;
}

/** The response to `/jwt`: the content of the session's token. */
export function createTokenResponse(session: Session, { now, seed, directory, behavior }: TokenSetup): MockResponse {
  const issued = Math.floor(now / 1000) - 60;
  const { user, domain, scope, displayName, territory } = session;
  return createJsonResponse({
    ...{
      aud: "ns",
      iss: HOSTS[0],
      sub: `${user}@${domain}`,
      jti: `mock-${seed}`,
      iat: issued,
      exp: issued + 86_400,
    },
    ...{ time_out: 86_400_000, domain, territory: territory ?? directory.provider.territory, user },
    ...{ user_email: `${user}@${domain}`, user_scope: scope, displayName, apiversion: behavior.apiVersion },
  });
}

/** The response to `/domains/~`: the domain of the session. */
export function createOwnDomainResponse(
  session: Session,
  directory: Directory,
  behavior: ServerBehavior,
): MockResponse {
  const own = directory.domains.find(({ domain }) => domain === session.domain) ?? directory.provider;
  return createJsonResponse(writeDomain(own, behavior));
}

/** A domain as the API returns it. */
export function writeDomain(
  { domain, territory, description, zone }: MockDomain,
  { numbersAsText }: ServerBehavior,
): Record<string, unknown> {
  const writeNumber = (value: number) => (numbersAsText ? String(value) : value);
  return {
    ...{ domain, reseller: territory, description, "domain-type": "Standard", "time-zone": zone },
    ...{
      "dial-plan": domain,
      "dial-policy": "US and Canada",
      "language-token": "en_US",
      "area-code": writeNumber(404),
    },
    ...{ "limits-max-active-calls-total": writeNumber(15), "is-domain-locked": "no", "single-sign-on-enabled": "no" },
  };
}
