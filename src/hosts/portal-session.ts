import type { FetchAdapterOptions } from "../data/fetch-adapter.js";

const API_BASE = "/ns-api/v2";
/** Where the classic portal keeps the token of the user who is signed in. */
const TOKEN_KEY = "ns_t";

export interface PortalAdapterOptions {
  /** The API base, `/ns-api/v2` by default. It is on the page's own origin: the portal's token is sent nowhere else. */
  baseUrl?: string;
  /** Called once when the server answers 401 and the portal has no newer token; answers a new one, or nothing. */
  onUnauthorized?: FetchAdapterOptions["onUnauthorized"];
  /** Default: the page's `fetch`. */
  fetch?: FetchAdapterOptions["fetch"];
}

/** The signed-in user of the classic portal: the token is read for each request, and kept nowhere. */
export function portalSession({ baseUrl, onUnauthorized, fetch }: PortalAdapterOptions = {}): FetchAdapterOptions {
  return {
    baseUrl: ownUrl(baseUrl ?? API_BASE),
    getToken: () => localStorage.getItem(TOKEN_KEY),
    // The portal may have renewed its token meanwhile: being asked, if only in vain, makes the adapter look again.
    onUnauthorized: onUnauthorized ?? (() => undefined),
    ...(fetch ? { fetch } : {}),
  };
}

/** Not relative to the document's base, which a page may have set to another place. */
function ownUrl(baseUrl: string): string {
  const origin = (globalThis.location as Location | undefined)?.origin;
  if (origin === undefined) return baseUrl;
  try {
    const url = new URL(baseUrl, origin);
    const { username, password, search, hash } = url;
    if (url.origin === origin && username + password + search + hash === "") return url.href;
  } catch {
    // No URL at all: as wrong as one of another origin.
  }
  // It is not shown: a password or a token may stand in it.
  console.warn("The audit log's API base must be on the portal's own origin; the value is ignored.");
  return new URL(API_BASE, origin).href;
}
