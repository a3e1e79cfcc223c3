import { contentKey } from "../../core/text/parameter-text.js";
import type { Placed } from "./answer.js";
import { RECORD_FIELDS } from "./wire.js";

/** How often a content came. */
interface Seen {
  /** Of its records; null where that cannot be read. */
  readonly time: number | null;
  readonly perLeg: number[];
  /** How often it was handed out. */
  merged: number;
}

/**
 * Merges what several legs have read of the same time, newest first. Within a leg copies are records and add up; across
 * legs the same content is the same record, so the greater count holds.
 */
export class Merger {
  readonly #seen = new Map<string, Seen>();
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

  /** No leg brings anything from `place` on any more: a million records are not to be remembered to the end of the range. */
  forget(place: number): void {
    // Newest first, but for what came late: that goes once its time has come here.
    for (const [key, { time }] of this.#seen) {
      if (time === null) continue;
      if (time < place) return;
      this.#seen.delete(key);
    }
  }

  #isNew(item: Placed, leg: number): boolean {
    const key = keyOf(item);
    const seen = this.#seen.get(key) ?? { time: item.time, perLeg: [], merged: 0 };
    this.#seen.set(key, seen);
    const count = (seen.perLeg[leg] ?? 0) + 1;
    seen.perLeg[leg] = count;
    if (this.isComparing) this.given[leg] = (this.given[leg] ?? 0) + 1;
    if (count <= seen.merged) return false;
    seen.merged = count;
    if (this.isComparing) this.added[leg] = (this.added[leg] ?? 0) + 1;
    return true;
  }
}

/** Two logs may write the same time in different ways. */
function keyOf({ raw, time }: Placed): string {
  if (time === null) return contentKey(raw);
  const { [RECORD_FIELDS.time]: _, ...rest } = raw as Record<string, unknown>;
  return `${time} ${contentKey(rest)}`;
}
