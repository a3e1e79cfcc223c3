import { AuditLogError } from "../domain/errors.js";
import { readApiBase } from "./api-base.js";
import { codeOf } from "./body-code.js";
import type * as ErrorMapping from "./error-mapping.js";
import { TokenRenewal, type Token, type TokenSupply } from "./token-renewal.js";

/** The viewer's only door to a server. */
export interface FetchAdapter {
  /**
   * GET `path` (relative to the API base, e.g. `/auditlog`) with `query`; resolves with the parsed JSON body. May reject
   * with anything: an AuditLogError, or whatever carries `status`, `code` or a message; the source maps it. Retries are the
   * source's.
   */
  get(path: string, options: { query: URLSearchParams; signal: AbortSignal }): Promise<unknown>;
  /**
   * Who asked last, as far as the adapter knows: any text that is another one for another user. When it changes, nothing of
   * what was loaded before stays on the screen.
   */
  user?(): string | undefined;
}

export interface FetchAdapterOptions {
  /** The API base, e.g. `https://server.example/…`; relative ones belong to the page's own origin. */
  baseUrl: string;
  /** The bearer token; asked for at every request. */
  getToken?: TokenSupply;
  /**
   * Called once for each token that the server refuses (401), for all requests that wait; answers a new token, or nothing.
   * The new one is sent until `getToken` gives another one than before.
   */
  onUnauthorized?: TokenSupply;
  /** Default: the page's `fetch`. */
  fetch?: typeof fetch;
}

/** An adapter for any server that `fetch` can reach. Throws a TypeError for a base URL that cannot be one. */
export function createFetchAdapter(options: FetchAdapterOptions): FetchAdapter {
  const base = baseOf(options.baseUrl);
  const tokens = new TokenRenewal(options.getToken, options.onUnauthorized);
  let user: string | undefined;

  const send = async (url: string, token: Token, signal: AbortSignal): Promise<Response> => {
    const headers = headersWith(token);
    user = userOf(token) ?? user;
    // The default is looked up at the call: a page may wrap `fetch` after this adapter was made.
    const request = options.fetch ?? globalThis.fetch.bind(globalThis);
    // A redirect would carry the request to another place, mostly a sign-in page: it is an answer, not a way.
    return request(url, { method: "GET", headers, signal, redirect: "manual", cache: "no-store" });
  };

  return {
    user: () => user,
    async get(path, { query, signal }) {
      const text = query.toString();
      // A path never becomes part of the server's name.
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
        // Some servers refuse a token with another status, and say so in the body alone.
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
  /** undefined where the text is not JSON. */
  readonly body: unknown;
}

/** Errors, and what takes tokens out of their words, come with the first search, or when they are needed. */
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

/** Whose a token is: the subject of a JSON Web Token (RFC 7519, 4.1.2), or its user and domain; undefined for any other. */
function userOf(token: Token): string | undefined {
  try {
    const [, body = ""] = (token ?? "").split(".");
    const claims = JSON.parse(atob(body.replace(/-/g, "+").replace(/_/g, "/"))) as Record<string, unknown>;
    const { sub, user, domain } = claims;
    return sub === undefined && user === undefined ? undefined : JSON.stringify([sub, user, domain]);
  } catch {
    // Not a JSON Web Token: nothing is known of its user.
    return undefined;
  }
}

function headersWith(token: Token): Headers {
  const headers = new Headers({ Accept: "application/json" });
  try {
    if (token) headers.set("Authorization", `Bearer ${token}`);
  } catch {
    // A browser's own words for a wrong header quote it, and with it the token.
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

/** undefined for a text that is not JSON: `null` is an answer, too. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // Not swallowed: undefined becomes a bad-data error, or the error of the status.
    return undefined;
  }
}
