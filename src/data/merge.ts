import { contentKey } from "../domain/parameter-text.js";
import type { Placed } from "./answer.js";
import { FIELDS } from "./wire.js";

/**
 * Merges what several legs have read of the same time, newest first. Within a leg copies are records and add up; across
 * legs the same content is the same record, so the greater count holds.
 */
export class Merger {
  /** How often a content was handed out. */
  readonly #merged = new Map<string, number>();
  readonly #perLeg: Map<string, number>[] = [];
  /** Whether the legs were asked for the same, so that what one has and another has not says something about them. */
  isComparing = true;
  /** How many records each leg has given, and how many of them no leg before it had. */
  readonly given: number[] = [];
  readonly added: number[] = [];

  /** @param batches one a leg, each newest first, all of the same stretch of time */
  merge(batches: readonly (readonly Placed[])[]): Placed[] {
    const all = batches.flatMap((batch, leg) => batch.map((item) => ({ item, leg })));
    // Sorting is stable: ties stay in the order of the legs, and within a leg in its own.
    all.sort((one, other) => other.item.place - one.item.place);
    return all.filter(({ item, leg }) => this.#isNew(item, leg)).map(({ item }) => item);
  }

  /** What one leg brings beyond what all legs have brought so far. */
  mergeLeg(leg: number, items: readonly Placed[]): Placed[] {
    return items.filter((item) => this.#isNew(item, leg));
  }

  #isNew(item: Placed, leg: number): boolean {
    const key = keyOf(item);
    const counts = (this.#perLeg[leg] ??= new Map());
    const seen = (counts.get(key) ?? 0) + 1;
    counts.set(key, seen);
    if (this.isComparing) this.given[leg] = (this.given[leg] ?? 0) + 1;
    const before = this.#merged.get(key) ?? 0;
    if (seen <= before) return false;
    this.#merged.set(key, seen);
    if (this.isComparing) this.added[leg] = (this.added[leg] ?? 0) + 1;
    return true;
  }
}

/** Two logs may write the same time in different ways. */
function keyOf({ raw, time }: Placed): string {
  if (time === null) return contentKey(raw);
  const { [FIELDS.time]: _, ...rest } = raw as Record<string, unknown>;
  return `${time} ${contentKey(rest)}`;
}
