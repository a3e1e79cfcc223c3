import type { AuditEvent } from "../domain/audit-event.js";
import { contentKey } from "../domain/parameter-text.js";
import type { Placed } from "./answer.js";
import { count } from "./count.js";
import type { NamelessEvent } from "./normalise.js";

/** Something that was read, at its place in time. */
export interface Entry {
  readonly place: number;
  /** The latest time that it may have: its place, but for an item without a time of its own. */
  readonly latest: number;
  /** The record, redacted where a redaction is set. */
  readonly raw: unknown;
}

interface Found extends Entry {
  readonly event: AuditEvent;
  /** Its id, but for the number of a copy. */
  readonly hash: string;
  /** All its copies have this place. */
  readonly isFixed: boolean;
}

type PlacedEvent = Placed & { readonly event: NamelessEvent };

/**
 * What a search has found, newest first: events, and items that are no records. Copies are records, too: each event has an
 * id of its own.
 */
export class EventList {
  #found: Found[] = [];
  #unreadable: Entry[] = [];
  readonly #copies = new Map<string, number>();
  /** Handed out, and as old as what was handed out last: more copies of them may come. */
  #leaving: Found[] = [];

  get length(): number {
    return this.#found.length;
  }

  /** The newest `count` events. */
  first(count: number): AuditEvent[] {
    return this.#found.slice(0, count).map(({ event }) => event);
  }

  /** How many events are as new as `event` or newer; 0 where it is not in the list. */
  countTo(event: AuditEvent): number {
    return this.#found.findIndex((one) => one.event === event) + 1;
  }

  /** Items that are no records, as they came. */
  get unreadable(): readonly unknown[] {
    return this.#unreadable.map(({ raw }) => raw);
  }

  /** Hands out the newest events and forgets them, and the unreadable items with them. */
  take(count: number): { events: AuditEvent[]; unreadable: unknown[] } {
    const taken = this.#found.splice(0, count);
    this.#leave(taken);
    const events = taken.map(({ event }) => event);
    return { events, unreadable: this.#unreadable.splice(0).map(({ raw }) => raw) };
  }

  /** Adds what is older than everything in the list. */
  append(item: PlacedEvent): void {
    this.#found.push(this.#named(item.event, item.place, latestOf(item), isFixed(item)));
  }

  appendUnreadable(item: Placed): void {
    this.#unreadable.push({ place: item.place, latest: latestOf(item), raw: item.kept });
  }

  /** Adds what was read late, each where it belongs; newest first. */
  insert(items: readonly PlacedEvent[]): void {
    const named = items.map((item) => this.#named(item.event, item.place, latestOf(item), isFixed(item)));
    this.#found = joined(named, this.#found);
  }

  /**
   * Takes in what a second read found from `from` on. The same content counts as often as the read that has it most; what
   * is in this list keeps its id and its order.
   *
   * @returns how many events are new
   */
  absorb(other: EventList, from: number): number {
    const isRecent = ({ latest }: Entry) => latest >= from;
    const found = missing(this.#found.filter(isRecent), other.#found.filter(isRecent));
    const unreadable = missing(this.#unreadable.filter(isRecent), other.#unreadable.filter(isRecent));
    this.#unreadable = joined(unreadable, this.#unreadable);
    const named = found.map(({ event, place, latest, isFixed }) => this.#named(event, place, latest, isFixed));
    this.#found = joined(named, this.#found);
    return found.length;
  }

  /** What comes now is no copy of anything newer: a million ids are not to be remembered. */
  #leave(taken: readonly Found[]): void {
    const last = taken[taken.length - 1];
    if (!last) return;
    this.#leaving = [...this.#leaving, ...taken].filter(({ place, hash, isFixed }) => {
      if (place <= last.place) return true;
      if (isFixed) this.#copies.delete(hash);
      return false;
    });
  }

  #named(event: NamelessEvent, place: number, latest: number, isFixed: boolean): Found {
    const hash = hashOf(contentKey(event.raw));
    const copy = (this.#copies.get(hash) ?? 0) + 1;
    this.#copies.set(hash, copy);
    return {
      place,
      latest,
      raw: event.raw,
      hash,
      isFixed,
      event: { ...event, id: copy === 1 ? hash : `${hash}-${copy}` },
    };
  }
}

export function latestOf({ time, newer, place }: Pick<Placed, "time" | "newer" | "place">): number {
  return time === null ? (newer ?? Infinity) : place;
}

/** Copies of what has no time of its own, another one by a redaction, or one that comes twice can be anywhere. */
function isFixed({ event, place, comesTwice }: PlacedEvent): boolean {
  return event.time === place && !comesTwice;
}

/** What `fresh` has more often than `own`. */
export function missing<T extends Entry>(own: readonly Entry[], fresh: readonly T[]): T[] {
  const known = new Map<string, number>();
  for (const { raw } of own) count(known, contentKey(raw));
  return fresh.filter(({ raw }) => {
    const key = contentKey(raw);
    const left = known.get(key) ?? 0;
    known.set(key, left - 1);
    return left <= 0;
  });
}

/** Two lists as one, newest first; of equal places the first list's come first. */
function joined<T extends Entry>(one: readonly T[], other: readonly T[]): T[] {
  if (one.length === 0) return [...other];
  // Sorting is stable.
  return [...one, ...other].sort((left, right) => right.place - left.place);
}

/** 64 bits of FNV-1a in two halves with different offsets; short, and stable from search to search. */
function hashOf(text: string): string {
  let low = 0x811c9dc5;
  let high = 0xcbf29ce4;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    low = Math.imul(low ^ code, 0x01000193);
    high = Math.imul(high ^ (code + at), 0x01000193);
  }
  return (low >>> 0).toString(36) + (high >>> 0).toString(36);
}
