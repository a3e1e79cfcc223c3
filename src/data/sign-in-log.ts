import type { Coverage } from "../domain/coverage.js";
import { isRefusal, toAuditLogError } from "./error-mapping.js";

/** What the access log has been found to be good for. */
type SignInStatus = Coverage["accessLog"];

/** So many of its records, all of which the audit log has too, say that it adds nothing. */
const ENOUGH = 100;

/**
 * Whether a server's access log has sign-ins that its audit log has not. It is asked beside the audit log until it was
 * refused, or has been seen to add nothing; what was found out holds for every later search.
 */
export class SignInLog {
  #status: SignInStatus = "merged";
  readonly #always: () => boolean;
  #proven = false;
  #compared = 0;

  /** @param always read it for every search, whatever it adds; a refusal is a failure then */
  constructor(always: () => boolean = () => false) {
    this.#always = always;
  }

  get status(): SignInStatus {
    return this.#status;
  }

  /** Whether the next search should read it. */
  get isWorthAsking(): boolean {
    return this.#status === "merged";
  }

  /** Takes note of a failure; true if it is a refusal, which is no failure of the search. */
  isRefusal(error: unknown): boolean {
    const refused = isRefusal(error) || toAuditLogError(error).kind === "bad-data";
    if (this.#always() || this.#proven || !refused) return false;
    this.#status = "refused";
    return true;
  }

  /**
   * @param given records of the access log in this search
   * @param added those that the audit log did not have
   * @returns true when it need not be read any further
   */
  judge(given: number, added: number): boolean {
    if (added > 0) this.#proven = true;
    this.#compared = Math.max(this.#compared, given);
    if (!this.#always() && !this.#proven && this.#compared >= ENOUGH) this.#status = "nothing-new";
    return this.#status !== "merged";
  }
}
