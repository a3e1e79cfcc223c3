import { ContextProvider } from "@lit/context";
import { html, type PropertyValues, type TemplateResult } from "lit";
import { environmentContext } from "./components/environment.js";
import type { InnerEvents } from "./components/inner-events.js";
import { viewerTemplate, type ViewerSetting } from "./components/viewer-template.js";
import { viewerStyles } from "./components/viewer.styles.js";
import { readFilters } from "./domain/filter-input.js";
import { structuredCloneOf } from "./domain/filter-check.js";
import { defaultFilters, type AuditFilters } from "./domain/filters.js";
import { literal } from "./domain/pattern.js";
import { PAGE_SIZES } from "./domain/preferences.js";
import { knownIds } from "./domain/taxonomy-input.js";
import { weekStartOf } from "./domain/time-range.js";
import { DomainsProvider } from "./domains-provider.js";
import type { ExportOptions, ExportResult } from "./export-options.js";
import { ExportProvider } from "./exporting.js";
import { FilesProvider, readWorkerUrl } from "./files-provider.js";
import { createLanguages, ENVIRONMENT_KEYS, readEnvironment, readZone, TaxonomyInput } from "./environment-input.js";
import { Announcer } from "./announcer.js";
import { HelpOffer } from "./help-offer.js";
import { followInnerEvents } from "./inner-handlers.js";
import { isRecord, isUnset, oneOf, savesData, shown, warnOnce } from "./property-values.js";
import { PreferencesKeeper } from "./preferences-keeper.js";
import { reportChange, reportPage } from "./reports.js";
import { readRedaction, type Redaction } from "./server-input.js";
import { ScreenKeeper } from "./screen-keeper.js";
import { LogController } from "./state/log-controller.js";
import type { LogState } from "./state/log-state.js";
import { LogStore } from "./state/log-store.js";
import type { SearchSetting } from "./state/prepare-reading.js";
import { StoreMaker } from "./store-maker.js";
import { readUser } from "./user-input.js";
import { ViewerProperties } from "./viewer-properties.js";
import type { FileMaker } from "./worker/client.js";

