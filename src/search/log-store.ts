import type { LogReader } from "../api/reading/log-reader.js";
import { checkFilters, copyFilters, type FilterProblem } from "../core/filters/filter-check.js";
import { createDefaultFilters, type AuditFilters } from "../core/filters/filters.js";
import { Store } from "../core/store.js";
import type { PagesSnapshot } from "./loaded-pages.js";
import { runOperation, toUnexpectedError, type Operation } from "./operation.js";
import { repaginate, showFirstPage, showLoaded, showPage, showStatistics } from "./page-changes.js";
import { initialState, type Activity, type ListedDomains, type LogState } from "./log-state.js";
import { LogServer, type LoadedServer } from "./server.js";
import { startSearch, type Search, type SearchRequest, type SearchSetting } from "./start-search.js";

/**
 * The filters, the pages and the running operation of one log. Operations never reject: `state.failure` has the error. Only the
 * operation that began last changes the state.
 */
export class LogStore extends Store<LogState> {
  /** undefined if the host page has set no server. */
  readonly server: LogServer | undefined;
  /** The search of the shown pages. */
  #shown: Search | undefined;
  #lastRequest: SearchRequest | undefined;
  /** Continues the last search or refresh after a failure. */
  #resume: ((signal: AbortSignal) => Promise<void>) | undefined;
  /** Numbers the operations. */
  #operation = 0;

