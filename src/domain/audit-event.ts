/** One named value of a record's details, as it came (text, number, list, object, null). */
export interface EventParameter {
  readonly name: string;
  readonly value: unknown;
}

/**
 * One record of the audit log in the viewer's own words. Texts are as they came, numbers written out; a field that the
 * record does not have, or has empty, is `""`. The record itself is kept untouched in `raw`, for export.
 */
export interface AuditEvent {
  /** Identifies the event within one search: distinct for every shown event, also for equal copies. */
  readonly id: string;
  /** Milliseconds since 1970-01-01T00:00Z; `null` when the timestamp cannot be read. */
  readonly time: number | null;
  /** The timestamp as it came. */
  readonly timeText: string;
  readonly action: string;
  readonly object: string;
  readonly byUser: string;
  readonly byDomain: string;
  readonly byIp: string;
  readonly client: string;
  readonly affectedUser: string;
  readonly affectedDomain: string;
  readonly host: string;
  readonly parameters: readonly EventParameter[];
  readonly raw: unknown;
}

/** The text fields of an event that can be filtered by, named like the filters. */
export type EventField =
  "action" | "object" | "byUser" | "byDomain" | "byIp" | "client" | "affectedUser" | "affectedDomain" | "host";
