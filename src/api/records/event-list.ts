import type { AuditEvent } from "../../core/audit-event.js";
import { contentKey } from "../../core/text/parameter-text.js";
import type { Placed } from "./answer.js";
import { count } from "./count.js";
import type { NamelessEvent, ReadAnew } from "./to-event.js";

/** Something that was read, at its place in time. */
export interface Entry {
  readonly place: number;
  /** The latest time that it may have: its place, but for an item without a time of its own. */
  readonly latest: number;
  /** The record, redacted where a redaction is set. */
  readonly raw: unknown;
}

/** Reads an item anew; the same function for the same redaction. */
export type Rereading = (item: unknown, time: number | null) => ReadAnew;

interface Unreadable extends Entry {
  /** As it came. */
  readonly original: unknown;
}

interface Found extends Unreadable {
  readonly event: AuditEvent;
  /** Its own time. */
  readonly time: number | null;
  /** What was made of it last for another redaction. */
  shown?: { readonly by: Rereading; readonly event: AuditEvent };
  /** Its id, but for the number of a copy. */
  readonly hash: string;
}

/** What was in a list at one time. */
export interface Held {
  events(from: number, until: number): AuditEvent[];
  unreadable(): readonly unknown[];
}

/** The same text of a time without an offset may be found to mean another hour meanwhile, hardly another day. */
const APART_MS = 86_400_000;

/**
 * What a search has found, newest first: events, and items that are no records. Copies are records, too: each event has an
 * id of its own.
 */
export class EventList {
  readonly #rereading: () => Rereading | undefined;
  #found: Found[] = [];
  #unreadable: Unreadable[] = [];
  readonly #copies = new Map<string, number>();
  /** Handed out, and not much newer than what was handed out last: copies of them may come. */
  readonly #leaving: Pick<Found, "hash" | "place">[] = [];

  /**
   * @param rereading how to read again what is handed out; undefined while the redaction is set that everything here was
   * read with. What is handed out never has what the redaction of that moment hides.
   */
  constructor(rereading: () => Rereading | undefined = () => undefined) {
    this.#rereading = rereading;
  }

  get length(): number {
    return this.#found.length;
  }

  /** The newest `count` events. */
  first(count: number): AuditEvent[] {
    return this.#found.slice(0, count).map((one) => this.#shown(one));
  }

  /** The newest `count` events and the unreadable items, whatever becomes of the list: each as it is to be shown by then. */
  hold(count: number): Held {
    const found = this.#found.slice(0, count);
    const unreadable = [...this.#unreadable];
    return {
      events: (from, until) => found.slice(from, until).map((one) => this.#shown(one)),
      unreadable: () => unreadable.map((one) => this.#kept(one)),
    };
  }

  /** How many events are as new as `event` or newer; 0 where it is not in the list. */
  countTo(event: AuditEvent): number {
    return this.#found.findIndex(({ event: { id } }) => id === event.id) + 1;
  }

  /** Items that are no records, as they came. */
  get unreadable(): readonly unknown[] {
    return this.#unreadable.map((one) => this.#kept(one));
  }

  /** Hands out the newest events and forgets them, and the unreadable items with them. */
  take(count: number): { events: AuditEvent[]; unreadable: unknown[] } {
    const taken = this.#found.splice(0, count);
    this.#leave(taken);
    const unreadable = this.#unreadable.splice(0).map((one) => this.#kept(one));
    return { events: taken.map((one) => this.#shown(one)), unreadable };
  }

  /** Adds what is older than everything in the list. */
  append(item: Placed & { readonly event: NamelessEvent }): void {
    this.#found.push(this.#named({ ...item, original: item.raw, latest: latestOf(item) }));
  }

  appendUnreadable(item: Placed): void {
    this.#unreadable.push({ place: item.place, latest: latestOf(item), raw: item.kept, original: item.raw });
  }

  /** Adds what was read late, each where it belongs; newest first. */
  insert(items: readonly (Placed & { readonly event: NamelessEvent })[]): void {
    const named = items.map((item) => this.#named({ ...item, original: item.raw, latest: latestOf(item) }));
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
    this.#found = joined(
      found.map((one) => this.#named(one)),
      this.#found,
    );
    return found.length;
  }

  /** A million ids are not to be remembered: what comes now is no copy of anything much newer. */
  #leave(taken: readonly Found[]): void {
    for (const { event, hash, place } of taken) {
      // Copies of what has no time of its own, or another one by a redaction, can be anywhere.
      if (event.time === place) this.#leaving.push({ hash, place });
    }
    const last = this.#leaving[this.#leaving.length - 1];
    if (!last) return;
    const kept = this.#leaving.findIndex(({ place }) => place <= last.place + APART_MS);
    for (const { hash } of this.#leaving.splice(0, kept)) this.#copies.delete(hash);
  }

  #shown(found: Found): AuditEvent {
    const by = this.#rereading();
    if (!by) return found.event;
    if (found.shown?.by !== by) {
      const { event } = by(found.original, found.time);
      found.shown = { by, event: { ...event, id: found.event.id } };
    }
    return found.shown.event;
  }

  #kept({ raw, original }: Unreadable): unknown {
    const by = this.#rereading();
    return by ? by(original, null).kept : raw;
  }

  #named({ event, place, latest, original, time }: Nameless): Found {
    const hash = hashOf(contentKey(event.raw));
    const copy = (this.#copies.get(hash) ?? 0) + 1;
    this.#copies.set(hash, copy);
    const id = copy === 1 ? hash : `${hash}-${copy}`;
    return { place, latest, original, time, raw: event.raw, hash, event: { ...event, id } };
  }
}

type Nameless = Pick<Found, "place" | "latest" | "original" | "time"> & { readonly event: NamelessEvent };

export function latestOf({ time, newer, place }: Pick<Placed, "time" | "newer" | "place">): number {
  return time === null ? (newer ?? Infinity) : place;
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
