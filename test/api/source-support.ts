import { type MockServer } from "../../demo/mocks/index.js";
import { DEFAULT_SOURCE_OPTIONS, type SourceOptions } from "../../src/api/source-options.js";
import { AuditLogSource } from "../../src/api/source.js";
import type { LogQuery, SourcePage } from "../../src/api/reading/log-reader.js";
import { defaultFilters, type AuditFilters } from "../../src/core/filters/filters.js";
import { compileTaxonomy } from "../../src/core/taxonomy/taxonomy.js";
import { loadTemporal } from "../../src/core/time/temporal.js";
import { DEFAULT_TAXONOMY } from "../../src/core/taxonomy/vocabulary.js";
import { NOW, createTestClock } from "../support/clock.js";
import { createMockAdapter } from "../support/mock-adapter.js";
import { readPages } from "../support/data-source.js";
import { sourceCode } from "../support/source-code.js";

export const taxonomy = compileTaxonomy(DEFAULT_TAXONOMY);

export const HOUR = 3_600_000;

export const DAY = 24 * HOUR;

export async function createSource(server: MockServer, options: Partial<SourceOptions> = {}): Promise<AuditLogSource> {
  return new AuditLogSource({
    code: sourceCode,
    adapter: createMockAdapter(server),
    options: { ...DEFAULT_SOURCE_OPTIONS, ...options },
    clock: createTestClock(),
    taxonomy,
    temporal: await loadTemporal(),
  });
}

export function createQuery(days: number, filters: Partial<AuditFilters> = {}, pageSize = 10): LogQuery {
  return {
    filters: { ...defaultFilters(), ...filters },
    span: { from: NOW - days * DAY, until: NOW },
    endsNow: false,
    pageSize,
  };
}

export function readAllPages(source: AuditLogSource, query: LogQuery): Promise<SourcePage[]> {
  return readPages(source.search(query));
}

/** What the server holds in the range, by a plain reading of the records. */
export function findTruth(
  server: MockServer,
  query: LogQuery,
  matches: (record: Record<string, unknown>) => boolean,
): string[] {
  return server.stored
    .filter(({ time, record }) => time >= query.span.from && time < query.span.until && matches(record))
    .map(({ record }) => toContent(record));
}

/** A record's content without its timestamp, which the server writes in its own format. */
export function toContent(record: unknown): string {
  const { ["timestamp-datetime"]: _, ...rest } = record as Record<string, unknown>;
  return JSON.stringify(rest, Object.keys(rest).sort());
}

export const counted = (list: readonly string[]) => [...list].sort();
