import type { Coverage } from "../../core/coverage.js";
import { findErrorKind, isRefusal } from "../transport/error-mapping.js";

/** The state of the access log. */
type SignInStatus = Coverage["accessLog"];

/** If the audit log has all of this many records of the access log, the access log adds nothing. */
const ENOUGH = 100;

/**
 * Knows whether the access log is worth reading for sign-ins that the audit log does not have. The viewer reads it together
 * with the audit log until the server refuses it. If it adds nothing to one search, it may still add records to another.
 */
export class SignInLog {
  #isRefused = false;
  readonly #isRequired: () => boolean;
  #hasAdded = false;

  /** @param isRequired the page requires the access log, so a refusal is a failure */
  constructor(isRequired: () => boolean = () => false) {
    this.#isRequired = isRequired;
  }

  /** Whether the next search should read the access log. */
  get isWorthAsking(): boolean {
    return !this.#isRefused;
  }

  /** Returns true if the server refuses the access log and the search can go on without it. */
  acceptRefusal(error: unknown): boolean {
    const refused = isRefusal(error) || findErrorKind(error) === "bad-data";
    if (this.#isRequired() || this.#hasAdded || !refused) return false;
    this.#isRefused = true;
    return true;
  }

  /**
   * The state of the access log in one search.
   *
   * @param received the number of its records
   * @param added the number of records that the audit log did not have
   * @param isRead whether it has been read to the end of the range
   */
  status(received: number, added: number, isRead: boolean): SignInStatus {
    if (this.#isRefused) return "refused";
    return !this.#isRequired() && isRead && received >= ENOUGH && added === 0 ? "nothing-new" : "merged";
  }

  /** Notes that the access log has added a record. */
  noteAdded(): void {
    this.#hasAdded = true;
  }
}
