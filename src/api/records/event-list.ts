import type { AuditEvent } from "../../core/audit-event.js";
import { createContentKey } from "../../core/text/parameter-text.js";
import { addToCount } from "./add-to-count.js";
import type { AnswerItem } from "./answer.js";
import type { EventWithoutId, RedactedItem } from "./to-event.js";

/** An item in the list, with its position in time. */
export interface ListEntry {
  readonly sortTime: number;
  /** The latest possible time: `sortTime`, or later for an item without a time of its own. */
  readonly latestTime: number;
  /** The item after redaction. */
  readonly redactedRaw: unknown;
}

/** Applies the current redaction to an item. The same redaction has the same function. */
export type Redactor = (item: unknown, time: number | null) => RedactedItem;

interface UnreadableItem extends ListEntry {
  /** The item as the server sent it. */
  readonly raw: unknown;
}

interface FoundEvent extends UnreadableItem {
  readonly event: AuditEvent;
  /** The record's own time. */
  readonly time: number | null;
  /** The event after the redaction that was used last. */
  current?: { readonly redactor: Redactor; readonly event: AuditEvent };
  /** The id without the number of the copy. */
  readonly hash: string;
}

/** The content of a list at one time. */
export interface ListSnapshot {
  events(from: number, until: number): AuditEvent[];
  unreadable(): readonly unknown[];
}

/** Follows a list whose events are kept. */
export interface ListFollower {
  /** An event that is older than all others was added. */
  onAppend(): void;
  /** @param positions the positions of the inserted events in the list as it is now, ascending */
  onInsert(positions: readonly number[]): void;
}

/** The found events, newest first, for code that follows them. */
export interface FoundEvents {
  readonly length: number;
  /** With the current redaction. */
  events(from: number, until: number): AuditEvent[];
  follower: ListFollower | undefined;
}

/** A zoneless time may turn out to mean another hour, but hardly another day. */
const FARTHEST_COPY_MS = 86_400_000;

/**
 * The events that a search has found, newest first, and the items that are not records. Each copy of a record is an event
 * with its own id.
 */
export class EventList implements FoundEvents {
  follower: ListFollower | undefined;
  readonly #redactor: () => Redactor | undefined;
  #found: FoundEvent[] = [];
  #unreadable: UnreadableItem[] = [];
  readonly #copies = new Map<string, number>();
  /** Events that `take` has returned and that may still get copies. */
  readonly #recentlyTaken: Pick<FoundEvent, "hash" | "sortTime">[] = [];

  /**
   * @param redactor returns the redaction to apply again; undefined while the redaction has not changed since the search
   * began. So the list never returns what the current redaction hides.
   */
  constructor(redactor: () => Redactor | undefined = () => undefined) {
    this.#redactor = redactor;
  }

  get length(): number {
    return this.#found.length;
  }

  /** The newest `count` events. */
  first(count: number): AuditEvent[] {
    return this.events(0, count);
  }

  events(from: number, until: number): AuditEvent[] {
    return this.#found.slice(from, until).map((one) => this.#currentEvent(one));
  }

