import { systemClock, type Clock } from "../../core/clock.js";
import { AuditLogError } from "../../core/errors.js";
import { findErrorCode } from "./body-code.js";
import { createResponseError, readRetryAfter, toAuditLogError } from "./error-mapping.js";
import { addText, hasSource, noteSource, type LoadErrorText } from "./error-source.js";
import { trim } from "../../core/text/text.js";
import type { FetchAdapter, FetchAdapterOptions } from "./adapter.js";
import { TokenRenewal, type Token } from "./token-renewal.js";

/** Sends the requests of one adapter, with their tokens and errors. This code loads with the first search. */
export class FetchRequests {
  readonly #base: string;
  readonly #options: FetchAdapterOptions;
  readonly #tokens: TokenRenewal;
  readonly #loadErrorText: LoadErrorText;
  readonly #clock: Pick<Clock, "sleep">;
  /** The user of the last token that was sent, if the token names one. */
  user: string | undefined;

  constructor(
    base: string,
    options: FetchAdapterOptions,
    loadErrorText: LoadErrorText,
    clock: Pick<Clock, "sleep"> = systemClock,
  ) {
    this.#base = base;
    this.#options = options;
    this.#tokens = new TokenRenewal(options.getToken, options.onUnauthorized);
    this.#loadErrorText = loadErrorText;
    this.#clock = clock;
  }

  /**
   * Rejects with an AuditLogError that quotes no token.
   *
   * @param isTextLater the caller adds the text to the error (`addText`), so it need not wait for it
   */
  async get(
    path: string,
    { query, signal }: Parameters<FetchAdapter["get"]>[1],
    isTextLater = false,
  ): Promise<unknown> {
    const text = query.toString();
    // The slash ensures that a path never changes the host name.
    const url = `${this.#base}/${path.replace(/^\/+/, "")}${text ? `?${text}` : ""}`;
    const sent: string[] = [];
    const ask = (token: Token) => {
      if (token) sent.push(token);
      return this.#fetch(url, token, signal);
    };
    try {
      const { token, renew } = await this.#tokens.begin();
      let response = await ask(token);
      let answer = response.status === 401 ? undefined : await read(response);
      // Some servers refuse a token with another status and the code 401 in the body.
      if (!answer || findErrorCode(answer.body) === 401) {
        const fresh = await renew();
        if (fresh && fresh !== token) [response, answer] = [await ask(fresh), undefined];
      }
      const { text: said, body } = answer ?? (await read(response));
      const { status, statusText, headers } = response;
      const retryAfterMs = readRetryAfter(headers.get("Retry-After"));
      const error = createResponseError({ status, statusText, retryAfterMs, text: said, body }, sent);
      if (error) throw error;
      return body;
    } catch (cause) {
      if (signal.aborted) throw signal.reason;
      const error = hasSource(cause) ? cause : this.#toError(cause, sent);
      throw isTextLater ? error : await addText(error, this.#loadErrorText, this.#clock, signal);
    }
  }

  #toError(cause: unknown, sent: readonly string[]): AuditLogError {
    const error = toAuditLogError(cause, sent);
    // The browser's own message says no more than the kind, and without a network the code for it does not load.
    return error.kind === "network" && !this.#options.fetch ? noteSource(error) : error;
  }

  async #fetch(url: string, token: Token, signal: AbortSignal): Promise<Response> {
    const headers = createHeaders(token);
    this.user = readUser(token) ?? this.user;
    // The default is looked up for each call: a page may replace `fetch` after creating the adapter.
    const request = this.#options.fetch ?? globalThis.fetch.bind(globalThis);
    // A redirect usually leads to a sign-in page, so it is an error and not followed.
    return request(url, { method: "GET", headers, signal, redirect: "manual", cache: "no-store" });
  }
}

interface ResponseBody {
  readonly text: string;
  /** undefined if the text is not JSON. */
  readonly body: unknown;
}

/**
 * The user of a token: the subject of a JSON Web Token (RFC 7519, 4.1.2), or its user and domain; undefined for other
 * tokens.
 */
function readUser(token: Token): string | undefined {
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

function createHeaders(token: Token): Headers {
  const headers = new Headers({ Accept: "application/json" });
  try {
    if (token) headers.set("Authorization", `Bearer ${token}`);
  } catch {
    // A browser's message about an invalid header quotes the header and the token.
    throw noteSource(new AuditLogError("auth", "The token has characters that are not allowed in a request header."));
  }
  return headers;
}

async function read(response: Response): Promise<ResponseBody> {
  if (response.type === "opaqueredirect") {
    throw noteSource(new AuditLogError("auth", "The server redirected the request."));
  }
  const text = await response.text();
  // A server without records may respond with 204 or an empty body. All endpoints in use return lists.
  const isNothing = response.ok && trim(text) === "";
  return { text, body: isNothing ? [] : parse(text) };
}

/** undefined for a text that is not JSON: `null` is a valid response. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // undefined later becomes a bad-data error or the error of the status.
    return undefined;
  }
}
