import type { AuditFilters, RangeFilter } from "../../core/filters/filters.js";
import type { ErrorKind } from "../../core/errors.js";

/** The shown parts of an `AuditLogError`. */
export interface ShownError {
  readonly kind: ErrorKind;
  /** The message of the server, or of the viewer; shown in the small line. */
  readonly message: string;
  readonly status?: number | undefined;
  /** How long the server asked to wait, in milliseconds. */
  readonly retryAfterMs?: number | undefined;
}

/** Why there are no events to show before a search has ended. */
export type PanelState =
  | { readonly kind: "not-configured" }
  /** `range`: the range in the fields, if the user has edited filters. */
  | { readonly kind: "ready"; readonly range?: RangeFilter | undefined }
  | { readonly kind: "error"; readonly error: ShownError };

/** A suggested change of the filters. */
export interface Suggestion {
  /** The filters to search with. */
  readonly filters: AuditFilters;
  /** "Remove Action: Delete" */
  readonly text: string;
  /** The name of the filter, if the guesses are for several ones. */
  readonly note?: string;
  /** The user may have meant this. Guesses come first. */
  readonly isGuess?: boolean;
}
