import { createMockServer } from "../../../demo/mocks/index.js";
import { toEvent } from "../../../src/api/records/to-event.js";
import { loadTemporal } from "../../../src/core/time/temporal.js";

/**
 * A year of the mock server's everyday records, as events from another thread: no event shares its texts with another
 * one.
 */
export async function makeEvents(count, now) {
  const temporal = await loadTemporal();
  const { stored } = createMockServer({ seed: 1, now: () => now, events: count, days: 365 });
  const records = JSON.parse(JSON.stringify(stored.map(({ record }) => record)));
  const events = records.map((record, at) => ({
    id: String(at),
    ...toEvent(record, { naiveZone: "UTC", temporal }).event,
  }));
  return structuredClone(events);
}
