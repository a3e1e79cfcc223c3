import { AuditLogError } from "../../core/errors.js";

export type Token = string | null | undefined;
export type TokenSupply = () => Token | Promise<Token>;

/** The response of the page to a request for a new token. */
interface Renewal {
  /** The token that `getToken` returned when the server refused it. While it returns the same one, the new token is used. */
  readonly given: Token;
  /** Every token that the server has refused since then. */
  readonly refused: readonly Token[];
  readonly fresh: Promise<Token>;
  /** If the page has no new token, requests with a higher number ask it again. */
  until: number;
}

/**
 * The tokens of one adapter. It asks the page for a new token once for each token that the server refuses. All requests with
 * the refused token get the same new one, also later requests for which the page still returns the old one.
 */
export class TokenRenewal {
  readonly #getToken: TokenSupply | undefined;
  readonly #onUnauthorized: TokenSupply | undefined;
  #renewal: Renewal | undefined;
  #requests = 0;

  constructor(getToken: TokenSupply | undefined, onUnauthorized: TokenSupply | undefined) {
    this.#getToken = getToken;
    this.#onUnauthorized = onUnauthorized;
  }

  /** Returns the token of one request, and a function that gets another one after a refusal. */
  async begin(): Promise<{ token: Token; renew: () => Promise<Token> }> {
    const number = (this.#requests += 1);
    const given = await askToken(this.#getToken);
    const renewal = this.#renewal;
    const isRenewed = renewal && renewal.given === given && number <= renewal.until;
    const token = (isRenewed && (await renewal.fresh)) || given;
    return { token, renew: () => this.#renew(given, token, number) };
  }

  async #renew(given: Token, token: Token, number: number): Promise<Token> {
    if (!this.#onUnauthorized) return undefined;
    // The page may have another token by now.
    const known = await askToken(this.#getToken);
    const last = this.#renewal;
    const isRefused = (one: Token) => last !== undefined && last.refused.indexOf(one) !== -1;
    if (known && known !== given && known !== token && !isRefused(known)) return known;
    if (last && isRefused(token) && number <= last.until) return last.fresh;
    const refused = last && last.given === given ? [...last.refused, token] : [token];
    const renewal: Renewal = { given, refused, fresh: askToken(this.#onUnauthorized), until: Infinity };
    this.#renewal = renewal;
    const end = (fresh?: Token) => {
      if (!fresh) renewal.until = this.#requests;
    };
    renewal.fresh.then(end, () => end());
    return renewal.fresh;
  }
}

/** A page that cannot provide a token cannot sign in the user. This is not a network error, and retrying does not help. */
async function askToken(supply: TokenSupply | undefined): Promise<Token> {
  try {
    return await supply?.();
  } catch (cause) {
    throw new AuditLogError("auth", "The page did not provide a token.", { cause });
  }
}
