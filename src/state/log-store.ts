import type { AuditLogSource } from "../data/source.js";
import type { LogReader, ReadProgress, SourcePage } from "../data/log-reader.js";
import { AuditLogError } from "../domain/errors.js";
import { prepareFilters, structuredCloneOf, type FilterProblem } from "../domain/filter-check.js";
import { defaultFilters, type AuditFilters } from "../domain/filters.js";
import { StatisticsCounter } from "../domain/statistics.js";
import { loadTemporal } from "../domain/temporal.js";
import { resolveRange, type RangeSetting } from "../domain/time-range.js";
import { initialState, shownEvents, type Activity, type LogState, type Searched } from "./log-state.js";

/** The reason of an abort that the user asked for: what was found so far is shown. */
export const STOPPED = new AuditLogError("aborted", "Stopped by the user.");

/** What a search needs to know beyond its filters. */
export interface SearchSetting extends RangeSetting {
  readonly pageSize: number;
}

/** A search whose pages are being read. */
interface Reading {
  readonly searched: Searched;
  readonly reader: LogReader;
  readonly pageSize: number;
}

/** Sources need Temporal, which may have to be fetched: a store is made before it is there. */
export type SourceMaker = () => Promise<AuditLogSource>;

/**
 * Filters, pages and what is being done, without a DOM. Views read `state` and are told of every change; nothing in it is
 * ever changed in place. Every operation takes a signal and never rejects: what goes wrong is in `state.failure`. Only the
 * operation begun last may change the state.
 */
export class LogStore {
  #state: LogState;
  readonly #listeners = new Set<(state: LogState) => void>();
  readonly #makeSource: SourceMaker | undefined;
  #source: Promise<AuditLogSource> | undefined;
  /** The reading behind the shown pages. */
  #shown: Reading | undefined;
  /** Goes on with the search or refresh begun last, from where it failed. */
  #resume: ((signal: AbortSignal) => Promise<void>) | undefined;
  #counter = new StatisticsCounter();
  #turn = 0;

  constructor(makeSource: SourceMaker | undefined) {
    this.#makeSource = makeSource;
    this.#state = initialState(makeSource !== undefined);
  }

  get state(): LogState {
    return this.#state;
  }

