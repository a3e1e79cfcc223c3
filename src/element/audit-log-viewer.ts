import { adoptStyles, html, type LitElement, type PropertyValues, type TemplateResult } from "lit";
import type { ExportOptions, ExportResult } from "../core/export-options.js";
import { countEventFilters } from "../core/filters/count-filters.js";
import { copyFilters } from "../core/filters/filter-check.js";
import { readFilters } from "../core/filters/filter-input.js";
import type { AuditFilters } from "../core/filters/filters.js";
import { checkOneOf, describeValue, isRecord, isUnset, warnOnce } from "../core/option-checks.js";
import { renderViewer, type FoundTemplate } from "../views/shell/viewer-template.js";
import { viewerStyles } from "../views/shell/viewer.styles.js";
import type { FileMaker } from "../worker/client/file-client.js";
import { createUserFilters, handleCommands } from "./commands.js";
import { EnvironmentController } from "./environment-controller.js";
import { createViewerForFeatures } from "./viewer-for-features.js";
import { Features } from "./features.js";
import { FocusAndScroll } from "./focus-and-scroll.js";
import { HelpButton } from "./help-button.js";
import { loadPart, loadSearchCode, preloadFiltering } from "./late-code.js";
import { LiveRegion } from "./live-region.js";
import { PreferencesController } from "./preferences.js";
import { setMark } from "./marks.js";
import { readUser } from "./properties/user.js";
import { ViewerProperties } from "./properties/viewer-properties.js";
import { SearchController } from "./search-controller.js";
import { readWorkerUrl, ViewerWorker } from "./viewer-worker.js";

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
 * @csspart timeline - The strip above the results that shows when the events happened.
 * @csspart coverage - The line that says what was searched.
 * @csspart statistics - The statistics bar.
 * @csspart pagination - Previous, Next and the page number.
 * @csspart previous - The Previous button.
 * @csspart next - The Next button.
 */
export class AuditLogViewer extends ViewerProperties {
  static override styles = viewerStyles;

  /** @internal Writes files; tests set their own. */
  makeFiles = (): Promise<FileMaker> => this.#worker.getFiles();

  readonly #searches: SearchController = new SearchController(this, {
    environment: () => this.#environment,
    loadCode: () => this.#loadSearchCode(),
    createAnalysis: () => this.#worker.createAnalysis(),
    onRun: () => this.#help.load(),
    onNewLog: (store) => {
      this.#features.use(store);
      this.#worker.end();
      this.#announcer.say("");
    },
    onUserChange: () => this.#announcer.say(this.#environment.value.strings.announceUserChanged),
  });
  readonly #log = this.#searches.log;
  readonly #screen = new FocusAndScroll(
    this,
    () => this.renderRoot.querySelector<HTMLElement>("alv-results-toolbar"),
    () => this.renderRoot.querySelector<LitElement>('[part="results"]'),
  );
  readonly #environment = new EnvironmentController(this);
  readonly #worker = new ViewerWorker(this);
  readonly #preferences = new PreferencesController(this);
  readonly #announcer = new LiveRegion();
  readonly #say = (text: string): void => {
    this.#announcer.say(text);
    this.requestUpdate();
  };
  readonly #forFeatures = createViewerForFeatures(this, {
    log: () => this.#log,
    environment: () => this.#environment,
    say: this.#say,
  });
  readonly #features = new Features(this.#forFeatures, this.#environment.addEnglish);
  readonly #help = new HelpButton(this);
  /** Renders results; loaded by the first search. */
  #found: FoundTemplate | undefined;

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
    await this.#searches.run("search", isRecord(filters) ? filters : {});
  }

  /** Adds events that are new since the last search or refresh, and late ones. */
  async refresh(): Promise<void> {
    const restoreScroll = this.#screen.holdScroll();
    await this.#searches.run("refresh");
    await this.updateComplete;
    restoreScroll();
  }

  /** Resets the filters to their defaults; results stay. */
  async clear(): Promise<void> {
    this.#log.store.clear();
    await this.updateComplete;
  }

  /** Shows the last 12 months of one user and clears all other filters. */
  async investigate(who: { user: string; domain?: string }): Promise<void> {
    const user = readUser(who);
    if (user) await this.search(createUserFilters({ ...user, role: "affected" }));
  }

  /**
   * Exports the loaded pages or the whole searched range, which is read again. Rejects with an AuditLogError if there is nothing
   * to export, if another export is running, or if this export fails or is stopped.
   */
  async exportEvents(options?: ExportOptions): Promise<ExportResult> {
    this.#searches.readProperties();
    const { exportEvents } = await this.#features.load("export");
    return exportEvents(options);
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot();
    handleCommands(root, {
      viewer: this,
      searches: this.#searches,
      say: this.#say,
      prefer: (choice) => this.#preferences.change(choice),
      follow: (search) => this.#screen.follow(search, () => this.#log.state),
      showTop: () => this.#screen.showTop(),
      prepareRows: (events) => void this.renderRoot.querySelector("alv-results-table")?.prepare(events),
      showTextsAgain: () => this.#environment.readAgain(),
    });
    return root;
  }

  override connectedCallback(): void {
    setMark("connected");
    super.connectedCallback();
    this.#preferences.follow();
    // The new position on the page may have another `lang`.
    this.#environment.readAgain();
  }

  /** @internal Constructed style sheets belong to the document in which the package was loaded; another document drops them. */
  adoptedCallback(): void {
    if (this.ownerDocument === document) return;
    warnOnce("The viewer does not work in another document. Load the package there, and create the viewer in it.");
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    this.#preferences.follow();
    this.#searches.readProperties();
    this.#environment.update(changed);
    if (changed.has("theme")) checkOneOf("theme", ["auto", "light", "dark"], this.theme, "auto");
    if (changed.has("density")) checkOneOf("density", ["comfortable", "compact"], this.density, "comfortable");
    if (changed.has("workerUrl")) readWorkerUrl(this.workerUrl);
    if (changed.has("helpUrl")) this.#help.offer(this.helpUrl);
    if (changed.has("timeline") || changed.has("breakdown")) this.#features.refresh();
    this.#searches.searchIfResized();
    this.#announcer.follow(this.#log.state, this.#environment.value);
  }

  protected override render(): TemplateResult {
    const { value, lang, dir } = this.#environment;
    return html`
      ${renderViewer(this.#log.state, value, {
        view: checkOneOf("view", ["table", "cards"], this.view, "table"),
        pageSize: this.#searches.pageSize,
        columns: this.columns,
        widths: this.widths,
        found: this.#found,
        features: this.#features.places,
        help: this.#help.link,
        lang,
        dir,
      })}
      ${this.#announcer.render(lang)}
    `;
  }

  protected override firstUpdated(): void {
    setMark("shell");
  }

  protected override updated(): void {
    this.#searches.reportShownPage();
    this.#searches.searchAutomatically();
  }

  async #loadSearchCode(): ReturnType<typeof loadSearchCode> {
    // Without the cards, the table is shown until they can be loaded.
    const cards = this.view === "cards" && loadPart("results-cards").catch(() => undefined);
    const features = this.#features.loadWithResults();
    if (countEventFilters(this.filters) > 0) void preloadFiltering();
    const [code] = await Promise.all([loadSearchCode(), this.#environment.loadSentences(), features, cards]);
    this.#found = code.renderFound;
    adoptStyles(this.renderRoot as ShadowRoot, [...viewerStyles, code.foundStyles]);
    this.requestUpdate();
    return code;
  }
}
