import type { FetchAdapterOptions } from "../api/transport/adapter.js";

const API_BASE = "/ns-api/v2";
/** The storage key of the classic portal for the token of the signed-in user. */
const TOKEN_KEY = "ns_t";

export interface PortalAdapterOptions {
  /**
   * The API base, `/ns-api/v2` by default. It must be on the page's own origin: the portal's token is never sent elsewhere.
   */
  baseUrl?: string;
  /** Called once if the server responds with 401 and the portal has no newer token; returns a new token or nothing. */
  onUnauthorized?: FetchAdapterOptions["onUnauthorized"];
  /** Performs the requests; by default the page's `fetch`. */
  fetch?: FetchAdapterOptions["fetch"];
}

/** Creates the options of an adapter for the classic portal. The adapter reads the token for each request and does not keep it. */
export function createPortalSession({
  baseUrl,
  onUnauthorized,
  fetch,
}: PortalAdapterOptions = {}): FetchAdapterOptions {
  return {
    baseUrl: resolveOwnUrl(baseUrl ?? API_BASE),
    getToken: () => localStorage.getItem(TOKEN_KEY),
    // The portal may have renewed its token: this callback makes the adapter read it again.
    onUnauthorized: onUnauthorized ?? (() => undefined),
    ...(fetch ? { fetch } : {}),
  };
}

/** Resolves a URL on the origin of the page; not on the document's base, which a page may change. */
function resolveOwnUrl(baseUrl: string): string {
  const origin = (globalThis.location as Location | undefined)?.origin;
  if (origin === undefined) return baseUrl;
  try {
    const url = new URL(baseUrl, origin);
    const { username, password, search, hash } = url;
    if (url.origin === origin && username + password + search + hash === "") return url.href;
  } catch {
    // Not a URL: treated like another origin.
  }
  // The value is not quoted: it may contain a password or a token.
  console.warn("The audit log's API base must be on the portal's own origin; the value is ignored.");
  return new URL(API_BASE, origin).href;
}
