import { AuditLogError } from "../domain/errors.js";
import { errorOfStatus, retryAfter } from "./error-mapping.js";

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

type Token = string | null | undefined;

export interface FetchAdapterOptions {
  /** The API base, e.g. `https://server.example/…`; relative ones belong to the page's own origin. */
  baseUrl: string;
  /** The bearer token; asked for at every request, never kept. */
  getToken?: () => Token | Promise<Token>;
  /** Called once when the server answers 401, for all requests that wait; answers a new token, or nothing. */
  onUnauthorized?: () => Token | Promise<Token>;
  /** Default: the page's `fetch`. */
  fetch?: typeof fetch;
}

/** An adapter for any server that `fetch` can reach. */
export function createFetchAdapter(options: FetchAdapterOptions): FetchAdapter {
  const base = ownBase(options.baseUrl).replace(/\/+$/, "");
  let renewing: Promise<Token> | undefined;
  let user: string | undefined;

  const send = async (url: string, token: Token, signal: AbortSignal): Promise<Response> => {
    const headers = headersWith(token);
    user = userOf(token) ?? user;
    // The default is looked up at the call: a page may wrap `fetch` after this adapter was made.
    const request = options.fetch ?? globalThis.fetch.bind(globalThis);
    // A redirect would carry the request to another place, mostly a sign-in page: it is an answer, not a way.
    return request(url, { method: "GET", headers, signal, redirect: "manual", cache: "no-store" });
  };

  /** One renewal serves every request that was refused meanwhile. */
  const renew = (): Promise<Token> => {
    renewing ??= tokenFrom(options.onUnauthorized).finally(() => {
      renewing = undefined;
    });
    return renewing;
  };

  return {
    user: () => user,
    async get(path, { query, signal }) {
      const text = query.toString();
      // A path never becomes part of the server's name.
      const url = `${base}/${path.replace(/^\/+/, "")}${text ? `?${text}` : ""}`;
      let token = await tokenFrom(options.getToken);
      let response = await send(url, token, signal);
      if (response.status === 401 && options.onUnauthorized) {
        // Another request that was refused may have brought a new token since this one was sent.
        const known = renewing ? undefined : await tokenFrom(options.getToken);
        const fresh = known && known !== token ? known : await renew();
        if (fresh) response = await send(url, (token = fresh), signal);
      }
      return readBody(response, token);
    },
  };
}

/** A relative base is the page's own, also where the page's `<base>` names another origin: the token would go there. */
function ownBase(baseUrl: string): string {
  const page = globalThis.location as Location | undefined;
  // A frame without an address of its own ("null") has its parent's base.
  const isMoved = page && page.origin !== "null" && new URL(document.baseURI).origin !== page.origin;
  return isMoved && URL.canParse(baseUrl, page.href) ? new URL(baseUrl, page.href).href : baseUrl;
}

/** A page that cannot give a token cannot sign the user in: that is no network error, and asking again is of no use. */
async function tokenFrom(supply: (() => Token | Promise<Token>) | undefined): Promise<Token> {
  try {
    return await supply?.();
  } catch (cause) {
    throw new AuditLogError("auth", "The page did not provide a token.", { cause });
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

async function readBody(response: Response, token: Token): Promise<unknown> {
  if (response.type === "opaqueredirect") {
    throw new AuditLogError("auth", "The server redirected the request.");
  }
  const text = await response.text();
  const body = parse(text);
  if (!response.ok) {
    const message = messageOf(body) ?? response.statusText;
    // Messages are shown and handed to the page; one that quotes the token must not carry it there.
    const safe = token ? message.split(token).join("…") : message;
    throw errorOfStatus(response.status, safe, retryAfter(response.headers.get("Retry-After")));
  }
  if (body === undefined) throw new AuditLogError("bad-data", "The response is not JSON.", { status: response.status });
  return body;
}

/** undefined for a text that is not JSON: `null` is an answer, too. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // Not swallowed: the caller turns undefined into a bad-data error, or into the error of the status.
    return undefined;
  }
}

/** The documented error body is `{"code": 404, "message": "…"}`. */
function messageOf(body: unknown): string | undefined {
  const message = (body as { message?: unknown } | null | undefined)?.message;
  return typeof message === "string" ? message : undefined;
}
