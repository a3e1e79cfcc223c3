import type { Coverage, Span } from "../../core/coverage.js";

/** A refresh that could not read everything. A retry reads the missing part. */
export interface UnfinishedRefresh<Reader> {
  readonly reader: Reader;
  /** The time of this refresh. The first read has older records, and later refreshes have newer ones. */
  readonly span: Span;
  /** The part of the reader's counts that was added before. */
  readonly requests: number;
  readonly outside: number;
}

/** Returns the parts that a refresh could not read. */
export function findMissing({
  reader,
  span,
}: UnfinishedRefresh<{ missingIn(span: Span): Coverage["missing"] }>): Coverage["missing"] {
  return reader.missingIn(span);
}