  /** @returns a function that ends the subscription */
  subscribe(listener: (state: LogState) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  setDraft(change: Partial<AuditFilters>): void {
    const draft = { ...this.#state.draft, ...structuredCloneOf({ ...this.#state.draft, ...change }) };
    const changed = Object.keys(change);
    const left = this.#state.problems.filter(({ field }) => changed.indexOf(field) === -1);
    this.#set({ draft, problems: left.length === this.#state.problems.length ? this.#state.problems : left });
  }

  /** Resets the filters to their defaults; shown results stay. */
  clear(): void {
    this.#set({ draft: defaultFilters(), problems: [] });
  }

  toggle(id: string): void {
    this.#set({ openId: this.#state.openId === id ? null : id });
  }

  /** Searches for the draft. Wrong filters are said in `state.problems`, and nothing is sent. */
  async search(setting: SearchSetting, signal: AbortSignal): Promise<void> {
    const prepared = prepareFilters(this.#state.draft);
    await this.#begin("search", prepared.filters, prepared.problems, setting, signal);
  }

  /** Searches for the shown filters again, up to now. */
  async refresh(setting: SearchSetting, signal: AbortSignal): Promise<void> {
    const searched = this.#state.searched;
    if (!searched) return this.search(setting, signal);
    await this.#begin("refresh", searched.filters, [], setting, signal);
  }

  /** Goes on with what failed, from where it failed. */
  async retry(signal: AbortSignal): Promise<void> {
    const during = this.#state.failure?.during;
    if (during === "search" || during === "refresh") await this.#resume?.(signal);
    else if (during === "next") await this.#nextPage(signal);
    else if (during === "further") await this.further(signal);
  }

  previous(): void {
    if (this.#state.pageIndex > 0) this.#show(this.#state.pageIndex - 1);
  }

  /** The next page; one that was loaded before comes back without a request. */
  async next(signal: AbortSignal): Promise<void> {
    const { pageIndex, pages } = this.#state;
    if (pageIndex < pages.length - 1) this.#show(pageIndex + 1);
    else await this.#nextPage(signal);
  }

  /** Reads the page after the last loaded one. */
  async #nextPage(signal: AbortSignal): Promise<void> {
    const { pageIndex, pages, hasMore } = this.#state;
    const reading = this.#shown;
    if (!reading || hasMore === false) return;
    await this.#read("next", reading, reading.pageSize, signal, (page) => {
      const found = page.events.length > 0;
      // Whoever went back meanwhile is not thrown forward.
      const stays = this.#state.pageIndex !== pageIndex;
      this.#add(found ? [...pages, page.events] : pages, page, found && !stays ? pages.length : this.#state.pageIndex);
    });
  }

  /** Fills a page that is not full from older time. */
  async further(signal: AbortSignal): Promise<void> {
    const reading = this.#shown;
    const { pages } = this.#state;
    if (!reading) return;
    const last = pages[pages.length - 1] ?? [];
    if (last.length >= reading.pageSize) return this.#nextPage(signal);
    await this.#read("further", reading, reading.pageSize - last.length, signal, (page) => {
      const filled = page.events.length > 0 ? [...pages.slice(0, -1), [...last, ...page.events]] : pages;
      this.#add(filled, page, this.#state.pageIndex);
    });
  }

  /**
   * Reads ahead for the page after the last one, within one budget. Nothing of it is loaded before it is shown; whether
   * more is available becomes known.
   */
  async prepare(signal: AbortSignal): Promise<void> {
    const reading = this.#shown;
    const { activity, failure, paused, hasMore, pages, pageIndex } = this.#state;
    if (!reading || activity || failure || paused || hasMore === false || pageIndex !== pages.length - 1) return;
    await reading.reader.prepare(reading.pageSize, signal);
    if (reading !== this.#shown || this.#state.activity || signal.aborted) return;
    if (reading.reader.hasMore !== this.#state.hasMore) this.#set({ hasMore: reading.reader.hasMore });
  }

  async #begin(
    activity: "search" | "refresh",
    filters: AuditFilters,
    problems: readonly FilterProblem[],
    setting: SearchSetting,
    signal: AbortSignal,
  ): Promise<void> {
    if (!this.#makeSource) return;
    const turn = (this.#turn += 1);
    const { draft } = this.#state;
    // Said at once: what a search needs may have to be fetched first.
    if (problems.length === 0) this.#set({ activity, progress: undefined });
    const reading = await this.#prepare(filters, problems, setting).catch((cause: unknown) => {
      // The one thing that can fail here is fetching a chunk of this package.
      return new AuditLogError("network", "A part of the viewer could not be loaded.", { cause });
    });
    if (turn !== this.#turn) return;
    if (signal.aborted) return this.#rest();
    if (reading instanceof AuditLogError) {
      this.#rest();
      this.#resume = (again) => this.#begin(activity, filters, problems, setting, again);
      return this.#set({ failure: { error: reading, during: activity } });
    }
    if (!("reader" in reading)) {
      // Whatever ran before was aborted for this one, and no longer answers for itself.
      this.#rest();
      return this.#set({ problems: reading });
    }
    this.#resume = (again) => this.#firstPage(activity, reading, again);
    // The fields show what is searched for, unless they were edited meanwhile.
    if (activity === "search" && this.#state.draft === draft) this.#set({ draft: structuredCloneOf(filters) });
    this.#set({ problems: [] });
    await this.#firstPage(activity, reading, signal);
  }

  async #prepare(
    filters: AuditFilters,
    problems: readonly FilterProblem[],
    setting: SearchSetting,
  ): Promise<Reading | readonly FilterProblem[]> {
    const range = resolveRange(filters.range, setting, await loadTemporal());
    if (typeof range === "string") return [...problems, { field: "range", problem: range }];
    if (problems.length > 0) return problems;
    const searched = { filters, ...range };
    this.#source ??= this.#makeSource!();
    const source = await this.#source.catch((cause: unknown) => {
      this.#source = undefined;
      throw cause;
    });
    const { pageSize } = setting;
    return { searched, pageSize, reader: source.search({ ...searched, pageSize }) };
  }

  async #firstPage(activity: "search" | "refresh", reading: Reading, signal: AbortSignal): Promise<void> {
    await this.#read(activity, reading, reading.pageSize, signal, (page) => {
      const stillThere = page.events.some(({ id }) => id === this.#state.openId);
      this.#shown = reading;
      this.#resume = undefined;
      this.#counter = new StatisticsCounter();
      this.#set({
        searched: reading.searched,
        revision: this.#state.revision + 1,
        openId: activity === "refresh" && stillThere ? this.#state.openId : null,
      });
      this.#add(page.events.length > 0 ? [page.events] : [], page, 0);
    });
  }

  /** Reads from `reading` and hands the page to `take`; keeps everything that was loaded when that fails. */
  async #read(
    activity: Activity,
    reading: Reading,
    want: number,
    signal: AbortSignal,
    take: (page: SourcePage) => void,
  ): Promise<void> {
    const turn = (this.#turn += 1);
    const { searched } = reading;
    const current = () => turn === this.#turn;
    const onProgress = ({ readFrom, records, matched }: ReadProgress) => {
      if (current() && !signal.aborted) this.#set({ progress: { searched, readFrom, records, matched } });
    };
    const progress = { searched, readFrom: undefined, records: 0, matched: 0 };
    this.#set({ activity, progress, failure: undefined });
    try {
      await reading.reader.fill(want, { signal, onProgress });
      if (!current()) return;
      if (signal.aborted && signal.reason !== STOPPED) return this.#rest();
      this.#rest();
      take(reading.reader.takeReady(want));
    } catch (cause) {
      if (!current()) return;
      this.#rest();
      if (signal.aborted) {
        // Stopped before anything was read, there is nothing to show: the screen stays as it was.
        if (signal.reason === STOPPED && reading.reader.hasRead) take(reading.reader.takeReady(want));
        return;
      }
      const error = cause instanceof AuditLogError ? cause : new AuditLogError("bad-data", String(cause), { cause });
      this.#set({ failure: { error, during: activity } });
    }
  }

  #rest(): void {
    this.#set({ activity: undefined, progress: undefined });
  }

  /** Takes in a page that was read. */
  #add(pages: LogState["pages"], page: SourcePage, pageIndex: number): void {
    this.#counter.add(page.events);
    const { coverage, hasMore, paused } = page;
    this.#set({ pages, coverage, hasMore, paused, failure: undefined });
    this.#show(pageIndex);
  }

  #show(pageIndex: number): void {
    const flipped = pageIndex !== this.#state.pageIndex;
    this.#set({ pageIndex, ...(flipped ? { openId: null } : {}) });
    this.#set({ statistics: this.#counter.read(shownEvents(this.#state).length) });
  }

  #set(change: Partial<LogState>): void {
    this.#state = Object.freeze({ ...this.#state, ...change });
    for (const listener of [...this.#listeners]) listener(this.#state);
  }
}
