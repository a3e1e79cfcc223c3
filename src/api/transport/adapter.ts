import type { TokenSupply } from "./token-renewal.js";

/** Performs all requests of the viewer. */
export interface FetchAdapter {
  /**
   * Sends GET `path` (relative to the API base, such as `/auditlog`) with `query` and resolves with the parsed JSON body.
   * Any rejection value works: an AuditLogError, or a value with `status`, `code` or a message. Do not retry: the viewer
   * does.
   */
  get(path: string, options: { query: URLSearchParams; signal: AbortSignal }): Promise<unknown>;
  /**
   * Returns an identifier of the current user: any string, or undefined if unknown. If it changes, the viewer clears all
   * loaded events.
   */
  user?(): string | undefined;
}

export interface FetchAdapterOptions {
  /** The API base, such as `https://server.example/…`; a relative URL belongs to the page's own origin. */
  baseUrl: string;
  /** Returns the bearer token; called for every request. */
  getToken?: TokenSupply;
  /**
   * Called once for each token that the server refuses (401), for all waiting requests. Returns a new token or nothing. The
   * new token is used until `getToken` returns a different one.
   */
  onUnauthorized?: TokenSupply;
  /** Performs the requests; by default the page's `fetch`. */
  fetch?: typeof fetch;
}
