import { AuditLogError } from "../domain/errors.js";
import { readApiBase } from "./api-base.js";
import type { FetchRequests } from "./fetch-requests.js";
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

/** Creates an adapter for any server that `fetch` can reach. Throws a TypeError for an invalid base URL. */
export function createFetchAdapter(options: FetchAdapterOptions): FetchAdapter {
  const base = baseOf(options.baseUrl);
  let requests: FetchRequests | undefined;
  let loading: Promise<FetchRequests> | undefined;

  const load = async (): Promise<FetchRequests> => {
    try {
      const { FetchRequests } = await import("./fetch-requests.js");
      return (requests = new FetchRequests(base, options));
    } catch (cause) {
      loading = undefined;
      throw new AuditLogError("network", "A part of the viewer could not be loaded.", { cause });
    }
  };

  return {
    user: () => requests?.user,
    get: async (path, { query, signal }) => (requests ?? (await (loading ??= load()))).get(path, { query, signal }),
  };
}

function baseOf(baseUrl: string): string {
  try {
    return readApiBase(baseUrl);
  } catch (fault) {
    throw new TypeError(`The base URL of the API cannot be used. ${(fault as Error).message}`);
  }
}