/**
 * Who did what, when and from where on a NetSapiens platform: a viewer of its audit log.
 *
 * @tagname audit-log-viewer
 * @fires {CustomEvent<{ filters: AuditFilters }>} alv-search - A search was sent.
 * @fires {CustomEvent<{ page: number; count: number; hasMore: boolean | 'unknown'; coverage: Coverage }>} alv-results - A page is on the screen.
 * @fires {CustomEvent<{ kind: ErrorKind; status?: number; message: string }>} alv-error - Something failed; what was loaded stays.
 * @fires {CustomEvent<{ status: number }>} alv-auth-required - The server wants the user to sign in again.
 * @fires {CustomEvent<{ event: AuditEvent }>} alv-event-open - The details of an event were opened.
 * @fires {CustomEvent<{ preferences: Preferences }>} alv-preferences-change - The reader chose how events are shown.
 * @fires {CustomEvent<{ fileName: string; format: 'csv' | 'json' | 'ndjson'; rows: number; complete: boolean }>} alv-export - A file was made and delivered.
 * @csspart filters - The filter bar.
 * @csspart field - A filter that is typed, and the choice of the action.
 * @csspart search - The button Search.
 * @csspart clear - The button Clear.
 * @csspart toolbar - The headline, the choice of the view and the tools.
 * @csspart notice - A line above or below the rows: what failed, what is being read.
 * @csspart state - What stands where there are no events: before the first search, nothing found, a failure.
 * @csspart suggestion - A change of the filters that is suggested there.
 * @csspart progress - What is being read, with its bar.
 * @csspart results - The table or the cards.
 * @csspart table - The table.
 * @csspart head - The head of the table.
 * @csspart row - A row of the table.
 * @csspart row-open - The row whose details are open.
 * @csspart cell - A cell of a row.
 * @csspart cards - The list of cards.
 * @csspart card - A card.
 * @csspart card-open - The card whose details are open.
 * @csspart badge - An action.
 * @csspart details - The details of the open event.
 * @csspart summary - The sentence in the details.
 * @csspart facts - Who, what, when and where in the details.
 * @csspart parameters - The parameters in the details, with their title.
 * @csspart parameter - One parameter.
 * @csspart actions - The buttons in the details.
 * @csspart coverage - What was read.
 * @csspart statistics - The statistics bar.
 * @csspart pagination - Previous, Next and the page number.
 * @csspart previous - The button Previous.
 * @csspart next - The button Next.
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
  readonly #preferences = new PreferencesKeeper(this);
  readonly #announcer = new Announcer();
  readonly #say = (text: string): void => {
    this.#announcer.say(text);
    this.requestUpdate();
  };
  readonly #exports = new ExportProvider(this, {
    setting: () => ({
      clock: this.clock,
      zone: readZone(this.timezone),
      environment: this.#environment.value,
    }),
    isRedacted: () => readRedaction(this.redact) !== undefined,
    makeFiles: () => this.makeFiles(),
    say: this.#say,
  });
  /** Reads the properties at each search, so that the next one follows a change. */
  readonly #stores = new StoreMaker(
    () => this,
    () => this.#compiled,
    (store) => this.#forget(store),
  );
  /** A search has begun, by whomever: none is due any more. */
  #hasSearched = false;
  readonly #languages = createLanguages(() => this.#readAgain());
  /** The page may have put the element where another language is spoken, or a language has arrived. */
  #isMoved = false;
  #spoken: Pick<ViewerSetting, "lang" | "dir"> = { lang: "en", dir: undefined };
  /** The page size of the search begun last. */
  #askedSize: number | undefined;
  #told: LogState | undefined;
  readonly #help = new HelpOffer(() => this.requestUpdate());
  /** What the loaded records were last shown by. */
  #redaction: Redaction | undefined;

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

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot();
    followInnerEvents(root, {
      viewer: this,
      log: this.#log,
      say: this.#say,
      prefer: (choice) => this.#preferences.change(choice),
      investigate: (whom) => void this.#investigate(whom),
      showTop: () => this.#screen.showTop(),
      // What failed may have been asked for with another page size.
      isResized: () => this.#pageSize !== this.#askedSize,
    });
    return root;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#preferences.follow();
    this.#readAgain();
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
    if (changed.has("theme")) oneOf("theme", ["auto", "light", "dark"], this.theme, "auto");
    if (changed.has("density")) oneOf("density", ["comfortable", "compact"], this.density, "comfortable");
    if (changed.has("workerUrl")) readWorkerUrl(this.workerUrl);
    if (changed.has("helpUrl")) this.#help.offer(this.helpUrl);
    this.#resize();
    this.#announcer.follow(this.#log.state, this.#environment.value);
  }

  protected override render(): TemplateResult {
    return html`
      ${viewerTemplate(this.#log.state, this.#environment.value, {
        view: oneOf("view", ["table", "cards"], this.view, "table"),
        pageSize: this.#pageSize,
        columns: this.columns,
        widths: this.widths,
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
    return oneOf<number>("page-size", PAGE_SIZES, this.pageSize, 10);
  }

  get #compiled() {
    return this.#taxonomy.read(this.taxonomy);
  }

  get #setting(): SearchSetting {
    const { locale } = this.#environment.value ?? readEnvironment(this, this.#compiled, this.#languages);
    const zone = readZone(this.timezone);
    return { now: this.clock.now(), zone, weekStart: weekStartOf(locale), pageSize: this.#pageSize };
  }

  async #run(operation: "search" | "searchAgain" | "refresh"): Promise<void> {
    this.#prepare();
    this.#help.tryAgain();
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
    if (activity === "search" || searched) void this.#run("searchAgain");
  }

  /** A store belongs to one server: another one begins with an empty store. */
  #prepare(): void {
    const store = this.#stores.prepare();
    if (store) this.#begin(store);
    const redaction = readRedaction(this.redact);
    if (redaction !== this.#redaction) this.#log.store.reread();
    this.#redaction = redaction;
    const { draft } = this.#log.state;
    const { known, unknown } = knownIds(draft, this.#compiled.taxonomy);
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
