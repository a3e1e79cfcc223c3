import type { EventField } from "./fields.js";

/** One named value of a record's details, as the server sent it (text, number, list, object, null). */
export interface EventParameter {
  readonly name: string;
  readonly value: unknown;
}

/**
 * One record of the audit log. Texts are as the server sent them, and numbers become texts; a missing or empty field is
 * `""`. `raw` has the unchanged record for exports.
 */
export interface AuditEvent extends Readonly<Record<EventField, string>> {
  /** The id of the event within one search; it is unique, even for equal records. */
  readonly id: string;
  /** Milliseconds since 1970-01-01T00:00Z; `null` if the timestamp is unreadable. */
  readonly time: number | null;
  /** The timestamp as the server sent it. */
  readonly timeText: string;
  readonly parameters: readonly EventParameter[];
  readonly raw: unknown;
}

export type { EventField };
