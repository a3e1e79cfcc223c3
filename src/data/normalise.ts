import type { AuditEvent, EventParameter } from "../domain/audit-event.js";
import { parameterText } from "../domain/parameter-text.js";
import { parseTimestamp } from "../domain/iso-time.js";
import type { TemporalNamespace } from "../domain/temporal.js";
import { FIELDS } from "./wire.js";

export interface NormaliseOptions {
  /** Zone of a timestamp that has neither offset nor zone. */
  readonly naiveZone: string;
  readonly temporal: TemporalNamespace;
  /** Applied to every record before anything else sees it. */
  readonly redact?: ((record: unknown) => unknown) | undefined;
}

/** An event that has no id yet: ids count copies, which only the reader of a whole search can. */
export type NamelessEvent = Omit<AuditEvent, "id">;

/**
 * One item of a server's answer as an event, or undefined for an item that is no record at all (text, number, list,
 * null). Never throws: servers of this vendor answer numbers as text, empty strings for null, and leave fields out.
 */
export function normalise(item: unknown, options: NormaliseOptions): NamelessEvent | undefined {
  if (!isRecord(item)) return undefined;
  const raw = options.redact ? redacted(item, options.redact) : item;
  if (!isRecord(raw)) return undefined;
  const timeText = parameterText(own(raw, FIELDS.time));
  return {
    time: instant(timeText, options),
    timeText,
    action: parameterText(own(raw, FIELDS.action)),
    object: parameterText(own(raw, FIELDS.object)),
    byUser: parameterText(own(raw, FIELDS.byUser)),
    byDomain: parameterText(own(raw, FIELDS.byDomain)),
    byIp: parameterText(own(raw, FIELDS.byIp)),
    client: parameterText(own(raw, FIELDS.client)),
    affectedUser: parameterText(own(raw, FIELDS.affectedUser)),
    affectedDomain: parameterText(own(raw, FIELDS.affectedDomain)),
    host: parameterText(own(raw, FIELDS.host)),
    parameters: parameters(own(raw, FIELDS.details)),
    raw,
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

function instant(timestamp: string, { naiveZone, temporal }: NormaliseOptions): number | null {
  const parsed = parseTimestamp(timestamp);
  if (!parsed) return null;
  if (parsed.offsetMinutes !== undefined) return parsed.wall - parsed.offsetMinutes * 60_000;
  const zone = parsed.zone || naiveZone;
  if (zone === "UTC") return parsed.wall;
  try {
    const wall = temporal.Instant.fromEpochMilliseconds(parsed.wall).toZonedDateTimeISO("UTC").toPlainDateTime();
    return wall.toZonedDateTime(zone).epochMilliseconds;
  } catch {
    // A zone that the browser does not know: the time stays as it came.
    return null;
  }
}

/** Redactions that failed: one that fails at every record is said once. */
const failed = new WeakSet<object>();

/** A redaction that fails must hide too much rather than too little. */
function redacted(record: Record<string, unknown>, redact: (record: unknown) => unknown): unknown {
  try {
    return redact(record);
  } catch (error) {
    if (!failed.has(redact))
      console.warn("<audit-log-viewer> `redact` failed; such records are shown without their content.", error);
    failed.add(redact);
    return { [FIELDS.time]: own(record, FIELDS.time) };
  }
}
