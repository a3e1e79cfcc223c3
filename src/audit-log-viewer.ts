import { ContextProvider } from "@lit/context";
import { html, LitElement, type PropertyValues, type TemplateResult } from "lit";
import { property } from "lit/decorators.js";
import { environmentContext } from "./components/environment.js";
import type { InnerEvents } from "./components/inner-events.js";
import type { View } from "./components/results-toolbar.js";
import { viewerTemplate } from "./components/viewer-template.js";
import { viewerStyles } from "./components/viewer.styles.js";
import type { FetchAdapter } from "./data/fetch-adapter.js";
import type { SourceOptions } from "./data/source-options.js";
import { systemClock, type Clock } from "./domain/clock.js";
import { readFilters } from "./domain/filter-input.js";
import { structuredCloneOf } from "./domain/filter-check.js";
import { defaultFilters, type AuditFilters } from "./domain/filters.js";
import { literal } from "./domain/pattern.js";
import { knownIds } from "./domain/taxonomy-input.js";
import type { Taxonomy } from "./domain/taxonomy.js";
import { weekStartOf } from "./domain/time-range.js";
import { DomainsProvider } from "./domains-provider.js";
import { ENVIRONMENT_KEYS, readEnvironment, readZone, TaxonomyInput } from "./environment-input.js";
import type { ExportOptions, ExportResult } from "./export-options.js";
import { ExportProvider } from "./exporting.js";
import { FilesProvider, readWorkerUrl } from "./files-provider.js";
import type { Strings } from "./i18n/strings.js";
import { Announcer } from "./announcer.js";
import { innerHandlers } from "./inner-handlers.js";
import { isRecord, isUnset, oneOf, savesData, shown, unless, warnOnce } from "./property-values.js";
import { reportChange, reportPage } from "./reports.js";
import { readRedaction, type Redaction } from "./server-input.js";
import { ScreenKeeper } from "./screen-keeper.js";
import { LogController } from "./state/log-controller.js";
import type { LogState } from "./state/log-state.js";
import { LogStore, type SearchSetting } from "./state/log-store.js";
import { StoreMaker } from "./store-maker.js";
import { readUser } from "./user-input.js";
import type { FileMaker } from "./worker/client.js";

const PAGE_SIZES = [10, 25, 50, 100] as const;

/**
 * Who did what, when and from where on a NetSapiens platform: a viewer of its audit log.
 *
 * @fires {CustomEvent<{ filters: AuditFilters }>} alv-search - A search was sent.
 * @fires {CustomEvent<{ page: number, count: number, hasMore: boolean | 'unknown', coverage: Coverage }>} alv-results - A page is on the screen.
 * @fires {CustomEvent<{ kind: ErrorKind, status?: number, message: string }>} alv-error - Something failed; what was loaded stays.
 * @fires {CustomEvent<{ status: number }>} alv-auth-required - The server wants the user to sign in again.
 * @fires {CustomEvent<{ event: AuditEvent }>} alv-event-open - The details of an event were opened.
 * @fires {CustomEvent<{ fileName: string, format: 'csv' | 'json' | 'ndjson', rows: number, complete: boolean }>} alv-export - A file was made and delivered.
 * @csspart filters - The filter bar.
 * @csspart toolbar - The headline and the choice of the view.
 * @csspart results - The table or the cards.
 * @csspart coverage - What was read.
 * @csspart statistics - The statistics bar.
 * @csspart pagination - Previous, Next and the page number.
 * @cssprop [--alv-accent] - The one accent: primary button, links, focus; hover, soft ground and the text on it derive from it.
 * @cssprop [--alv-surface] - The ground; the other surfaces derive from it.
 * @cssprop [--alv-text] - The text; muted text and lines derive from it.
 * @cssprop [--alv-font-family] - The typeface.
 * @cssprop [--alv-radius] - The base of the three radii.
 */
export class AuditLogViewer extends LitElement {
  static override styles = viewerStyles;

  /** Performs one GET and answers parsed JSON. Wins over `api-base`. */
  @property({ attribute: false }) adapter: FetchAdapter | undefined;

  /** Builds the default adapter on `fetch` for this URL, e.g. `https://server.example/…`; one without host is the page's own origin's. */
  @property({ attribute: "api-base" }) apiBase: string | undefined;

  /** How to deal with the server; every default finds out by itself. The next search follows a change. */
  @property({ attribute: false }) source: Partial<SourceOptions> | undefined;

  /** IANA id of the zone of every shown time and of the presets; the browser's by default. */
  @property() timezone: string | undefined;

  /** BCP 47; the nearest `lang` of the host page, else the browser's, by default. */
  @property() locale: string | undefined;

