import type { AuditEvent } from "../../core/audit-event.js";

/**
 * Keys for rows, for Lit's `repeat`. An event that was on the screen before keeps its row, with focus and all, wherever it
 * is now; every other event takes over a row that is free, so that turning a page makes no new ones.
 */
export class RowKeys {
  #keys = new Map<string, number>();

  of(events: readonly AuditEvent[]): (event: AuditEvent) => number {
    const before = this.#keys;
    const stays = new Set(events.map(({ id }) => id));
    const free = [...before].flatMap(([id, key]) => (stays.has(id) ? [] : [key]));
    let next = before.size;
    this.#keys = new Map(events.map(({ id }) => [id, before.get(id) ?? free.shift() ?? next++]));
    return ({ id }) => this.#keys.get(id)!;
  }
}