  /** @param load loads what a search needs; undefined if the host page has set no server */
  constructor(load: (() => Promise<LoadedServer>) | undefined) {
    super(initialState(load !== undefined));
    this.server = load && new LogServer(load, () => this.update(showStatistics(this.state, this.#shown?.loaded)));
  }

  setDraft(change: Partial<AuditFilters>): void {
    const draft = { ...this.state.draft, ...copyFilters({ ...this.state.draft, ...change }) };
    const left = this.state.problems.filter(({ field }) => !Object.hasOwn(change, field));
    this.update({ draft, problems: left.length === this.state.problems.length ? this.state.problems : left });
  }

  /** Resets the filters to their defaults. The results stay. */
  clear(): void {
    this.update({ draft: createDefaultFilters(), problems: [] });
  }

  setDomains(domains: ListedDomains): void {
    this.update({ domains });
  }

  toggle(id: string): void {
    this.update({ openId: this.state.openId === id ? null : id });
  }

  /** Searches with the filters of the filter bar. If they have problems, these are in `state.problems`, and nothing is sent. */
  async search(setting: SearchSetting, signal: AbortSignal): Promise<void> {
    const { draft } = this.state;
    const { filters, problems } = checkFilters(draft);
    await this.#begin("search", { filters, zone: setting.zone, draft }, problems, setting, signal);
  }

  /**
   * Starts the shown search, or the running one, again: with another page size, and with a range up to now. The range keeps
   * its time zone.
   */
  async searchAgain(setting: SearchSetting, signal: AbortSignal): Promise<void> {
    const isSearching = this.state.activity === "search";
    const request = isSearching ? this.#lastRequest : this.state.searched;
    if (!request) return this.search(setting, signal);
    await this.#begin(isSearching ? "search" : "refresh", request, [], setting, signal);
  }

  /**
   * Adds the events since the last search or refresh, and those that arrived late. Then shows the page with the open event, or
   * else the first page.
   */
  async refresh(setting: SearchSetting, signal: AbortSignal): Promise<void> {
    const shown = this.#shown;
    if (!shown) return this.searchAgain(setting, signal);
    const { span, endsNow } = shown.searched;
    const until = endsNow ? Math.max(span.until, setting.now) : span.until;
    const server = await this.server!.load();
    await this.#refreshWith(server, shown, server.source.newer(shown.reader, until), signal);
  }

  /** Reads only the missing part of the access log. */
  async readMissing(signal: AbortSignal): Promise<void> {
    const shown = this.#shown;
    if (!shown) return;
    await this.#run(signal, {
      activity: "sign-ins",
      searched: shown.searched,
      read: async (options) => {
        await shown.reader.readMissing(options);
        return () => this.#repaginate(shown, true);
      },
      onProgress: () => this.#repaginate(shown, true),
    });
  }

  /** Continues the operation that failed. */
  async retry(signal: AbortSignal): Promise<void> {
    const during = this.state.failure?.during;
    if (during === "search" || during === "refresh") await this.#resume?.(signal);
    else if (during === "next") await this.#nextPage(signal);
    else if (during === "further" || during === "scan") await this.further(signal);
    else if (during === "sign-ins") await this.readMissing(signal);
  }

  /**
   * Shows an error that no operation expects, for example because the host page has replaced built-ins.
   *
   * @param resume what "Try again" does
   */
  fail(cause: unknown, resume: (signal: AbortSignal) => Promise<void>): void {
    this.#operation += 1;
    this.#resume = resume;
    this.#endActivity();
    this.update({ failure: { error: toUnexpectedError(cause), during: "search" } });
  }

  /** Applies a new redaction to the loaded events. */
  applyRedaction(): void {
    this.server?.analysis?.restart();
    const change = this.#shown?.loaded.applyRedaction(this.state.pageIndex);
    if (change) this.update(change);
  }

  /** The pages that are loaded now; undefined before the first search. */
  readonly snapshot = (): PagesSnapshot | undefined => this.#shown?.loaded.snapshot();

  previous(): void {
    this.#show(Math.max(0, this.state.pageIndex - 1));
  }

  /** Shows the next page. A page that is loaded needs no request. */
  async next(signal: AbortSignal): Promise<void> {
    const { pageIndex, pages, paused, hasMore } = this.state;
    if (pageIndex >= pages.length - 1) return this.#nextPage(signal);
    this.#show(pageIndex + 1);
    // A refresh may leave a last page that is not full. It is filled when it is shown.
    const isShort = pageIndex + 1 === pages.length - 1 && !this.#shown!.loaded.isLastFull;
    if (isShort && !paused && hasMore !== false) await this.further(signal);
  }

  /** Reads the page after the last loaded one, and fills that one. */
  async #nextPage(signal: AbortSignal): Promise<void> {
    const { pageIndex, hasMore } = this.state;
    const shown = this.#shown;
    if (!shown || hasMore === false) return;
    const { pages } = shown.loaded;
    await this.#read("next", shown, shown.loaded.countEvents(pages + 1), signal, () => {
      // If the user has gone back in the meantime, that page stays.
      if (this.state.pageIndex === pageIndex && shown.loaded.pages > pages) this.#show(this.state.pages.length - 1);
    });
  }

  /** Reads older time to fill a page. */
  async further(signal: AbortSignal): Promise<void> {
    const shown = this.#shown;
    if (!shown) return;
    const { loaded } = shown;
    if (loaded.isLastFull) return this.#nextPage(signal);
    await this.#read("further", shown, loaded.countEvents(Math.max(1, loaded.pages)), signal);
  }

  /** Reads ahead for the next page, within one budget, and finds out whether there is one. */
  async readAhead(signal: AbortSignal): Promise<void> {
    const shown = this.#shown;
    const { activity, failure, paused, hasMore, pageIndex } = this.state;
    if (!shown || activity || failure || paused || hasMore === false) return;
    const { loaded, reader } = shown;
    if (pageIndex !== this.state.pages.length - 1) return;
    await reader.readAhead(loaded.countEvents(loaded.pages + 1), signal);
    if (shown !== this.#shown || this.state.activity || signal.aborted) return;
    const hasMoreNow = reader.hasMoreThan(loaded.count);
    if (hasMoreNow !== hasMore) this.update({ hasMore: hasMoreNow });
  }

  async #begin(
    activity: "search" | "refresh",
    request: SearchRequest,
    problems: readonly FilterProblem[],
    setting: SearchSetting,
    signal: AbortSignal,
  ): Promise<void> {
    if (!this.server) return;
    const operation = (this.#operation += 1);
    const { draft, filters } = request;
    this.#lastRequest = request;
    // The first search loads code, which may take a while.
    if (problems.length === 0) this.update({ activity, progress: undefined });
    const start = await startSearch(this.server, request, problems, setting);
    if (operation !== this.#operation) return;
    if (signal.aborted || !start.search) this.#endActivity();
    if (signal.aborted) return;
    if (start.error) this.#resume = (again) => this.#begin(activity, request, problems, setting, again);
    if (start.error) return this.update({ failure: { error: start.error, during: activity } });
    if (start.problems) return this.update({ problems: start.problems });
    const read = (again: AbortSignal) => this.#read(activity, start.search, setting.pageSize, again);
    this.#resume = read;
    // The filter bar shows the checked filters, unless the user has edited it in the meantime.
    const isSame = activity === "search" && this.state.draft === draft;
    this.update({ problems: [], draft: isSame ? copyFilters(filters) : this.state.draft });
    await read(signal);
  }

  async #refreshWith(server: LoadedServer, shown: Search, newer: LogReader, signal: AbortSignal): Promise<void> {
    const { reader } = shown;
    const from = reader.recentFrom;
    const searched = { ...shown.searched, span: newer.query.span };
    this.#resume = (again) => this.#refreshWith(server, shown, newer, again);
    await this.#run(signal, {
      activity: "refresh",
      searched,
      read: async (options) => {
        const { pageSize } = newer.query;
        // If there is more than one budget can read, or records are now converted in another way, the list starts again.
        const canAdd = (await newer.readBack(from, options)) && reader.isCompatibleWith(newer);
        if (!canAdd) await newer.readTo(pageSize, options);
        return () => {
          if (!canAdd) {
            const loaded = server.createPages(newer, pageSize, shown.loaded.isOneList);
            return this.#load({ searched, reader: newer, loaded }, pageSize);
          }
          const added = reader.addRefresh(newer, from);
          this.#shown = { ...shown, searched };
          this.#repaginate(shown, added === 0, { searched, added, revision: this.state.revision + 1 });
        };
      },
    });
  }

  /** Reads until `target` events are loaded. Shows events as soon as they are found. */
  async #read(
    activity: Activity,
    search: Search,
    target: number,
    signal: AbortSignal,
    onLoaded: () => void = () => undefined,
  ): Promise<void> {
    const { searched, reader, loaded } = search;
    const take = () => {
      this.#load(search, target);
      onLoaded();
    };
    await this.#run(signal, {
      activity,
      searched,
      read: async (options) => {
        await reader.readTo(target, options);
        await loaded.prepareStatistics(target);
        return take;
      },
      onProgress: () => {
        // With all events found, the read ends now, and shows them with their statistics.
        if (reader.found <= loaded.count || reader.found >= target) return undefined;
        take();
        return activity === "search" || activity === "refresh" ? "scan" : "further";
      },
      // If nothing was read, there is nothing to show, so the screen stays as it was.
      onStopped: () => {
        if (reader.hasRead) take();
      },
    });
  }

  async #run(signal: AbortSignal, operation: Operation): Promise<void> {
    if (signal.aborted) return;
    const number = (this.#operation += 1);
    await runOperation(operation, signal, {
      isCurrent: () => number === this.#operation,
      update: (change) => this.update(change),
      endActivity: () => this.#endActivity(),
    });
  }

  #endActivity(): void {
    this.update({ activity: undefined, progress: undefined, waiting: undefined });
  }

  /** Loads up to `target` events. A new search replaces the shown one. */
  #load(search: Search, target: number): void {
    const { searched, loaded } = search;
    const isNew = loaded !== this.#shown?.loaded;
    if (isNew) this.#resume = undefined;
    if (isNew) this.#shown?.reader.stop();
    this.#shown = search;
    loaded.grow(target);
    this.update(showLoaded(this.state, loaded, isNew ? showFirstPage(this.state, searched) : {}));
  }

  #show(pageIndex: number): void {
    this.update(showPage(this.state, this.#shown?.loaded, pageIndex));
  }

  /** @param stays whether the first event on the screen stays there if no event is open */
  #repaginate({ loaded }: Search, stays: boolean, change?: Partial<LogState>): void {
    this.#resume = undefined;
    this.update(repaginate(this.state, loaded, stays, change));
  }
}
