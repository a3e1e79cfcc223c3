import { ContextProvider } from "@lit/context";
import { html, type LitElement, type PropertyValues, type TemplateResult } from "lit";
import { environmentContext } from "../views/shell/environment.js";
import { viewerTemplate, type FoundTemplate, type ViewerSetting } from "../views/shell/viewer-template.js";
import { viewerStyles } from "../views/shell/viewer.styles.js";
import { readFilters } from "../core/filters/filter-input.js";
import { copyFilters } from "../core/filters/filter-check.js";
import type { AuditFilters } from "../core/filters/filters.js";
import { PAGE_SIZES } from "../core/preferences.js";
import { separateUnknownIds } from "../core/taxonomy/taxonomy-input.js";
import { weekStartOf } from "../core/time/time-range.js";
import type { ExportOptions, ExportResult } from "../core/export-options.js";
import { ViewerWorker, readWorkerUrl } from "./viewer-worker.js";
import {
  createLanguages,
  ENVIRONMENT_KEYS,
  readEnvironment,
  readZone,
  TaxonomyInput,
} from "./properties/environment.js";
import { LiveRegion } from "./live-region.js";
import { HelpButton } from "./help-button.js";
import { filtersFor, handleCommands } from "./commands.js";
import { createFeatureHost } from "./feature-host.js";
import { Features } from "./features.js";
import { loadSearchCode } from "./late-code.js";
import { isRecord, isUnset, checkOneOf, describeValue, warnOnce } from "../core/options.js";
import { savesData } from "./properties/host-page.js";
import { PreferencesController } from "./preferences.js";
import { reportChange, reportPage } from "./report-changes.js";
import { readRedaction, type Redaction } from "./properties/server.js";
import { FocusAndScroll } from "./focus-and-scroll.js";
import { LogController } from "./log-controller.js";
import type { LogState } from "../search/log-state.js";
import { LogStore } from "../search/log-store.js";
import type { SearchSetting } from "../search/start-search.js";
import { Connection } from "./connection.js";
import { readUser } from "./properties/user.js";
import { ViewerProperties } from "./properties/viewer-properties.js";
import type { FileMaker } from "../worker/client.js";

/**
 * Shows the audit log of a NetSapiens platform: who did what, when and from where.
 *
 * @tagname audit-log-viewer
 * @fires {CustomEvent<{ filters: AuditFilters }>} alv-search - A search started.
 * @fires {CustomEvent<{ page: number; count: number; hasMore: boolean | 'unknown'; coverage: Coverage }>} alv-results - A page is on the screen.
 * @fires {CustomEvent<{ kind: ErrorKind; status?: number; message: string }>} alv-error - An operation failed; loaded events stay.
 * @fires {CustomEvent<{ status: number }>} alv-auth-required - The user must sign in again.
 * @fires {CustomEvent<{ event: AuditEvent }>} alv-event-open - The user opened the details of an event.
 * @fires {CustomEvent<{ preferences: Preferences }>} alv-preferences-change - The user changed how events are shown.
 * @fires {CustomEvent<{ fileName: string; format: 'csv' | 'json' | 'ndjson'; rows: number; complete: boolean }>} alv-export - A file was written and delivered.
 * @csspart filters - The filter bar.
 * @csspart field - A text filter or the action filter.
 * @csspart search - The Search button.
 * @csspart clear - The Clear button.
 * @csspart toolbar - The headline, the view switch and the tools.
 * @csspart notice - A message above or below the rows: a failure or the progress of a search.
 * @csspart state - The message in place of events: before the first search, no matches, or a failure.
 * @csspart suggestion - A suggested change of the filters in that message.
 * @csspart progress - The progress of a search, with its bar.
 * @csspart results - The table or the cards.
 * @csspart table - The table.
 * @csspart head - The table head.
 * @csspart row - A table row.
 * @csspart row-open - The row with open details.
 * @csspart cell - A table cell.
 * @csspart cards - The list of cards.
 * @csspart card - A card.
 * @csspart card-open - The card with open details.
 * @csspart badge - The badge of an action.
 * @csspart details - The details of the open event.
 * @csspart summary - The sentence in the details.
 * @csspart facts - The list of facts in the details: who, what, when and where.
 * @csspart parameters - The parameters in the details, with their heading.
 * @csspart parameter - One parameter.
 * @csspart actions - The buttons in the details.
 * @csspart coverage - The line that says what was searched.
 * @csspart statistics - The statistics bar.
 * @csspart pagination - Previous, Next and the page number.
 * @csspart previous - The Previous button.
 * @csspart next - The Next button.
 */
export class AuditLogViewer extends ViewerProperties {
  static override styles = viewerStyles;

  /** @internal Where files are written; tests put their own here. */
  makeFiles = (): Promise<FileMaker> => this.#files.get();

