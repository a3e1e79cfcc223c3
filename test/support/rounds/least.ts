import type { MockServer, StoredRecord } from "../../../demo/mocks/index.js";
import { toEvent } from "../../../src/api/records/to-event.js";
import type { AuditEvent } from "../../../src/core/audit-event.js";
import type { Span } from "../../../src/core/coverage.js";
import type { AuditFilters } from "../../../src/core/filters/filters.js";
import { compileFilters } from "../../../src/core/filters/matching.js";
import type { CompiledTaxonomy } from "../../../src/core/taxonomy/taxonomy.js";
import type { ZonedCalendar } from "../../../src/core/time/zoned-calendar.js";
import type { RoundsServer } from "./servers.js";
import { DAY } from "../durations.js";

const SIGN_INS = ["login", "logout"];

/** What no way of reading can do without, even one that knows the server. */
export interface Least {
  readonly requests: number;
  readonly rounds: number;
  readonly records: number;
}

export interface LeastSetting {
  readonly server: MockServer;
  readonly kind: RoundsServer;
  readonly filters: AuditFilters;
  /** What has to be read: back to the last record of the page, or to the start of the range. */
  readonly span: Span;
  readonly taxonomy: CompiledTaxonomy;
  readonly temporal: ZonedCalendar;
  /** Requests at once. */
  readonly places: number;
}

/** The filters that the API can apply, as far as it can be trusted to. */
function removeUnsendable(filters: AuditFilters): AuditFilters {
  const showsSignIns = filters.actions.some((id) => SIGN_INS.includes(id));
  // A failed sign-in can have any spelling, so sign-ins are never sent as a filter.
  return { ...filters, byUser: "", parameters: [], exclude: {}, ...(showsSignIns ? { actions: [] } : {}) };
}

/** A record as the viewer reads it. All servers have the same records, so each is read once. */
export function readEvent({ record }: StoredRecord, temporal: ZonedCalendar): AuditEvent {
  const known = events.get(record);
  if (known) return known;
  const event = toEvent(record, { naiveZone: "UTC", temporal }).event as AuditEvent;
  events.set(record, event);
  return event;
}

const events = new WeakMap<object, AuditEvent>();

/** The least for all endpoints: those records that the server cannot leave out, in answers that are full. */
export function computeLeast(setting: LeastSetting): Least {
  const { server, kind, filters, span, taxonomy, temporal, places } = setting;
  const isNeeded = compileFilters(removeUnsendable(filters), taxonomy);
  const needed = server.stored.filter(
    (entry) => entry.time >= span.from && entry.time < span.until && isNeeded(readEvent(entry, temporal)),
  );
  const mayShowSignIns = filters.actions.length === 0 || filters.actions.some((id) => SIGN_INS.includes(id));
  const counts = [
    needed.filter(({ log }) => log !== "access").length,
    ...(mayShowSignIns ? [needed.filter(({ log }) => log !== "audit").length] : []),
  ];
  const windows = Math.ceil((span.until - span.from) / ((kind.longestDays ?? Infinity) * DAY));
  const requests = counts.reduce((sum, count) => sum + Math.max(1, Math.ceil(count / kind.cap), windows), 0);
  return {
    requests,
    rounds: Math.ceil(requests / places),
    records: counts.reduce((sum, count) => sum + count, 0),
  };
}
