import type { AuditEvent, EventField } from "../core/audit-event.js";
import { BAR_COLORS } from "../core/event-counts.js";
import { FIELD_IDS } from "../core/fields.js";
import { findBadgeColor } from "../core/taxonomy/badge-color.js";
import { readFailure } from "../core/taxonomy/sign-in-failure.js";
import type { CompiledTaxonomy } from "../core/taxonomy/taxonomy.js";

/** What the taxonomy says of a spelling of an action. */
export interface ActionClass {
  /** The index in the batch's `values`. */
  readonly value: number;
  /** The id in the taxonomy; `""` for an unknown action. */
  readonly id: string;
  /** The index in `BAR_COLORS`. */
  readonly color: number;
  /** Whether it is a failed login; false for other actions. */
  readonly failed: boolean;
  /** Whether it failed because of a bad password. */
  readonly badPassword: boolean;
}

/** What the taxonomy says of a spelling of an object. */
export interface ObjectClass {
  /** The index in the batch's `values`. */
  readonly value: number;
  /** The id in the taxonomy; `""` for an unknown object. */
  readonly id: string;
}

/** A page of events in columns, without their parameters: small enough to copy to another thread. */
export interface EventBatch {
  /** The distinct texts of all columns. */
  readonly values: readonly string[];
  /** For each text field one index in `values` for each event. */
  readonly columns: Readonly<Record<EventField, Uint32Array>>;
  /** Milliseconds since 1970-01-01T00:00Z for each event; NaN without a readable time. */
  readonly times: Float64Array;
  readonly actions: readonly ActionClass[];
  readonly objects: readonly ObjectClass[];
}

const EVENT_FIELDS = FIELD_IDS.filter((field) => field !== "time");

/** Writes events into columns. All columns share one buffer, so that a message has one instead of ten. */
export function encodeEvents(events: readonly AuditEvent[], classify: CompiledTaxonomy): EventBatch {
  const { length } = events;
  const buffer = new ArrayBuffer(length * (8 + 4 * EVENT_FIELDS.length));
  const times = new Float64Array(buffer, 0, length);
  events.forEach(({ time }, at) => (times[at] = time ?? NaN));

  const values: string[] = [];
  const known = new Map<string, number>();
  const columns = {} as Record<EventField, Uint32Array>;
  EVENT_FIELDS.forEach((field, place) => {
    const column = (columns[field] = new Uint32Array(buffer, length * (8 + 4 * place), length));
    events.forEach((event, at) => {
      const text = event[field];
      let value = known.get(text);
      if (value === undefined) known.set(text, (value = values.push(text) - 1));
      column[at] = value;
    });
  });

  const actions = [...new Set(columns.action)].map((value): ActionClass => {
    const action = values[value] ?? "";
    const shown = classify.action(action);
    const { id = "" } = shown.item ?? {};
    const color = BAR_COLORS.indexOf(findBadgeColor(action, shown));
    const { failed, badPassword } = readFailure(action, shown);
    return { value, id, color, failed: id === "login" && failed, badPassword };
  });
  const objects = [...new Set(columns.object)].map((value) => {
    return { value, id: classify.object(values[value] ?? "").item?.id ?? "" };
  });
  return { values, columns, times, actions, objects };
}

/** What a message with the batch may take along instead of copying it. The batch is empty afterwards. */
export function listTransferables({ times }: EventBatch): Transferable[] {
  return [times.buffer as ArrayBuffer];
}