  readonly #log = new LogController(
    this,
    new LogStore(undefined),
    (now, before) => this.#onChange(now, before),
    (job) => (savesData() ? () => undefined : this.clock.idle(job)),
  );
  readonly #screen = new FocusAndScroll(
    this,
    () => this.renderRoot.querySelector<HTMLElement>("alv-results-toolbar"),
    () => this.renderRoot.querySelector<LitElement>('[part="results"]'),
  );
  readonly #environment = new ContextProvider(this, { context: environmentContext });
  readonly #files = new ViewerWorker(this);
  readonly #taxonomy = new TaxonomyInput();
  readonly #preferences = new PreferencesController(this);
  readonly #announcer = new LiveRegion();
  readonly #say = (text: string): void => {
    this.#announcer.say(text);
    this.requestUpdate();
  };
  readonly #host = createFeatureHost(this, {
    log: () => this.#log,
    environment: () => this.#environment,
    say: this.#say,
  });
  readonly #features = new Features(this.#host, () => this.#languages.complete());
  /** Reads the properties at each search, so that the next one follows a change. */
  readonly #stores = new Connection(
    () => this,
    () => this.#compiled,
    () => this.#loadSearchCode(),
    (store) => this.#forget(store),
  );
  /** A search has started, so `autoSearch` has nothing left to do. */
  #hasSearched = false;
  readonly #languages = createLanguages(() => this.#readAgain());
  /** The element may have moved to a part of the page with another `lang`, or a language has loaded. */
  #isMoved = false;
  #spoken: Pick<ViewerSetting, "lang" | "dir"> = { lang: "en", dir: undefined };
  #askedSize: number | undefined;
  /** Shows results, once the first search has loaded it. */
  #found: FoundTemplate | undefined;
  #told: LogState | undefined;
  readonly #help = new HelpButton(() => this.requestUpdate());
  #redaction: Redaction | undefined;

  /** All filters, as they are in the fields. Setting them does not search. */
  get filters(): AuditFilters {
    return copyFilters(this.#log.state.draft);
  }
  set filters(value: Partial<AuditFilters>) {
    const { filters, ignored } = readFilters(value);
    for (const name of ignored) warnOnce(`\`filters.${name}\` is not of the documented type and is ignored.`);
    this.#log.store.setDraft(filters);
  }

  /** Sets `filters` in the fields and searches with all fields. Resolves when the results or an error are on the screen. */
  async search(filters?: Partial<AuditFilters>): Promise<void> {
    if (!isRecord(filters) && !isUnset(filters)) {
      warnOnce(`\`search\` takes an object of filters; ${describeValue(filters)} is ignored.`);
    }
    await this.#run("search", isRecord(filters) ? filters : {});
  }

  /** Adds events that are new since the last search or refresh, and late ones. */
  async refresh(): Promise<void> {
    const hold = this.#screen.hold();
    await this.#run("refresh");
    await this.updateComplete;
    hold();
  }

  /** Resets the filters to their defaults; results stay. */
  async clear(): Promise<void> {
    this.#log.store.clear();
    await this.updateComplete;
  }

  /** Shows the last 12 months of one user and clears all other filters. */
  async investigate(who: { user: string; domain?: string }): Promise<void> {
    const user = readUser(who);
    if (user) await this.search(filtersFor({ ...user, role: "affected" }));
  }

  /**
   * Exports the loaded pages or the whole searched range, which is read again. Rejects with an AuditLogError if there is nothing
   * to export, if another export is running, or if this export fails or is stopped.
   */
  async exportEvents(options?: ExportOptions): Promise<ExportResult> {
    this.#prepare();
    const { exportEvents } = await this.#features.load("export");
    return exportEvents(options);
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot();
    handleCommands(root, {
      viewer: this,
      log: this.#log,
      say: this.#say,
      prefer: (choice) => this.#preferences.change(choice),
      follow: (search) => this.#screen.follow(search, () => this.#log.state),
      showTop: () => this.#screen.showTop(),
      // The failed search may have used another page size.
      isResized: () => this.#pageSize !== this.#askedSize,
    });
    return root;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#preferences.follow();
    this.#readAgain();
  }

  /** @internal Constructed style sheets belong to the document in which the package was loaded; another document drops them. */
  adoptedCallback(): void {
    if (this.ownerDocument === document) return;
    warnOnce("The viewer does not work in another document. Load the package there, and create the viewer in it.");
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    this.#preferences.follow();
    this.#prepare();
    if (this.#isMoved || ENVIRONMENT_KEYS.some((key) => changed.has(key))) {
      const environment = readEnvironment(this, this.#compiled, this.#languages);
      this.#environment.setValue(environment);
      this.#spoken = environment;
      this.#isMoved = false;
    }
    if (changed.has("theme")) checkOneOf("theme", ["auto", "light", "dark"], this.theme, "auto");
    if (changed.has("density")) checkOneOf("density", ["comfortable", "compact"], this.density, "comfortable");
    if (changed.has("workerUrl")) readWorkerUrl(this.workerUrl);
    if (changed.has("helpUrl")) this.#help.offer(this.helpUrl);
    this.#resize();
    this.#announcer.follow(this.#log.state, this.#environment.value);
  }

  protected override render(): TemplateResult {
    return html`
      ${viewerTemplate(this.#log.state, this.#environment.value, {
        view: checkOneOf("view", ["table", "cards"], this.view, "table"),
        pageSize: this.#pageSize,
        columns: this.columns,
        widths: this.widths,
        found: this.#found,
        help: this.#help.link,
        lang: this.#spoken.lang,
        dir: this.#spoken.dir,
      })}
      ${this.#announcer.render(this.#spoken.lang)}
    `;
  }

  protected override updated(): void {
    this.#tell();
    this.#searchByItself();
  }

  #readAgain(): void {
    this.#isMoved = true;
    this.requestUpdate();
  }

  get #pageSize(): number {
    return checkOneOf<number>("page-size", PAGE_SIZES, this.pageSize, 10);
  }

  get #compiled() {
    return this.#taxonomy.read(this.taxonomy);
  }

  get #setting(): SearchSetting {
    const { locale } = this.#environment.value ?? readEnvironment(this, this.#compiled, this.#languages);
    const zone = readZone(this.timezone);
    return { now: this.clock.now(), zone, weekStart: weekStartOf(locale), pageSize: this.#pageSize };
  }

  async #run(operation: "search" | "searchAgain" | "refresh", filters?: Partial<AuditFilters>): Promise<void> {
    try {
      if (filters) this.filters = { ...this.filters, ...filters };
      this.#prepare();
      this.#help.tryAgain();
      const setting = this.#setting;
      if (operation !== "refresh" || !this.#log.state.searched) this.#askedSize = setting.pageSize;
      await this.#log.run((store, signal) => store[operation](setting, signal));
    } catch (cause) {
      // The page's own properties and built-ins may throw.
      this.#log.store.fail(cause, () => this.#run(operation));
    }
  }

  /** Waits a turn, so that the page can set the server in any order. */
  #searchByItself(): void {
    if (!this.autoSearch || this.#hasSearched || !this.isConnected || !this.#log.state.configured) return;
    this.#hasSearched = true;
    void this.updateComplete.then(() => {
      if (this.isConnected) return this.search();
      this.#hasSearched = false;
      return undefined;
    });
  }

  /** Another page size searches again, even during a search. */
  #resize(): void {
    const { activity, searched } = this.#log.state;
    if (this.#pageSize === this.#askedSize) return;
    if (activity === "search" || searched) void this.#run("searchAgain");
  }

  /** A store belongs to one server: another server gets a new, empty store. */
  #prepare(): void {
    const store = this.#stores.storeOfAnother();
    if (store) this.#begin(store);
    const redaction = readRedaction(this.redact);
    if (redaction !== this.#redaction) this.#log.store.applyRedaction();
    this.#redaction = redaction;
    const { draft } = this.#log.state;
    const { known, unknown } = separateUnknownIds(draft, this.#compiled.taxonomy);
    if (unknown.length === 0) return;
    warnOnce(`\`filters\` has ids that the taxonomy does not have: ${unknown.join(", ")}. They are ignored.`);
    this.#log.store.setDraft(known);
  }

  #begin(store: LogStore): void {
    const { draft, searched } = this.#log.state;
    store.setDraft(draft);
    // A search that was cut off by the change has not shown anything.
    if (!searched) this.#hasSearched = false;
    this.#log.use(store);
    this.#features.use(store);
    this.#files.end();
    this.#announcer.say("");
  }

  /** Another user has signed in: nothing of what the one before was shown may stay. */
  #forget(store: LogStore): void {
    this.#begin(store);
    this.#announcer.say(this.#environment.value.strings.announceUserChanged);
  }

  async #loadSearchCode(): ReturnType<typeof loadSearchCode> {
    const loading = [this.#languages.complete(), this.#features.loadWithResults()];
    const [code] = await Promise.all([loadSearchCode(), ...loading]);
    this.#found = code.foundTemplate;
    this.requestUpdate();
    return code;
  }

  #onChange(now: LogState, before: LogState): void {
    if (now.activity === "search") this.#hasSearched = true;
    reportChange(this, now, before);
  }

  #tell(): void {
    const now = this.#log.state;
    if (now === this.#told || now.activity) return;
    reportPage(this, now, this.#told);
    this.#told = now;
  }
}
