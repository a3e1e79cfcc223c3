import type { AuditEvent, EventParameter } from "../../core/audit-event.js";
import { parseTimestamp } from "../../core/time/iso-time.js";
import { formatParameter } from "../../core/text/parameter-text.js";
import type { ZonedCalendar } from "../../core/time/zoned-calendar.js";
import { RECORD_FIELDS } from "./wire.js";

export interface EventOptions {
  /** The time zone of timestamps that have neither an offset nor a zone. */
  readonly naiveZone: string;
  readonly temporal: ZonedCalendar;
  /** Applied to every record before the viewer shows it. */
  readonly redact?: ((record: unknown) => unknown) | undefined;
}

/** An event that has no id yet. An id contains the number of the copy, which only the list of a whole search knows. */
export type EventWithoutId = Omit<AuditEvent, "id">;

/** The instant of a timestamp. */
export interface RecordTime {
  /** Milliseconds since 1970-01-01T00:00Z; null if the text cannot be read. */
  readonly time: number | null;
  /** The second instant of a wall time that a clock change repeats. */
  readonly laterTime?: number;
  /** The text has neither an offset nor a zone: its meaning depends on a setting. */
  readonly isZoneless: boolean;
}

/** One item of an answer. */
export interface ParsedItem extends RecordTime {
  /** The item as the server sent it. */
  readonly raw: unknown;
  /** The event before redaction. undefined: the item is not a record but a text, number, list or null. */
  readonly originalEvent: EventWithoutId | undefined;
  /** The event after redaction. */
  readonly event: EventWithoutId | undefined;
  /** The item after redaction. */
  readonly redactedRaw: unknown;
}

/**
 * Converts one item of an answer. Never throws: servers of this vendor send numbers as text and empty strings for null, and
 * leave out fields. The time is the one before redaction, because it decides where the record belongs.
 */
export function toEvent(item: unknown, options: EventOptions): ParsedItem {
  if (!isRecord(item)) {
    // A redaction handles records only, so the viewer does not keep anything else.
    const redactedRaw = options.redact ? null : item;
    return { raw: item, time: null, isZoneless: false, originalEvent: undefined, event: undefined, redactedRaw };
  }
  const recordTime = parseTime(formatParameter(readOwnMember(item, RECORD_FIELDS.time)), options);
  const originalEvent = createEvent(item, recordTime.time);
  const parsed = { ...recordTime, raw: item, originalEvent };
  if (!options.redact) return { ...parsed, event: originalEvent, redactedRaw: item };
  return { ...parsed, ...applyRedaction(item, options.redact, options) };
}

/** An item after another redaction. */
export interface RedactedItem {
  readonly event: EventWithoutId;
  /** As in `ParsedItem`. */
  readonly redactedRaw: unknown;
}

/**
 * Converts an item again after the redaction has changed. The item is on the screen already, so it stays an event: an empty
 * one if the redaction hides the whole record.
 *
 * @param time the record's own time
 */
export function redactAgain(item: unknown, time: number | null, options: EventOptions): RedactedItem {
  const parsed = toEvent(item, options);
  const { redactedRaw } = parsed;
  return { redactedRaw, event: resolveTime(time, parsed) ?? { ...createEvent({}, null), raw: redactedRaw } };
}

/** Returns the event with its resolved time, unless a redaction has changed the time. */
export function resolveTime(time: number | null, { event, time: parsedTime }: ParsedItem): EventWithoutId | undefined {
  return event && event.time === parsedTime ? { ...event, time } : event;
}

