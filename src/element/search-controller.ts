import type { LitElement } from "lit";
import type { AuditFilters } from "../core/filters/filters.js";
import { checkOneOf, warnOnce } from "../core/option-checks.js";
import { countPerPage, PAGE_SIZES, type PageSize } from "../core/preferences.js";
import type { CompiledTaxonomy } from "../core/taxonomy/taxonomy.js";
import { separateUnknownIds } from "../core/taxonomy/taxonomy-input.js";
import { findWeekStart } from "../core/time/time-range.js";
import type { LogState } from "../search/log-state.js";
import { LogStore } from "../search/log-store.js";
import type { SearchSetting } from "../search/start-search.js";
import type { AnalysisClient } from "../worker/client/analysis-client.js";
import { Connection, type ServerProperties } from "./connection.js";
import type { EnvironmentController } from "./environment-controller.js";
import type { loadSearchCode } from "./late-code.js";
import { LogController } from "./log-controller.js";
import { readZone } from "./properties/environment.js";
import { savesData } from "./properties/host-page.js";
import { readRedaction, type Redaction } from "./properties/server.js";
import { reportChange, reportPage } from "./report-changes.js";

type Viewer = LitElement &
  ServerProperties & {
    filters: AuditFilters;
    readonly timezone: unknown;
    readonly pageSize: unknown;
    readonly autoSearch: boolean;
    search(): Promise<void>;
  };

interface SearchOptions {
  readonly environment: () => EnvironmentController;
  /** Loads the code that a search needs. */
  readonly loadCode: () => ReturnType<typeof loadSearchCode>;
  /** Creates the client that counts events in a worker. */
  readonly createAnalysis: () => Promise<AnalysisClient>;
  /** A search or refresh starts. */
  readonly onRun: () => void;
  /** The log of another server or user has replaced the previous log. */
  readonly onNewLog: (store: LogStore) => void;
  /** Another user has signed in. Called after `onNewLog`. */
  readonly onUserChange: () => void;
}

/** Searches with the properties of the viewer, and reports to the page. */
export class SearchController {
  readonly log: LogController;
  readonly #viewer: Viewer;
  readonly #options: SearchOptions;
  readonly #connection: Connection;
  /** Whether a search has started, so that `autoSearch` does nothing more. */
  #hasSearched = false;
  /** The page size of the last search. */
  #searchedSize: PageSize | undefined;
  #redaction: Redaction | undefined;
  #taxonomy: CompiledTaxonomy | undefined;
  #reported: LogState | undefined;

  constructor(viewer: Viewer, options: SearchOptions) {
    this.#viewer = viewer;
    this.#options = options;
    this.log = new LogController(
      viewer,
      new LogStore(undefined),
      (now, before) => {
        if (now.activity === "search") this.#hasSearched = true;
        reportChange(viewer, now, before);
      },
      (job) => (savesData() ? () => undefined : viewer.clock.idle(job)),
    );
    this.#connection = new Connection(
      viewer,
      () => options.environment().taxonomy,
      options.loadCode,
      (store) => {
        this.#use(store);
        options.onUserChange();
      },
      options.createAnalysis,
    );
  }

  get pageSize(): PageSize {
    return checkOneOf<PageSize>("page-size", PAGE_SIZES, this.#viewer.pageSize, 10);
  }

  /** Whether the page size has changed since the last search. That search may have failed. */
  get isResized(): boolean {
    return this.pageSize !== this.#searchedSize;
  }

  /**
   * Runs a search, the same search again, or a refresh. Never rejects: a failure is shown.
   *
   * @param method the name of the method of `LogStore`
   */
  async run(method: "search" | "searchAgain" | "refresh", filters?: Partial<AuditFilters>): Promise<void> {
    const viewer = this.#viewer;
    try {
      if (filters) viewer.filters = { ...viewer.filters, ...filters };
      this.readProperties();
      this.#options.onRun();
      const setting = this.#readSetting();
      if (method !== "refresh" || !this.log.state.searched) this.#searchedSize = this.pageSize;
      await this.log.run((store, signal) => store[method](setting, signal));
    } catch (cause) {
      // The page's own properties and built-ins may throw.
      this.log.store.fail(cause, () => this.run(method));
    }
  }

  /** Applies the server, `redact` and `taxonomy`. Another server gets a new, empty store. */
  readProperties(): void {
    const store = this.#connection.createStoreIfChanged();
    if (store) this.#use(store);
    const redaction = readRedaction(this.#viewer.redact);
    const compiled = this.#options.environment().taxonomy;
    if (redaction !== this.#redaction) this.log.store.applyRedaction();
    else if (compiled !== this.#taxonomy) this.log.store.server?.analysis?.restart();
    this.#redaction = redaction;
    this.#taxonomy = compiled;
    const { taxonomy } = compiled;
    const { known, unknown } = separateUnknownIds(this.log.state.draft, taxonomy);
    if (unknown.length === 0) return;
    warnOnce(`\`filters\` has ids that the taxonomy does not have: ${unknown.join(", ")}. They are ignored.`);
    this.log.store.setDraft(known);
  }

  /** Searches again with another page size, also during a search. */
  searchIfResized(): void {
    const { activity, searched } = this.log.state;
    if (this.isResized && (activity === "search" || searched)) void this.run("searchAgain");
  }

  /** Runs the first search if the page has set `autoSearch`. */
  searchAutomatically(): void {
    const viewer = this.#viewer;
    if (!viewer.autoSearch || this.#hasSearched || !viewer.isConnected || !this.log.state.configured) return;
    this.#hasSearched = true;
    // A turn later, so that the page can set its properties in any order.
    void viewer.updateComplete.then(() => {
      if (viewer.isConnected) return viewer.search();
      this.#hasSearched = false;
      return undefined;
    });
  }

  /** Tells the page which page of events is on the screen. */
  reportShownPage(): void {
    const now = this.log.state;
    if (now === this.#reported || now.activity) return;
    reportPage(this.#viewer, now, this.#reported);
    this.#reported = now;
  }

  #use(store: LogStore): void {
    const { draft, searched } = this.log.state;
    store.setDraft(draft);
    // The change has ended the first search before it found anything.
    if (!searched) this.#hasSearched = false;
    this.log.use(store);
    this.#options.onNewLog(store);
  }

  #readSetting(): SearchSetting {
    const { clock, timezone } = this.#viewer;
    const { locale } = this.#options.environment();
    return {
      now: clock.now(),
      zone: readZone(timezone),
      weekStart: findWeekStart(locale),
      pageSize: countPerPage(this.pageSize),
      isOneList: this.pageSize === "all",
    };
  }
}