  /** The newest `count` events and the unreadable items, with the redaction of the time at which they are read. */
  snapshot(count: number): ListSnapshot {
    const found = this.#found.slice(0, count);
    const unreadable = [...this.#unreadable];
    return {
      events: (from, until) => found.slice(from, until).map((one) => this.#currentEvent(one)),
      unreadable: () => unreadable.map((one) => this.#currentRaw(one)),
    };
  }

  /** The number of events up to and including `event`; 0 if the list does not have it. */
  countTo(event: AuditEvent): number {
    return this.#found.findIndex(({ event: { id } }) => id === event.id) + 1;
  }

  /** Items that are not records. */
  get unreadable(): readonly unknown[] {
    return this.#unreadable.map((one) => this.#currentRaw(one));
  }

  /** Removes and returns the newest `count` events and all unreadable items. */
  take(count: number): { events: AuditEvent[]; unreadable: unknown[] } {
    const taken = this.#found.splice(0, count);
    this.#forgetOldCopies(taken);
    const unreadable = this.#unreadable.splice(0).map((one) => this.#currentRaw(one));
    return { events: taken.map((one) => this.#currentEvent(one)), unreadable };
  }

  /** Adds an event that is older than all others. */
  append(item: AnswerItem & { readonly event: EventWithoutId }): void {
    this.#found.push(this.#withId({ ...item, latestTime: findLatestTime(item) }));
    this.follower?.onAppend();
  }

  appendUnreadable(item: AnswerItem): void {
    const { sortTime, redactedRaw, raw } = item;
    this.#unreadable.push({ sortTime, latestTime: findLatestTime(item), redactedRaw, raw });
  }

  /** Inserts events that were read late, newest first. */
  insert(items: readonly (AnswerItem & { readonly event: EventWithoutId })[]): void {
    const inserted = items.map((item) => this.#withId({ ...item, latestTime: findLatestTime(item) }));
    this.#insert(inserted);
  }

  /**
   * Adds the events of a second read from `from` on that are missing here. A record counts as often as in the read that
   * has it most often. Events of this list keep their ids and their order.
   *
   * @returns the number of new events
   */
  addMissing(other: EventList, from: number): number {
    const isRecent = ({ latestTime }: ListEntry) => latestTime >= from;
    const found = findMissing(this.#found.filter(isRecent), other.#found.filter(isRecent));
    const unreadable = findMissing(this.#unreadable.filter(isRecent), other.#unreadable.filter(isRecent));
    this.#unreadable = mergeNewestFirst(unreadable, this.#unreadable);
    this.#insert(found.map((one) => this.#withId(one)));
    return found.length;
  }

  #insert(events: readonly FoundEvent[]): void {
    this.#found = mergeNewestFirst(events, this.#found);
    if (!this.follower || events.length === 0) return;
    const inserted = new Set(events);
    this.follower.onInsert(this.#found.flatMap((one, at) => (inserted.has(one) ? [at] : [])));
  }

  /** Forgets ids that can have no more copies, so that a file with a million events does not fill the memory. */
  #forgetOldCopies(taken: readonly FoundEvent[]): void {
    for (const { event, hash, sortTime } of taken) {
      // A record without a time of its own, or whose time a redaction has changed, can have copies anywhere.
      if (event.time === sortTime) this.#recentlyTaken.push({ hash, sortTime });
    }
    const last = this.#recentlyTaken[this.#recentlyTaken.length - 1];
    if (!last) return;
    const firstRecent = this.#recentlyTaken.findIndex(({ sortTime }) => sortTime <= last.sortTime + FARTHEST_COPY_MS);
    for (const { hash } of this.#recentlyTaken.splice(0, firstRecent)) this.#copies.delete(hash);
  }

  #currentEvent(found: FoundEvent): AuditEvent {
    const redactor = this.#redactor();
    if (!redactor) return found.event;
    if (found.current?.redactor !== redactor) {
      const { event } = redactor(found.raw, found.time);
      found.current = { redactor, event: { ...event, id: found.event.id } };
    }
    return found.current.event;
  }

  #currentRaw({ redactedRaw, raw }: UnreadableItem): unknown {
    const redactor = this.#redactor();
    return redactor ? redactor(raw, null).redactedRaw : redactedRaw;
  }

  #withId({ event, sortTime, latestTime, raw, time }: FoundEventWithoutId): FoundEvent {
    const hash = hashText(createContentKey(event.raw));
    const copy = (this.#copies.get(hash) ?? 0) + 1;
    this.#copies.set(hash, copy);
    const id = copy === 1 ? hash : `${hash}-${copy}`;
    return { sortTime, latestTime, raw, time, redactedRaw: event.raw, hash, event: { ...event, id } };
  }
}

type FoundEventWithoutId = Pick<FoundEvent, "sortTime" | "latestTime" | "raw" | "time"> & {
  readonly event: EventWithoutId;
};

export function findLatestTime({
  time,
  newerTime,
  sortTime,
}: Pick<AnswerItem, "time" | "newerTime" | "sortTime">): number {
  return time === null ? (newerTime ?? Infinity) : sortTime;
}

/** Returns the entries of `fresh` that `known` does not have, or not as often. */
export function findMissing<T extends ListEntry>(known: readonly ListEntry[], fresh: readonly T[]): T[] {
  const counts = new Map<string, number>();
  for (const { redactedRaw } of known) addToCount(counts, createContentKey(redactedRaw));
  return fresh.filter(({ redactedRaw }) => {
    const key = createContentKey(redactedRaw);
    const left = counts.get(key) ?? 0;
    counts.set(key, left - 1);
    return left <= 0;
  });
}

/** Merges two lists, newest first. With equal times, the entries of `one` come first. */
function mergeNewestFirst<T extends ListEntry>(one: readonly T[], other: readonly T[]): T[] {
  if (one.length === 0) return [...other];
  // The sort is stable.
  return [...one, ...other].sort((left, right) => right.sortTime - left.sortTime);
}

/** 64 bits of FNV-1a in two halves with different offsets: short, and the same in every search. */
function hashText(text: string): string {
  let low = 0x811c9dc5;
  let high = 0xcbf29ce4;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    low = Math.imul(low ^ code, 0x01000193);
    high = Math.imul(high ^ (code + at), 0x01000193);
  }
  return (low >>> 0).toString(36) + (high >>> 0).toString(36);
}
