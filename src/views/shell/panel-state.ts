import type { AuditFilters, RangeFilter } from "../../core/filters/filters.js";
import type { ErrorKind } from "../../core/errors.js";

/** What is known about a failure; an `AuditLogError` is one. */
export interface ShownError {
  readonly kind: ErrorKind;
  /** What the server said, or what happened: for the small line. */
  readonly message: string;
  readonly status?: number | undefined;
  /** How long the server asked to wait, in milliseconds. */
  readonly retryAfterMs?: number | undefined;
}

/** Why there are no events to show before a search has ended. */
export type PanelState =
  | { readonly kind: "not-configured" }
  /** `range`: the one that is set, where the fields no longer hold what they held at first. */
  | { readonly kind: "ready"; readonly range?: RangeFilter | undefined }
  | { readonly kind: "error"; readonly error: ShownError };

/** A change of the filters that is one click away. */
export interface Suggestion {
  /** What is searched for when it is taken. */
  readonly filters: AuditFilters;
  /** "Remove Action: Delete" */
  readonly text: string;
  /** The name of the filter, if the guesses are for several ones. */
  readonly note?: string;
  /** The reader may have meant this. Guesses come first. */
  readonly isGuess?: boolean;
}
