import { AuditLogError } from "../../core/errors.js";

export type Token = string | null | undefined;
export type TokenSupply = () => Token | Promise<Token>;

/** What the page answered when it was asked for a new token. */
interface Renewal {
  /** What the page gave when the token was refused: as long as it gives the same, the new one is meant. */
  readonly given: Token;
  /** Every token that was refused since the page has given that one. */
  readonly refused: readonly Token[];
  readonly fresh: Promise<Token>;
  /** Requests that began later ask again, since the page had no new token. */
  until: number;
}

/**
 * The tokens of one adapter. The page is asked for a new one once for each token that a server refuses: whoever was
 * refused with it, also later, takes the same new one, and so do those who are given the old one by the page still.
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

  /** The tokens of one request: the one to begin with, and another one, or nothing, when that was refused. */
  async begin(): Promise<{ token: Token; renew: () => Promise<Token> }> {
    const number = (this.#requests += 1);
    const given = await tokenFrom(this.#getToken);
    const renewal = this.#renewal;
    const isRenewed = renewal && renewal.given === given && number <= renewal.until;
    const token = (isRenewed && (await renewal.fresh)) || given;
    return { token, renew: () => this.#renew(given, token, number) };
  }

  async #renew(given: Token, token: Token, number: number): Promise<Token> {
    if (!this.#onUnauthorized) return undefined;
    // The page may have another one by now.
    const known = await tokenFrom(this.#getToken);
    const last = this.#renewal;
    const isRefused = (one: Token) => last !== undefined && last.refused.indexOf(one) !== -1;
    if (known && known !== given && known !== token && !isRefused(known)) return known;
    if (last && isRefused(token) && number <= last.until) return last.fresh;
    const refused = last && last.given === given ? [...last.refused, token] : [token];
    const renewal: Renewal = { given, refused, fresh: tokenFrom(this.#onUnauthorized), until: Infinity };
    this.#renewal = renewal;
    const end = (fresh?: Token) => {
      if (!fresh) renewal.until = this.#requests;
    };
    renewal.fresh.then(end, () => end());
    return renewal.fresh;
  }
}

/** A page that cannot give a token cannot sign the user in: that is no network error, and asking again is of no use. */
async function tokenFrom(supply: TokenSupply | undefined): Promise<Token> {
  try {
    return await supply?.();
  } catch (cause) {
    throw new AuditLogError("auth", "The page did not provide a token.", { cause });
  }
}
