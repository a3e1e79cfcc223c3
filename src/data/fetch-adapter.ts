import { AuditLogError } from "../domain/errors.js";
import { readApiBase } from "./api-base.js";
import { codeOf } from "./body-code.js";
import type * as ErrorMapping from "./error-mapping.js";
import { TokenRenewal, type Token, type TokenSupply } from "./token-renewal.js";

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
  const tokens = new TokenRenewal(options.getToken, options.onUnauthorized);
  let user: string | undefined;

  const send = async (url: string, token: Token, signal: AbortSignal): Promise<Response> => {
    const headers = headersWith(token);
    user = userOf(token) ?? user;
    // The default is looked up for each call: a page may replace `fetch` after creating the adapter.
    const request = options.fetch ?? globalThis.fetch.bind(globalThis);
    // A redirect usually leads to a sign-in page, so it is an error and not followed.
    return request(url, { method: "GET", headers, signal, redirect: "manual", cache: "no-store" });
  };

  return {
    user: () => user,
    async get(path, { query, signal }) {
      const text = query.toString();
      // A path can never change the host name.
      const url = `${base}/${path.replace(/^\/+/, "")}${text ? `?${text}` : ""}`;
      const sent: string[] = [];
      const ask = (token: Token) => {
        if (token) sent.push(token);
        return send(url, token, signal);
      };
      try {
        const { token, renew } = await tokens.begin();
        let response = await ask(token);
        let answer = response.status === 401 ? undefined : await read(response);
        // Some servers refuse a token with another status and say so only in the body.
        if (!answer || codeOf(answer.body) === 401) {
          const fresh = await renew();
          if (fresh && fresh !== token) [response, answer] = [await ask(fresh), undefined];
        }
        const { text: said, body } = answer ?? (await read(response));
        if (response.ok && Array.isArray(body)) return body as unknown;
        return await inWords(({ retryAfter, errorOfAnswer }) => {
          const { status, statusText, headers } = response;
          const retryAfterMs = retryAfter(headers.get("Retry-After"));
          const error = errorOfAnswer({ status, statusText, retryAfterMs, text: said, body }, sent);
          if (error) throw error;
          return body;
        });
      } catch (cause) {
        if (signal.aborted) throw cause;
        throw await inWords(({ toAuditLogError }) => toAuditLogError(cause, sent));
      }
    },
  };
}

interface Answer {
  readonly text: string;
  /** undefined if the text is not JSON. */
  readonly body: unknown;
}

/** Error handling, including the removal of tokens from messages, loads with the first search or on demand. */
async function inWords<T>(say: (mapping: typeof ErrorMapping) => T): Promise<T> {
  const mapping = await import("./error-mapping.js").catch((cause: unknown) => {
    throw new AuditLogError("network", "A part of the viewer could not be loaded.", { cause });
  });
  return say(mapping);
}

function baseOf(baseUrl: string): string {
  try {
    return readApiBase(baseUrl);
  } catch (fault) {
    throw new TypeError(`The base URL of the API cannot be used. ${(fault as Error).message}`);
  }
}

/**
 * The user of a token: the subject of a JSON Web Token (RFC 7519, 4.1.2), or its user and domain; undefined for other
 * tokens.
 */
function userOf(token: Token): string | undefined {
  try {
    const [, body = ""] = (token ?? "").split(".");
    const claims = JSON.parse(atob(body.replace(/-/g, "+").replace(/_/g, "/"))) as Record<string, unknown>;
    const { sub, user, domain } = claims;
    return sub === undefined && user === undefined ? undefined : JSON.stringify([sub, user, domain]);
  } catch {
    // Not a JSON Web Token: the user is unknown.
    return undefined;
  }
}

function headersWith(token: Token): Headers {
  const headers = new Headers({ Accept: "application/json" });
  try {
    if (token) headers.set("Authorization", `Bearer ${token}`);
  } catch {
    // A browser's message about an invalid header quotes the header and the token.
    throw new AuditLogError("auth", "The token has characters that are not allowed in a request header.");
  }
  return headers;
}

async function read(response: Response): Promise<Answer> {
  if (response.type === "opaqueredirect") {
    throw new AuditLogError("auth", "The server redirected the request.");
  }
  const text = await response.text();
  return { text, body: parse(text) };
}

/** undefined for a text that is not JSON: `null` is a valid response. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // Not ignored: undefined becomes a bad-data error or the error of the status.
    return undefined;
  }
}
