import type { LogReader } from "../api/reading/log-reader.js";
import type { AuditEvent } from "../core/audit-event.js";
import type { KnownNames } from "../core/filters/known-names.js";
import { countStatistics } from "../analysis/statistics.js";
import type { Statistics } from "../core/statistics.js";
import type { Analysis } from "./analysis.js";
import type { LogState } from "./log-state.js";

/** The part of the state that depends on the loaded events. */
type Loaded = Pick<LogState, "pages" | "isOneList" | "coverage" | "hasMore" | "paused" | "known">;

/** The pages that were loaded at one time, with the redaction of the time at which they are read. */
export interface PagesSnapshot {
  page(at: number): readonly AuditEvent[];
  unreadable(): readonly unknown[];
}

/** The events of a reader that the viewer shows, in pages. Events that were read ahead are not among them. */
export class LoadedPages {
  readonly #reader: LogReader;
  readonly #size: number;
  readonly #names: () => KnownNames;
  readonly #analysis: Analysis;
  /** Whether all events are on one page, which grows. */
  readonly isOneList: boolean;
  #events: readonly AuditEvent[] = [];
  /** Whether the last read ended before the page was full. */
  #isShort = false;

  /**
   * @param size events per page; in one list, so many are added at a time
   * @param names returns the users and domains of all records that were read
   */
  constructor(reader: LogReader, size: number, names: () => KnownNames, analysis: Analysis, isOneList = false) {
    this.#analysis = analysis;
    this.isOneList = isOneList;
    this.#reader = reader;
    this.#size = size;
    this.#names = names;
  }

  get count(): number {
    return this.#events.length;
  }

  /** The number of pages, including one that is not full. One list counts the parts in which it grew. */
  get pages(): number {
    return Math.ceil(this.#events.length / this.#size);
  }

  get isLastFull(): boolean {
    return this.count > 0 && this.count % this.#size === 0;
  }

  /** The number of events on so many full pages. */
  countEvents(pages: number): number {
    return pages * this.#size;
  }

  /** The 0-based page of an event; -1 if the event is not loaded. */
  findPage(id: string | null): number {
    const at = this.#events.findIndex((event) => event.id === id);
    return at === -1 || this.isOneList ? Math.min(0, at) : Math.floor(at / this.#size);
  }

  /** Loads the events that were found since, up to `target` in all. */
  grow(target: number): void {
    const before = this.count;
    this.#events = this.#reader.first(Math.max(target, before));
    this.#isShort = this.count < target;
  }

  /** Divides the events into pages again, after events were read that belong between the loaded ones. */
  repaginate(): void {
    const last = this.#events[this.count - 1];
    this.#reload(last ? this.#reader.countTo(last) : this.#size);
    this.#isShort &&= !this.isLastFull;
  }

  /**
   * Takes the loaded events again after the redaction has changed. The page on the screen stays.
   *
   * @param shown the 0-based page on the screen
   */
  applyRedaction(shown: number): Pick<LogState, "pages" | "known" | "statistics"> {
    this.#reload(this.count);
    const { pages, known } = this.read();
    return { pages, known, statistics: this.statistics(shown) };
  }

  /** The pages that are loaded now, for a caller that reads them later. */
  snapshot(): PagesSnapshot {
    const { count, isOneList } = this;
    const { events, unreadable } = this.#reader.snapshot(count);
    const page = (at: number) => events(this.countEvents(at), this.countEvents(at + 1));
    return { page: isOneList ? () => events(0, count) : page, unreadable };
  }

  #reload(count: number): void {
    this.#events = this.#reader.first(count);
  }

  /** Resolves when the statistics of the next `target` events are counted, so that they appear with their rows. */
  async prepareStatistics(target: number): Promise<void> {
    const count = Math.max(this.count, Math.min(target, this.#reader.found));
    // The page itself counts its first events; rows that are shown already cannot wait. A search that is not shown yet has no more.
    if (count > this.#size && count > this.count) await this.#analysis.prepare(count);
  }

  /**
   * The worker counts the users and domains, also those of the next page. Until it has counted, the page counts its first events.
   *
   * @param shown the 0-based page on the screen
   */
  statistics(shown: number): Statistics {
    const { count } = this;
    const before = this.isOneList ? 0 : this.countEvents(shown);
    const total = Math.max(0, Math.min(this.isOneList ? Infinity : this.#size, count - before));
    this.#analysis.follow(this.#reader);
    this.#analysis.want([count, count + this.#size]);
    const isOnePage = count <= this.#size;
    const distinct = this.#analysis.distinct(count) ?? (isOnePage ? countStatistics(this.#events) : undefined);
    return { total, users: distinct?.users, domains: distinct?.domains };
  }

  read(): Loaded {
    const hasMore = this.#reader.hasMoreThan(this.count);
    return {
      pages: this.isOneList
        ? [this.#events].filter(({ length }) => length > 0)
        : Array.from({ length: this.pages }, (_, at) =>
            this.#events.slice(this.countEvents(at), this.countEvents(at + 1)),
          ),
      isOneList: this.isOneList,
      coverage: this.#reader.coverage(),
      hasMore,
      paused: this.#isShort && hasMore !== false,
      known: this.count === 0 ? this.#names() : undefined,
    };
  }
}
