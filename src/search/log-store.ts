import type { LogReader } from "../api/reading/log-reader.js";
import { AuditLogError } from "../core/errors.js";
import { checkFilters, copyFilters, type FilterProblem } from "../core/filters/filter-check.js";
import { defaultFilters, type AuditFilters } from "../core/filters/filters.js";
import { Store } from "../core/store.js";
import type { HeldPages } from "./loaded-pages.js";
import { asUnexpected, runOperation, type Operation, type Reading } from "./operation.js";
import { recutPages, showFirstPage, showPage, takeLoaded } from "./page-changes.js";
import { initialState, type Activity, type ListedDomains, type LogState } from "./log-state.js";
import { beginReading, type SearchSetting, type Sought } from "./begin-reading.js";
import { LogServer, type SearchCode } from "./server.js";

/**
 * Filters, pages and the running operation, without a DOM. Operations take a signal and never reject: `state.failure` says
 * what went wrong. Only the operation that began last changes the state.
 */
export class LogStore extends Store<LogState> {
  /** Undefined without a configured server. */
  readonly server: LogServer | undefined;
  /** The reading behind the shown pages. */
  #shown: Reading | undefined;
  /** What the latest search is for. */
  #sought: Sought | undefined;
  /** Continues the latest search or refresh from where it failed. */
  #resume: ((signal: AbortSignal) => Promise<void>) | undefined;
  #turn = 0;

  /** @param load loads what a search needs; undefined without a configured server */
  constructor(load: (() => Promise<SearchCode>) | undefined) {
    super(initialState(load !== undefined));
    this.server = load && new LogServer(load);
  }

  setDraft(change: Partial<AuditFilters>): void {
    const draft = { ...this.state.draft, ...copyFilters({ ...this.state.draft, ...change }) };
    const left = this.state.problems.filter(({ field }) => !Object.hasOwn(change, field));
    this.update({ draft, problems: left.length === this.state.problems.length ? this.state.problems : left });
  }

  /** Resets the filters to their defaults; shown results stay. */
  clear(): void {
    this.update({ draft: defaultFilters(), problems: [] });
  }

  /** The domain list of the server, as far as it is known. */
  listDomains(domains: ListedDomains): void {
    this.update({ domains });
  }

  toggle(id: string): void {
    this.update({ openId: this.state.openId === id ? null : id });
  }

  /** Searches for the draft. Wrong filters are said in `state.problems`, and nothing is sent. */
  async search(setting: SearchSetting, signal: AbortSignal): Promise<void> {
    const { draft } = this.state;
    const { filters, problems } = checkFilters(draft);
    await this.#begin("search", { filters, zone: setting.zone, draft }, problems, setting, signal);
  }

  /**
   * Searches from the start for what is shown, or for what is being searched for: pages of another size, the range up to
   * now. A range that was meant in another zone is still that range.
   */
  async searchAgain(setting: SearchSetting, signal: AbortSignal): Promise<void> {
    const isSearching = this.state.activity === "search";
    const sought = isSearching ? this.#sought : this.state.searched;
    if (!sought) return this.search(setting, signal);
    await this.#begin(isSearching ? "search" : "refresh", sought, [], setting, signal);
  }

  /**
   * Reads what is new since the last search or refresh, and what came late, and cuts the pages anew. The page that holds
   * the open event is shown then, else the first one.
   */
  async refresh(setting: SearchSetting, signal: AbortSignal): Promise<void> {
    const shown = this.#shown;
    if (!shown) return this.searchAgain(setting, signal);
    const { span, endsNow } = shown.searched;
    const until = endsNow ? Math.max(span.until, setting.now) : span.until;
    const { source } = await this.server!.code();
    await this.#refreshWith(shown, source.newer(shown.reader, until), signal);
  }