  /** `auto` follows the host page's own colour scheme. */
  @property({ reflect: true, converter: unless("auto") }) theme: "auto" | "light" | "dark" = "auto";

  @property() view: View = "table";

  @property({ reflect: true, converter: unless("comfortable") }) density: "comfortable" | "compact" = "comfortable";

  /** Records per page: 10, 25, 50 or 100. Changing it runs the search again. */
  @property({ attribute: "page-size", type: Number }) pageSize = 10;

  /** Run the default search once, as soon as the element is on a page and knows its server. */
  @property({ attribute: "auto-search", type: Boolean }) autoSearch = false;

  /** The thread that writes files, for pages that refuse `blob:` workers: the URL of `worker.js`, or `none`. */
  @property({ attribute: "worker-url" }) workerUrl: string | undefined;

  /** Replaces the tables of actions and objects; what is shown is named anew, the next search filters by it. */
  @property({ attribute: false }) taxonomy: Taxonomy | undefined;

  /** Overrides single texts. */
  @property({ attribute: false }) strings: Partial<Strings> | undefined;

  /** Applied to every record before display. The next search follows a change. */
  @property({ attribute: false }) redact: Redaction | undefined;

  /** @internal Where time comes from; tests put their own here. */
  @property({ attribute: false }) clock: Clock = systemClock;

  /** @internal Where files are written; tests put their own here. */
  makeFiles = (): Promise<FileMaker> => this.#files.get();

