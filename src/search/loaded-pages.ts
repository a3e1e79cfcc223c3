import type { LogReader } from "../api/reading/log-reader.js";
import type { AuditEvent } from "../core/audit-event.js";
import type { KnownNames } from "../core/filters/did-you-mean.js";
import { StatisticsCounter } from "../analysis/statistics.js";
import type { Statistics } from "../core/statistics.js";
import type { LogState } from "./log-state.js";

/** What follows from the loaded events. */
type Loaded = Pick<LogState, "pages" | "coverage" | "hasMore" | "paused" | "known">;

/** Pages that were loaded at one time, each as it is to be shown by now. */
export interface HeldPages {
  page(at: number): readonly AuditEvent[];
  unreadable(): readonly unknown[];
}

/** How much of what a reader has found is loaded, in pages. What it has read ahead is not. */
export class LoadedPages {
  readonly #reader: LogReader;
  readonly #size: number;
  readonly #names: () => KnownNames;
  #events: readonly AuditEvent[] = [];
  #counter = new StatisticsCounter();
  /** Reading ended before the last page was full. */
  #isShort = false;

  /**
   * @param size events per page
   * @param names users and domains of what was read
   */
  constructor(reader: LogReader, size: number, names: () => KnownNames) {
    this.#reader = reader;
    this.#size = size;
    this.#names = names;
  }

  /** The same of another reader, from its start. */
  anew(reader: LogReader, size: number): LoadedPages {
    return new LoadedPages(reader, size, this.#names);
  }

  get count(): number {
    return this.#events.length;
  }

  /** How many pages are begun. */
  get pages(): number {
    return Math.ceil(this.#events.length / this.#size);
  }

  get isLastFull(): boolean {
    return this.count > 0 && this.count % this.#size === 0;
  }

  /** How many events fill so many pages. */
  eventsOf(pages: number): number {
    return pages * this.#size;
  }

  /** Where an event is, from 0; -1 where it is not loaded. */
  pageOf(id: string | null): number {
    const at = this.#events.findIndex((event) => event.id === id);
    return at === -1 ? -1 : Math.floor(at / this.#size);
  }

  /** Loads what was found since, up to `target` events. */
  grow(target: number): void {
    const before = this.count;
    this.#events = this.#reader.first(Math.max(target, before));
    this.#counter.add(this.#events.slice(before));
    this.#isShort = this.count < target;
  }

  /** Cuts the pages anew after something was read that belongs between the loaded events. */
  recut(): void {
    const last = this.#events[this.count - 1];
    this.#reload(last ? this.#reader.countTo(last) : this.#size);
    this.#isShort &&= !this.isLastFull;
  }

  /**
   * Takes the loaded events as they are to be shown by now. No other page comes onto the screen by that.
   *
   * @param shown the page on the screen, from 0
   */
  reread(shown: number): Pick<LogState, "pages" | "known" | "statistics"> {
    this.#reload(this.count);
    const { pages, known } = this.read();
    return { pages, known, statistics: this.statistics(shown) };
  }

  /** The loaded pages, for whoever takes his time with them. */
  hold(): HeldPages {
    const { events, unreadable } = this.#reader.snapshot(this.count);
    return { page: (at) => events(this.eventsOf(at), this.eventsOf(at + 1)), unreadable };
  }

  #reload(count: number): void {
    this.#events = this.#reader.first(count);
    this.#counter = new StatisticsCounter();
    this.#counter.add(this.#events);
  }

  /** @param shown the page on the screen, from 0 */
  statistics(shown: number): Statistics {
    return this.#counter.read(Math.max(0, Math.min(this.#size, this.count - this.eventsOf(shown))));
  }

  read(): Loaded {
    const hasMore = this.#reader.hasMoreThan(this.count);
    return {
      pages: Array.from({ length: this.pages }, (_, at) =>
        this.#events.slice(this.eventsOf(at), this.eventsOf(at + 1)),
      ),
      coverage: this.#reader.coverage(),
      hasMore,
      paused: this.#isShort && hasMore !== false,
      known: this.count === 0 ? this.#names() : undefined,
    };
  }
}
