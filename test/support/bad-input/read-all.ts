import { DEFAULT_SOURCE_OPTIONS } from "../../../src/api/source-options.js";
import { AuditLogSource } from "../../../src/api/source.js";
import type { LogQuery, SourcePage } from "../../../src/api/reading/log-reader.js";
import type { FetchAdapter } from "../../../src/api/transport/adapter.js";
import { createDefaultFilters, type AuditFilters } from "../../../src/core/filters/filters.js";
import { compileTaxonomy } from "../../../src/core/taxonomy/taxonomy.js";
import { DEFAULT_TAXONOMY } from "../../../src/core/taxonomy/vocabulary.js";
import { loadTemporal } from "../../../src/core/time/temporal.js";
import { NOW, createTestClock } from "../clock.js";
import { HOUR } from "../durations.js";
import { sourceCode } from "../source-code.js";

const RANGE = { from: NOW - 24 * HOUR, until: NOW };

const taxonomy = compileTaxonomy(DEFAULT_TAXONOMY);

/** The pages and errors of one search. */
export interface Found {
  readonly pages: readonly SourcePage[];
  readonly errors: readonly unknown[];
}

/** Searches the last 24 hours to the end. After an error it reads on, as the user can. */
export async function readAll(adapter: FetchAdapter, filters: Partial<AuditFilters>): Promise<Found> {
  const source = new AuditLogSource({
    code: sourceCode,
    ...{ adapter, taxonomy, temporal: await loadTemporal(), clock: createTestClock() },
    options: { ...DEFAULT_SOURCE_OPTIONS, budget: { seconds: 60, requests: 1000, records: 1_000_000 } },
  });
  const query: LogQuery = {
    ...{ filters: { ...createDefaultFilters(), ...filters }, span: RANGE, endsNow: false, pageSize: 25 },
  };
  const reader = await source.search(query);
  const pages: SourcePage[] = [];
  const errors: unknown[] = [];
  while (pages[pages.length - 1]?.hasMore !== false && errors.length < 100) {
    const { signal } = new AbortController();
    await reader.read(25, { signal }).then(
      (page) => pages.push(page),
      (error: unknown) => errors.push(error),
    );
  }
  return { pages, errors };
}
