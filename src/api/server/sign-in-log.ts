import type { Coverage } from "../../core/coverage.js";
import { isRefusal, toAuditLogError } from "../transport/error-mapping.js";

/** What the access log has been found to be good for. */
type SignInStatus = Coverage["accessLog"];

/** So many of its records, all of which the audit log has too, say that it adds nothing to a search. */
const ENOUGH = 100;

/**
 * Whether a server has an access log that may have sign-ins which its audit log has not. It is asked beside the audit log until
 * it was refused. That it adds nothing to one stretch of time says nothing about another.
 */
export class SignInLog {
  #isRefused = false;
  readonly #always: () => boolean;
  #proven = false;

  /** @param always it was asked for: a refusal is a failure */
  constructor(always: () => boolean = () => false) {
    this.#always = always;
  }

  /** Whether the next search should read it. */
  get isWorthAsking(): boolean {
    return !this.#isRefused;
  }

  /** Takes note of a failure; true if it is a refusal, which is no failure of the search. */
  isRefusal(error: unknown): boolean {
    const refused = isRefusal(error) || toAuditLogError(error).kind === "bad-data";
    if (this.#always() || this.#proven || !refused) return false;
    this.#isRefused = true;
    return true;
  }

  /**
   * What it was good for in one search.
   *
   * @param given its records so far
   * @param added those that the audit log did not have
   * @param isRead all of its time has been read
   */
  status(given: number, added: number, isRead: boolean): SignInStatus {
    if (this.#isRefused) return "refused";
    return !this.#always() && isRead && given >= ENOUGH && added === 0 ? "nothing-new" : "merged";
  }

  /** It has brought something. */
  noteAdded(): void {
    this.#proven = true;
  }
}
