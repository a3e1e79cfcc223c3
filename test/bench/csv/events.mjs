import { createMockServer } from "../../../demo/mocks/index.js";
import { toEvent } from "../../../src/api/records/to-event.js";
import { loadTemporal } from "../../../src/core/time/temporal.js";

/** The mock server's everyday life of a year, as events that came from another thread: no text is shared with any other. */
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
