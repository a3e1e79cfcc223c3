import type { Coverage, Span } from "../../core/coverage.js";

/** A refresh that has not read everything: what it lacks is read later, by a retry. */
export interface UnfinishedRefresh<Reader> {
  readonly reader: Reader;
  /** The time that this refresh read: older time belongs to the list, newer time to a later refresh. */
  readonly span: Span;
  /** The part of the reader's counts that the list already has. */
  readonly requests: number;
  readonly outside: number;
}

/** What a refresh lacks of its time. */
export function missingOf({
  reader,
  span,
}: UnfinishedRefresh<{ missingIn(span: Span): Coverage["missing"] }>): Coverage["missing"] {
  return reader.missingIn(span);
}