  readonly #log = new LogController(
    this,
    new LogStore(undefined),
    (now, before) => this.#onChange(now, before),
    (job) => (savesData() ? () => undefined : this.clock.idle(job)),
  );
  readonly #screen = new ScreenKeeper(
    this,
    () => this.renderRoot.querySelector<HTMLElement>("alv-results-toolbar"),
    () =>
      this.renderRoot.querySelector('[part="results"]')?.shadowRoot?.querySelector('[aria-expanded="true"]') ?? null,
  );
  readonly #environment = new ContextProvider(this, { context: environmentContext });
  readonly #domains = new DomainsProvider(this);
  readonly #files = new FilesProvider(this);
  readonly #taxonomy = new TaxonomyInput();
  readonly #announcer = new Announcer();
  readonly #say = (text: string): void => {
    this.#announcer.say(text);
    this.requestUpdate();
  };
  readonly #exports = new ExportProvider(this, {
    setting: () => ({
      clock: this.clock,
      zone: readZone(this.timezone),
      isRedacted: readRedaction(this.redact) !== undefined,
      environment: this.#environment.value,
    }),
    makeFiles: () => this.makeFiles(),
    say: this.#say,
  });
  /** Reads the properties at each search, so that the next one follows a change. */
  readonly #stores = new StoreMaker(
    () => this,
    () => this.#compiled,
    (store) => this.#forget(store),
  );
  readonly #handlers = innerHandlers({
    viewer: this,
    log: this.#log,
    say: this.#say,
    investigate: (whom) => void this.#investigate(whom),
    showTop: () => this.#screen.showTop(),
    // What failed may have been asked for with another page size.
    isResized: () => this.#pageSize !== this.#askedSize,
  });
  /** A search has begun, by whomever: none is due any more. */
  #hasSearched = false;
  /** The page may have put the element where another language is spoken. */
  #isMoved = false;
  /** The page size of the search begun last. */
  #askedSize: number | undefined;
  #told: LogState | undefined;

  /** All filters as they stand in the fields. Setting them does not search. */
  get filters(): AuditFilters {
    return structuredCloneOf(this.#log.state.draft);
  }
  set filters(value: Partial<AuditFilters>) {
    const { filters, ignored } = readFilters(value);
    for (const name of ignored) warnOnce(`\`filters.${name}\` is not of the documented type and is ignored.`);
    this.#log.store.setDraft(filters);
  }

  /** Searches for the filters in the fields; `filters` is put there first. Resolves when the page is there, or failed. */
  async search(filters?: Partial<AuditFilters>): Promise<void> {
    if (isRecord(filters)) this.filters = { ...this.filters, ...filters };
    else if (!isUnset(filters)) warnOnce(`\`search\` takes an object of filters; ${shown(filters)} is ignored.`);
    await this.#run("search");
  }

  /** Reads what is new since the last search or refresh, and what came late. */
  async refresh(): Promise<void> {
    const hold = this.#screen.hold();
    await this.#run("refresh");
    await this.updateComplete;
    hold();
  }

  /** Resets the filters to their defaults; shown results stay. */
  async clear(): Promise<void> {
    this.#log.store.clear();
    await this.updateComplete;
  }

  /** The last year of one user: all other filters are cleared. */
  async investigate(who: { user: string; domain?: string }): Promise<void> {
    const user = readUser(who);
    if (user) await this.#investigate({ ...user, role: "affected" });
  }

  /**
   * Makes a file of what was searched for: of the loaded pages, or of the whole range, which is read anew. Rejects with an
   * AuditLogError when there is nothing to export, another export is running, or this one fails or is stopped.
   */
  async exportEvents(options?: ExportOptions): Promise<ExportResult> {
    this.#prepare();
    return this.#exports.exportEvents(options);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#isMoved = true;
    this.requestUpdate();
  }

  override willUpdate(changed: PropertyValues<this>): void {
    this.#prepare();
    if (this.#isMoved || ENVIRONMENT_KEYS.some((key) => changed.has(key))) {
      this.#environment.setValue(readEnvironment(this, this.#compiled));
      this.#isMoved = false;
    }
    if (changed.has("theme")) oneOf("theme", ["auto", "light", "dark"], this.theme, "auto");
    if (changed.has("density")) oneOf("density", ["comfortable", "compact"], this.density, "comfortable");
    if (changed.has("workerUrl")) readWorkerUrl(this.workerUrl);
    this.#resize();
    this.#announcer.follow(this.#log.state, this.#environment.value);
  }

  override render(): TemplateResult {
    return html`
      ${viewerTemplate(this.#log.state, this.#environment.value, {
        view: oneOf("view", ["table", "cards"], this.view, "table"),
        pageSize: this.#pageSize,
        on: this.#handlers,
      })}
      ${this.#announcer.render()}
    `;
  }

  override updated(): void {
    this.#tell();
    this.#searchByItself();
  }

  get #pageSize(): number {
    return oneOf<number>("page-size", PAGE_SIZES, this.pageSize, 10);
  }

  get #compiled() {
    return this.#taxonomy.read(this.taxonomy);
  }

  get #setting(): SearchSetting {
    const { locale } = this.#environment.value ?? readEnvironment(this, this.#compiled);
    const zone = readZone(this.timezone);
    return { now: this.clock.now(), zone, weekStart: weekStartOf(locale), pageSize: this.#pageSize };
  }

  async #run(operation: "search" | "searchAgain" | "refresh"): Promise<void> {
    this.#prepare();
    const setting = this.#setting;
    if (operation !== "refresh" || !this.#log.state.searched) this.#askedSize = setting.pageSize;
    await this.#log.run((store, signal) => store[operation](setting, signal));
  }

  /** Not before the page had its turn to name the server, in whatever order. */
  #searchByItself(): void {
    if (!this.autoSearch || this.#hasSearched || !this.isConnected || !this.#log.state.configured) return;
    this.#hasSearched = true;
    void this.updateComplete.then(() => {
      if (this.isConnected) return this.search();
      this.#hasSearched = false;
      return undefined;
    });
  }

  /** Another page size asks again, also for what is on its way. */
  #resize(): void {
    const { activity, searched } = this.#log.state;
    if (this.#pageSize === this.#askedSize) return;
    if (activity === "search") void this.search();
    else if (searched) void this.#run("searchAgain");
  }

  /** A store belongs to one server: another one begins with an empty store. */
  #prepare(): void {
    const store = this.#stores.prepare();
    if (store) this.#begin(store);
    const { draft } = this.#log.state;
    const { known, unknown } = knownIds(draft, this.#compiled.taxonomy);
    if (unknown.length === 0) return;
    warnOnce(`The taxonomy has no ${unknown.join(", ")}: left out of \`filters.actions\` and \`filters.objects\`.`);
    this.#log.store.setDraft(known);
  }

  #begin(store: LogStore): void {
    const { draft, searched } = this.#log.state;
    store.setDraft(draft);
    // A search that was cut off by the change has not shown anything.
    if (!searched) this.#hasSearched = false;
    this.#log.use(store);
    this.#domains.use(store);
    this.#exports.use(store);
    this.#files.end();
    this.#announcer.say("");
  }

  /** Another user has signed in: nothing of what the one before was shown may stay. */
  #forget(store: LogStore): void {
    this.#begin(store);
    this.#announcer.say(this.#environment.value.strings.announceUserChanged);
  }

  async #investigate({ role, ...whom }: InnerEvents["alv-inner-investigate"]): Promise<void> {
    // Names as they are, whatever they hold.
    const [user, domain] = [literal(whom.user), literal(whom.domain)];
    const who =
      role === "affected" ? { affectedUser: user, affectedDomain: domain } : { byUser: user, byDomain: domain };
    await this.search({ ...defaultFilters(), ...who, range: { preset: "last-year" } });
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
