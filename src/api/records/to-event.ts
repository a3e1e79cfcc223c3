import type { AuditEvent, EventParameter } from "../../core/audit-event.js";
import { parseTimestamp } from "../../core/time/iso-time.js";
import { parameterText } from "../../core/text/parameter-text.js";
import type { ZonedCalendar } from "../../core/time/zoned-calendar.js";
import { RECORD_FIELDS } from "./wire.js";

export interface EventOptions {
  /** Zone of a timestamp that has neither offset nor zone. */
  readonly naiveZone: string;
  readonly temporal: ZonedCalendar;
  /** Applied to every record before anything is shown of it. */
  readonly redact?: ((record: unknown) => unknown) | undefined;
}

/** An event that has no id yet: ids count copies, which only the reader of a whole search can. */
export type NamelessEvent = Omit<AuditEvent, "id">;

/** An instant that a timestamp may mean. */
export interface RecordTime {
  /** Milliseconds since 1970-01-01T00:00Z; null when the text cannot be read. */
  readonly time: number | null;
  /** The other instant of a wall time that a change of the clock brings twice. */
  readonly later?: number;
  /** The text has neither offset nor zone: what it means rests on a setting. */
  readonly isNaive: boolean;
}

/** One item of a server's answer. */
export interface ReadRecord extends RecordTime {
  /** As the server sent it. undefined for an item that is no record at all (text, number, list, null). */
  readonly original: NamelessEvent | undefined;
  /** As it may be shown: redacted, where a redaction is set. */
  readonly event: NamelessEvent | undefined;
  /** The item itself as it may be shown, whatever it is. */
  readonly kept: unknown;
}

/**
 * Reads one item of an answer. Never throws: servers of this vendor answer numbers as text, empty strings for null, and
 * leave fields out. The time is the record's own, whatever a redaction makes of it: it decides where the record belongs.
 */
export function toEvent(item: unknown, options: EventOptions): ReadRecord {
  if (!isRecord(item)) {
    // A redaction is written for records. What it cannot be asked about is not kept.
    const kept = options.redact ? null : item;
    return { time: null, isNaive: false, original: undefined, event: undefined, kept };
  }
  const times = timesOf(parameterText(own(item, RECORD_FIELDS.time)), options);
  const original = eventOf(item, times.time);
  if (!options.redact) return { ...times, original, event: original, kept: item };
  return { ...times, original, ...redacted(item, options.redact, options) };
}

/** What is made of a record that was read before, as another redaction has it. */
export interface ReadAnew {
  readonly event: NamelessEvent;
  /** As in `Normalised`. */
  readonly kept: unknown;
}

/**
 * Reads an item again for another redaction. It is on the screen already, so it stays an event: an empty one where nothing
 * may be shown of it.
 *
 * @param time what its own time was found to be
 */
export function readAnew(item: unknown, time: number | null, options: EventOptions): ReadAnew {
  const read = toEvent(item, options);
  return { kept: read.kept, event: movedTo(time, read) ?? { ...eventOf({}, null), raw: read.kept } };
}

/** The time that is shown moves with the record, unless a redaction has made another one of it. */
export function movedTo(time: number | null, { event, time: own }: ReadRecord): NamelessEvent | undefined {
  return event && event.time === own ? { ...event, time } : event;
}

function eventOf(record: Record<string, unknown>, time: number | null): NamelessEvent {
  return {
    time,
    timeText: parameterText(own(record, RECORD_FIELDS.time)),
    action: parameterText(own(record, RECORD_FIELDS.action)),
    object: parameterText(own(record, RECORD_FIELDS.object)),
    byUser: parameterText(own(record, RECORD_FIELDS.byUser)),
    byDomain: parameterText(own(record, RECORD_FIELDS.byDomain)),
    byIp: parameterText(own(record, RECORD_FIELDS.byIp)),
    client: parameterText(own(record, RECORD_FIELDS.client)),
    affectedUser: parameterText(own(record, RECORD_FIELDS.affectedUser)),
    affectedDomain: parameterText(own(record, RECORD_FIELDS.affectedDomain)),
    host: parameterText(own(record, RECORD_FIELDS.host)),
    parameters: parameters(own(record, RECORD_FIELDS.details)),
    raw: record,
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Own members only: pages that host the viewer add members to `Object.prototype`. */
function own(record: Record<string, unknown>, name: string): unknown {
  return Object.prototype.hasOwnProperty.call(record, name) ? record[name] : undefined;
}

/** Details are an object of any keys; anything else that a server puts there is kept under the field's name. */
function parameters(details: unknown): EventParameter[] {
  if (details === undefined || details === null || details === "") return [];
  if (isRecord(details)) return Object.keys(details).map((name) => ({ name, value: details[name] }));
  if (Array.isArray(details)) return details.map((value: unknown, at) => ({ name: String(at + 1), value }));
  return [{ name: "details", value: details }];
}

function timesOf(timestamp: string, { naiveZone, temporal }: EventOptions): RecordTime {
  const parsed = parseTimestamp(timestamp);
  if (!parsed) return { time: null, isNaive: false };
  if (parsed.offsetMinutes !== undefined) return { time: parsed.wall - parsed.offsetMinutes * 60_000, isNaive: false };
  const isNaive = parsed.zone === "";
  const zone = parsed.zone || naiveZone;
  if (zone === "UTC") return { time: parsed.wall, isNaive };
  try {
    const [time, later] = temporal.instants(temporal.wallTime(parsed.wall, "UTC"), zone);
    return later === time ? { time, isNaive } : { time, later, isNaive };
  } catch {
    // A zone that the browser does not know: the time stays as it came.
    return { time: null, isNaive: false };
  }
}

/**
 * A redaction that fails must hide too much rather than too little. It may change what it is given: that is a copy, as another
 * redaction will want the record as it came. With `null` it leaves nothing of the record; any other answer that is no record
 * is a failure, as is a record that throws when it is read.
 */
function redacted(
  item: Record<string, unknown>,
  redact: (record: unknown) => unknown,
  options: EventOptions,
): Pick<ReadRecord, "event" | "kept"> {
  const read = (kept: Record<string, unknown>) => {
    return { kept, event: eventOf(kept, timesOf(parameterText(own(kept, RECORD_FIELDS.time)), options).time) };
  };
  try {
    const kept = redact(structuredClone(item));
    if (kept === null) return { kept, event: undefined };
    if (kept instanceof Promise) {
      // It may fail as well, and nobody waits for it.
      kept.catch(() => undefined);
      throw new TypeError("It must return a record, not a promise.");
    }
    if (!isRecord(kept)) throw new TypeError("It must return a record, or null to leave it out.");
    return read(kept);
  } catch (error) {
    warnOfRedaction(redact, error);
    return read({ [RECORD_FIELDS.time]: own(item, RECORD_FIELDS.time) });
  }
}

const warned = new WeakSet<object>();

/** Once for each redaction: a page of a thousand records says it once. */
function warnOfRedaction(redact: (record: unknown) => unknown, error: unknown): void {
  if (warned.has(redact)) return;
  warned.add(redact);
  console.warn("<audit-log-viewer> `redact` failed; these records are shown without their content.", error);
}