  /** Reads again what is missing of the access log, and nothing else. */
  async mend(signal: AbortSignal): Promise<void> {
    const shown = this.#shown;
    if (!shown) return;
    await this.#run(signal, {
      activity: "mend",
      searched: shown.searched,
      read: async (options) => {
        await shown.reader.readMissing(options);
        return () => this.#recut(shown, true);
      },
      // What has come belongs between the loaded events, whatever comes of the rest.
      onProgress: () => this.#recut(shown, true),
    });
  }

  /** Goes on with what failed, from where it failed. */
  async retry(signal: AbortSignal): Promise<void> {
    const during = this.state.failure?.during;
    if (during === "search" || during === "refresh") await this.#resume?.(signal);
    else if (during === "next") await this.#nextPage(signal);
    else if (during === "further" || during === "scan") await this.further(signal);
    else if (during === "mend") await this.mend(signal);
  }

  /**
   * A failure that no operation expects: what a page has made of its built-ins.
   *
   * @param resume what "Try again" does
   */
  fail(cause: unknown, resume: (signal: AbortSignal) => Promise<void>): void {
    this.#turn += 1;
    this.#rest();
    this.#resume = resume;
    this.update({ failure: { error: asUnexpected(cause), during: "search" } });
  }

  /** Another redaction is set: what is loaded is shown as that has it, at once. */
  reread(): void {
    const change = this.#shown?.loaded.reread(this.state.pageIndex);
    if (change) this.update(change);
  }

  /** What is loaded by now; undefined where nothing is. */
  readonly hold = (): HeldPages | undefined => this.#shown?.loaded.hold();

  previous(): void {
    if (this.state.pageIndex > 0) this.#show(this.state.pageIndex - 1);
  }

  /** The next page; one that was loaded before comes back without a request. */
  async next(signal: AbortSignal): Promise<void> {
    const { pageIndex, pages, paused, hasMore } = this.state;
    if (pageIndex >= pages.length - 1) return this.#nextPage(signal);
    this.#show(pageIndex + 1);
    // What a refresh has pushed to a last page is filled up when that is shown.
    const isShort = pageIndex + 1 === pages.length - 1 && !this.#shown!.loaded.isLastFull;
    if (isShort && !paused && hasMore !== false) await this.further(signal);
  }

  /** Reads the page after the last loaded one; a last one that is not full is filled on the way. */
  async #nextPage(signal: AbortSignal): Promise<void> {
    const { pageIndex, hasMore } = this.state;
    const shown = this.#shown;
    if (!shown || hasMore === false) return;
    const { pages } = shown.loaded;
    await this.#read("next", shown, shown.loaded.eventsOf(pages + 1), signal, () => {
      // Whoever went back meanwhile is not thrown forward.
      if (this.state.pageIndex === pageIndex && shown.loaded.pages > pages) this.#show(pages);
    });
  }

  /** Fills a page that is not full from older time. */
  async further(signal: AbortSignal): Promise<void> {
    const shown = this.#shown;
    if (!shown) return;
    const { loaded } = shown;
    if (loaded.isLastFull) return this.#nextPage(signal);
    await this.#read("further", shown, loaded.eventsOf(Math.max(1, loaded.pages)), signal);
  }

  /**
   * Reads ahead for the page after the last one, within one budget. Nothing of it is loaded before it is shown; whether
   * more is available becomes known.
   */
  async readAhead(signal: AbortSignal): Promise<void> {
    const shown = this.#shown;
    const { activity, failure, paused, hasMore, pageIndex } = this.state;
    if (!shown || activity || failure || paused || hasMore === false) return;
    const { loaded, reader } = shown;
    if (pageIndex !== loaded.pages - 1) return;
    await reader.readAhead(loaded.eventsOf(loaded.pages + 1), signal);
    if (shown !== this.#shown || this.state.activity || signal.aborted) return;
    const known = reader.hasMoreThan(loaded.count);
    if (known !== this.state.hasMore) this.update({ hasMore: known });
  }

  async #begin(
    activity: "search" | "refresh",
    sought: Sought,
    problems: readonly FilterProblem[],
    setting: SearchSetting,
    signal: AbortSignal,
  ): Promise<void> {
    if (!this.server) return;
    const turn = (this.#turn += 1);
    const { draft, filters } = sought;
    this.#sought = sought;
    // Said at once: what a search needs may have to be fetched first.
    if (problems.length === 0) this.update({ activity, progress: undefined });
    const reading = await beginReading(this.server, sought, problems, setting).catch((cause: unknown) => {
      if (cause instanceof AuditLogError) return cause;
      return new AuditLogError("network", "A part of the viewer could not be loaded.", { cause });
    });
    if (turn !== this.#turn) return;
    if (signal.aborted) return this.#rest();
    if (reading instanceof AuditLogError) {
      this.#rest();
      this.#resume = (again) => this.#begin(activity, sought, problems, setting, again);
      return this.update({ failure: { error: reading, during: activity } });
    }
    if (!("reader" in reading)) {
      // Whatever ran before was aborted for this one, and no longer answers for itself.
      this.#rest();
      return this.update({ problems: reading });
    }
    const first = (again: AbortSignal) => this.#read(activity, reading, setting.pageSize, again);
    this.#resume = first;
    // The fields show what is searched for, unless they were edited meanwhile.
    const isSame = activity === "search" && this.state.draft === draft;
    this.update({ problems: [], draft: isSame ? copyFilters(filters) : this.state.draft });
    await first(signal);
  }

  async #refreshWith(shown: Reading, newer: LogReader, signal: AbortSignal): Promise<void> {
    const { reader } = shown;
    const from = reader.recentFrom;
    const searched = { ...shown.searched, span: newer.query.span };
    this.#resume = (again) => this.#refreshWith(shown, newer, again);
    await this.#run(signal, {
      activity: "refresh",
      searched,
      read: async (options) => {
        const { pageSize } = newer.query;
        // More is new than one budget reads, or it is read in another way by now: the list begins anew.
        const isJoined = (await newer.readBack(from, options)) && reader.isCompatibleWith(newer);
        if (!isJoined) await newer.readTo(pageSize, options);
        return () => {
          if (!isJoined) {
            return this.#load({ searched, reader: newer, loaded: shown.loaded.anew(newer, pageSize) }, pageSize);
          }
          const added = reader.addRefresh(newer, from);
          this.#shown = { ...shown, searched };
          this.#recut(shown, added === 0, { searched, added, revision: this.state.revision + 1 });
        };
      },
    });
  }

  /** Reads until `target` events are loaded; what is found meanwhile is shown at once. */
  async #read(
    activity: Activity,
    reading: Reading,
    target: number,
    signal: AbortSignal,
    onLoaded: () => void = () => undefined,
  ): Promise<void> {
    const { searched, reader, loaded } = reading;
    const take = () => {
      this.#load(reading, target);
      onLoaded();
    };
    await this.#run(signal, {
      activity,
      searched,
      read: async (options) => {
        await reader.readTo(target, options);
        return take;
      },
      onProgress: () => {
        if (reader.found <= loaded.count || loaded.count >= target) return undefined;
        take();
        return activity === "search" || activity === "refresh" ? "scan" : "further";
      },
      // Stopped before anything was read, there is nothing to show: the screen stays as it was.
      onStopped: () => {
        if (reader.hasRead) take();
      },
    });
  }

  /** Runs one operation. Only the operation that began last may change the state. */
  async #run(signal: AbortSignal, operation: Operation): Promise<void> {
    if (signal.aborted) return;
    const turn = (this.#turn += 1);
    await runOperation(operation, signal, {
      isCurrent: () => turn === this.#turn,
      update: (change) => this.update(change),
      rest: () => this.#rest(),
    });
  }

  #rest(): void {
    this.update({ activity: undefined, progress: undefined, waiting: undefined });
  }

  /** Loads up to `target` events; a reading that is not shown yet takes the place of the one that is. */
  #load(reading: Reading, target: number): void {
    const { searched, loaded } = reading;
    const isNew = loaded !== this.#shown?.loaded;
    if (isNew) this.#resume = undefined;
    if (isNew) this.#shown?.reader.stop();
    this.#shown = reading;
    loaded.grow(target);
    this.update(takeLoaded(this.state, loaded, isNew ? showFirstPage(this.state, searched) : {}));
  }

  #show(pageIndex: number): void {
    this.update(showPage(this.state, this.#shown?.loaded, pageIndex));
  }

  /** @param stays the shown events stay on the screen if no event is open */
  #recut({ loaded }: Reading, stays: boolean, change?: Partial<LogState>): void {
    this.#resume = undefined;
    this.update(recutPages(this.state, loaded, stays, change));
  }
}