function createEvent(record: Record<string, unknown>, time: number | null): EventWithoutId {
  return {
    time,
    timeText: formatParameter(readOwnMember(record, RECORD_FIELDS.time)),
    action: formatParameter(readOwnMember(record, RECORD_FIELDS.action)),
    object: formatParameter(readOwnMember(record, RECORD_FIELDS.object)),
    byUser: formatParameter(readOwnMember(record, RECORD_FIELDS.byUser)),
    byDomain: formatParameter(readOwnMember(record, RECORD_FIELDS.byDomain)),
    byIp: formatParameter(readOwnMember(record, RECORD_FIELDS.byIp)),
    client: formatParameter(readOwnMember(record, RECORD_FIELDS.client)),
    affectedUser: formatParameter(readOwnMember(record, RECORD_FIELDS.affectedUser)),
    affectedDomain: formatParameter(readOwnMember(record, RECORD_FIELDS.affectedDomain)),
    host: formatParameter(readOwnMember(record, RECORD_FIELDS.host)),
    parameters: toParameters(readOwnMember(record, RECORD_FIELDS.details)),
    raw: record,
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Reads own members only: host pages may add members to `Object.prototype`. */
function readOwnMember(record: Record<string, unknown>, name: string): unknown {
  return Object.prototype.hasOwnProperty.call(record, name) ? record[name] : undefined;
}

/** Details are an object with any keys. The viewer shows anything else under the name of the field. */
function toParameters(details: unknown): EventParameter[] {
  if (details === undefined || details === null || details === "") return [];
  if (isRecord(details)) return Object.keys(details).map((name) => ({ name, value: details[name] }));
  if (Array.isArray(details)) return details.map((value: unknown, at) => ({ name: String(at + 1), value }));
  return [{ name: "details", value: details }];
}

function parseTime(timestamp: string, { naiveZone, temporal }: EventOptions): RecordTime {
  const parsed = parseTimestamp(timestamp);
  if (!parsed) return { time: null, isZoneless: false };
  if (parsed.offsetMinutes !== undefined)
    return { time: parsed.wall - parsed.offsetMinutes * 60_000, isZoneless: false };
  const isZoneless = parsed.zone === "";
  const zone = parsed.zone || naiveZone;
  if (zone === "UTC") return { time: parsed.wall, isZoneless };
  try {
    const [time, laterTime] = temporal.instants(temporal.wallTime(parsed.wall, "UTC"), zone);
    return laterTime === time ? { time, isZoneless } : { time, laterTime, isZoneless };
  } catch {
    // The browser does not know this zone, so the viewer shows the text of the time.
    return { time: null, isZoneless: false };
  }
}

/**
 * Redacts a record. A redaction that fails must hide too much rather than too little: only the time remains. The redaction
 * gets a copy that it may change, because a later redaction needs the original. `null` removes the whole record. Any other
 * result that is not a record is a failure, as is a record that throws when it is read.
 */
function applyRedaction(
  item: Record<string, unknown>,
  redact: (record: unknown) => unknown,
  options: EventOptions,
): Pick<ParsedItem, "event" | "redactedRaw"> {
  const convert = (redactedRaw: Record<string, unknown>) => {
    const { time } = parseTime(formatParameter(readOwnMember(redactedRaw, RECORD_FIELDS.time)), options);
    return { redactedRaw, event: createEvent(redactedRaw, time) };
  };
  try {
    const redactedRaw = redact(structuredClone(item));
    if (redactedRaw === null) return { redactedRaw, event: undefined };
    if (redactedRaw instanceof Promise) {
      // Without this, a promise that rejects would be an unhandled rejection.
      redactedRaw.catch(() => undefined);
      throw new TypeError("It must return a record, not a promise.");
    }
    if (!isRecord(redactedRaw)) throw new TypeError("It must return a record, or null to leave it out.");
    return convert(redactedRaw);
  } catch (error) {
    warnOnce(redact, error);
    return convert({ [RECORD_FIELDS.time]: readOwnMember(item, RECORD_FIELDS.time) });
  }
}

const warned = new WeakSet<object>();

/** Warns once for each redaction, not once for each record. */
function warnOnce(redact: (record: unknown) => unknown, error: unknown): void {
  if (warned.has(redact)) return;
  warned.add(redact);
  console.warn("<audit-log-viewer> `redact` failed; these records are shown without their content.", error);
}
