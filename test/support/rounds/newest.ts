import type { MockServer, StoredRecord } from "../../../demo/mocks/index.js";
import type { Span } from "../../../src/core/coverage.js";
import { createDefaultFilters, type AuditFilters } from "../../../src/core/filters/filters.js";
import { compileFilters } from "../../../src/core/filters/matching.js";
import { compileTaxonomy } from "../../../src/core/taxonomy/taxonomy.js";
import { loadTemporal } from "../../../src/core/time/temporal.js";
import type { ZonedCalendar } from "../../../src/core/time/zoned-calendar.js";
import { DEFAULT_TAXONOMY } from "../../../src/core/taxonomy/vocabulary.js";
import { readEvent } from "./least.js";
import type { RoundsSearch } from "./searches.js";

export const taxonomy = compileTaxonomy(DEFAULT_TAXONOMY);

/** Records of a range that match all filters, newest first. */
export function findMatching(
  server: MockServer,
  filters: AuditFilters,
  span: Span,
  temporal: ZonedCalendar,
): StoredRecord[] {
  const matches = compileFilters(filters, taxonomy);
  const inRange = server.stored.filter(({ time }) => time >= span.from && time < span.until);
  return inRange.filter((entry) => matches(readEvent(entry, temporal)));
}

/** The times of the newest events of a range that a search must find, in milliseconds; null where the timestamp is unreadable. */
export async function readNewestTimes(
  server: MockServer,
  search: RoundsSearch,
  span: Span,
  count: number,
): Promise<(number | null)[]> {
  const temporal = await loadTemporal();
  const filters = { ...createDefaultFilters(), ...search.filters(server) };
  const newest = findMatching(server, filters, span, temporal).slice(0, count);
  return newest.map((entry) => readEvent(entry, temporal).time);
}

type Times = readonly (number | null)[];

/** Whether the shown events are the expected ones, or their beginning where reading has paused. */
export function areNewest(shown: Times, expected: Times, paused: boolean): boolean {
  // A record without a readable time may be on either side of its neighbor.
  const [times, expectedTimes] = [shown, expected].map((list) => list.filter((time) => time !== null));
  const isBeginning = times!.every((time, at) => time === expectedTimes![at]);
  return isBeginning && (paused || shown.length === expected.length);
}
