import type { AuditEvent } from "../../core/audit-event.js";

/**
 * Creates the keys for Lit's `repeat`. An event that stays on the screen keeps its row, and so the focus. A new event gets an
 * unused row, so that the next page creates no elements.
 */
export class RowRecycler {
  #keys = new Map<string, number>();

  keysFor(events: readonly AuditEvent[]): (event: AuditEvent) => number {
    const before = this.#keys;
    const stays = new Set(events.map(({ id }) => id));
    const free = [...before].flatMap(([id, key]) => (stays.has(id) ? [] : [key]));
    let next = before.size;
    this.#keys = new Map(events.map(({ id }) => [id, before.get(id) ?? free.shift() ?? next++]));
    return ({ id }) => this.#keys.get(id)!;
  }
}
