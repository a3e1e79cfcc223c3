import { ContextProvider } from "@lit/context";
import { html, LitElement, type PropertyValues, type TemplateResult } from "lit";
import { property } from "lit/decorators.js";
import { environmentContext, type Environment } from "./components/environment.js";
import type { InnerEvents } from "./components/inner-events.js";
import type { View } from "./components/results-toolbar.js";
import { viewerTemplate, type InnerHandlers } from "./components/viewer-template.js";
import { viewerStyles } from "./components/viewer.styles.js";
import { createFetchAdapter, type FetchAdapter } from "./data/fetch-adapter.js";
import { DEFAULT_SOURCE_OPTIONS, type SourceOptions } from "./data/source-options.js";
import type { AuditLogSource } from "./data/source.js";
import { systemClock, type Clock } from "./domain/clock.js";
import { readFilters } from "./domain/filter-input.js";
import { structuredCloneOf } from "./domain/filter-check.js";
import { defaultFilters, type AuditFilters } from "./domain/filters.js";
import { compileTaxonomy, type Taxonomy } from "./domain/taxonomy.js";
import { loadTemporal } from "./domain/temporal.js";
import { createTimeFormatter, isTimeZone } from "./domain/time-format.js";
import { weekStartOf } from "./domain/time-range.js";
import { DEFAULT_TAXONOMY } from "./domain/vocabulary.js";
import { emit } from "./events.js";
import { en } from "./i18n/en.js";
import type { Strings } from "./i18n/strings.js";
import { announcementOf } from "./announcement.js";
import { checked, isLocale, localZone, localeOf, oneOf, unless, warnOnce } from "./property-values.js";
import { LogController } from "./state/log-controller.js";
import type { LogState } from "./state/log-state.js";
import { LogStore, type SearchSetting } from "./state/log-store.js";

const PAGE_SIZES = [10, 25, 50, 100] as const;

/**
 * Who did what, when and from where on a NetSapiens platform: a viewer of its audit log.
 *
 * @summary An embeddable audit log viewer.
 *
 * @fires {CustomEvent<{ filters: AuditFilters }>} alv-search - A search was sent.
 * @fires {CustomEvent<{ page: number, count: number, hasMore: boolean | 'unknown', coverage: Coverage }>} alv-results - A page is on the screen.
 * @fires {CustomEvent<{ kind: ErrorKind, status?: number, message: string }>} alv-error - Something failed; what was loaded stays.
 * @fires {CustomEvent<{ status: number }>} alv-auth-required - The server wants the user to sign in again.
 * @fires {CustomEvent<{ event: AuditEvent }>} alv-event-open - The details of an event were opened.
 *
 * @csspart filters - The filter bar.
 * @csspart toolbar - The headline and the choice of the view.
 * @csspart results - The table or the cards.
 * @csspart statistics - The statistics bar.
 * @csspart pagination - Previous, Next and the page number.
 *
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

  /** Builds the default adapter on `fetch` for this URL, e.g. `/ns-api/v2` without host for the page's own origin. */
  @property({ attribute: "api-base" }) apiBase: string | undefined;

  /** How to deal with the server; every default finds out by itself. */
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

  /** Run the default search on first connection. */
  @property({ attribute: "auto-search", type: Boolean }) autoSearch = false;

  /** Replaces the tables of actions and objects. */
  @property({ attribute: false }) taxonomy: Taxonomy | undefined;

  /** Overrides single texts. */
  @property({ attribute: false }) strings: Partial<Strings> | undefined;

  /** Applied to every record before display. */
  @property({ attribute: false }) redact: ((record: unknown) => unknown) | undefined;

  /** @internal Where time comes from; tests put their own here. */
  @property({ attribute: false }) clock: Clock = systemClock;

  readonly #log = new LogController(this, new LogStore(undefined), (now, before) => this.#onChange(now, before));
  readonly #environment = new ContextProvider(this, { context: environmentContext });
  /** The parts that the store was made of. */
  #made: readonly unknown[] = [];
  #announcement = "";
  #autoSearched = false;
  #announced: LogState | undefined;
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
    this.#prepare();
    if (filters !== undefined) this.filters = { ...this.filters, ...filters };
    await this.#log.run((store, signal) => store.search(this.#setting(), signal));
  }

  /** Runs the shown search again, up to now. */
  async refresh(): Promise<void> {
    this.#prepare();
    await this.#log.run((store, signal) => store.refresh(this.#setting(), signal));
  }

  /** Resets the filters to their defaults; shown results stay. */
  async clear(): Promise<void> {
    this.#log.store.clear();
    await this.updateComplete;
  }

  /** The last year of one user: all other filters are cleared. */
  async investigate({ user, domain = "" }: { user: string; domain?: string }): Promise<void> {
    await this.#investigate({ user, domain, role: "affected" });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (!this.autoSearch || this.#autoSearched) return;
    this.#autoSearched = true;
    // Properties that the page sets right after inserting the element count, too.
    void this.updateComplete.then(() => (this.isConnected ? this.search() : undefined));
  }

  override willUpdate(changed: PropertyValues<this>): void {
    this.#prepare();
    if (environmentKeys.some((key) => changed.has(key)) || !this.hasUpdated)
      this.#environment.setValue(this.#makeEnvironment());
    this.#announceChange();
    if (changed.has("theme")) oneOf("theme", ["auto", "light", "dark"], this.theme, "auto");
    if (changed.has("density")) oneOf("density", ["comfortable", "compact"], this.density, "comfortable");
    if (changed.has("pageSize") && this.hasUpdated && this.#log.state.searched) void this.refresh();
  }

  override render(): TemplateResult {
    return html`
      ${viewerTemplate(this.#log.state, this.#environment.value, {
        view: oneOf("view", ["table", "cards"], this.view, "table"),
        pageSize: this.#pageSize,
        on: this.#handlers,
      })}
      <div class="visually-hidden" role="status" aria-live="polite">${this.#announcement}</div>
    `;
  }

  override updated(): void {
    this.#tell();
  }

  get #pageSize(): number {
    return oneOf<number>("page-size", PAGE_SIZES, this.pageSize, 10);
  }

  #makeEnvironment(): Environment {
    const locale = checked("locale", this.locale, isLocale, "a language tag", localeOf(this));
    const zone = this.#zone;
    const now = () => this.clock.now();
    return {
      strings: { ...en, ...this.strings },
      locale,
      times: createTimeFormatter(locale, zone, now),
      taxonomy: this.#compiled(),
      now,
    };
  }

  get #zone(): string {
    return checked("timezone", this.timezone, isTimeZone, "a time zone of this browser", localZone());
  }

  #compiledFrom: Taxonomy | undefined;
  #taxonomy = compileTaxonomy(DEFAULT_TAXONOMY);

  #compiled() {
    const wanted = this.taxonomy ?? DEFAULT_TAXONOMY;
    if (wanted !== (this.#compiledFrom ?? DEFAULT_TAXONOMY)) {
      this.#compiledFrom = wanted;
      this.#taxonomy = compileTaxonomy(wanted);
    }
    return this.#taxonomy;
  }

  #setting(): SearchSetting {
    const { locale } = this.#environment.value ?? this.#makeEnvironment();
    return { now: this.clock.now(), zone: this.#zone, weekStart: weekStartOf(locale), pageSize: this.#pageSize };
  }

  /** A store belongs to one server: another adapter, base, option or taxonomy begins with an empty one. */
  #prepare(): void {
    const parts = [this.adapter, this.apiBase, this.source, this.taxonomy, this.redact, this.clock];
    if (parts.every((part, at) => part === this.#made[at]) && this.#made.length > 0) return;
    const first = this.#made.length === 0;
    this.#made = parts;
    const adapter = this.adapter ?? (this.apiBase ? createFetchAdapter({ baseUrl: this.apiBase }) : undefined);
    if (first && !adapter) return;
    const draft = this.#log.state.draft;
    const store = new LogStore(adapter && (() => this.#makeSource(adapter)));
    store.setDraft(draft);
    this.#log.use(store);
    this.#announcement = "";
  }

  /** What a search needs, and what shows its results, comes in chunks of its own: the first search fetches them. */
  async #makeSource(adapter: FetchAdapter): Promise<AuditLogSource> {
    const [{ AuditLogSource }, temporal] = await Promise.all([
      import("./data/source.js"),
      loadTemporal(),
      import("./components/results-view.js"),
    ]);
    return new AuditLogSource({
      adapter,
      options: { ...DEFAULT_SOURCE_OPTIONS, ...this.source },
      clock: this.clock,
      taxonomy: this.#compiled(),
      temporal,
      redact: this.redact,
    });
  }

  async #investigate({ user, domain, role }: InnerEvents["alv-inner-investigate"]): Promise<void> {
    const who =
      role === "affected" ? { affectedUser: user, affectedDomain: domain } : { byUser: user, byDomain: domain };
    await this.search({ ...defaultFilters(), ...who, range: { preset: "last-year" } });
  }

  /** The next steps that the viewer's own elements ask for. */
  readonly #handlers: InnerHandlers = {
    "alv-inner-draft": ({ change }) => this.#log.store.setDraft(change),
    "alv-inner-narrow": ({ filters }) => void this.search(filters),
    "alv-inner-view": ({ view }) => (this.view = view),
    "alv-inner-toggle": ({ event }) => this.#log.store.toggle(event.id),
    "alv-inner-investigate": (detail) => void this.#investigate(detail),
    "alv-inner-announce": ({ text }) => this.#announce(text),
    "alv-inner-page": ({ go }) => void this.#page(go),
    "alv-inner-action": ({ action }) => void this.#act(action),
  };

  async #page(go: "previous" | "next"): Promise<void> {
    if (go === "previous") this.#log.store.previous();
    else await this.#log.run((store, signal) => store.next(signal));
  }

  async #act(action: InnerEvents["alv-inner-action"]["action"]): Promise<void> {
    switch (action) {
      case "search":
        return this.search();
      case "retry":
        return this.#log.run((store, signal) => store.retry(signal));
      case "look-further":
        return this.#log.run((store, signal) => store.further(signal));
      case "stop":
        return this.#log.stop();
      case "clear":
        return this.clear();
      case "search-last-24-hours":
        return this.search({ range: { preset: "last-24-hours" } });
      case "search-last-30-days":
        return this.search({ range: { preset: "last-30-days" } });
    }
  }

  #announce(text: string): void {
    this.#announcement = text;
    this.requestUpdate();
  }

  #onChange(now: LogState, before: LogState): void {
    // Progress begins with the first request: wrong filters get no further than the fields.
    if (now.activity === "search" && now.progress && !before.progress) {
      emit(this, "alv-search", { filters: structuredCloneOf(now.draft) });
    }
    if (now.failure && now.failure !== before.failure) {
      const { kind, status, message } = now.failure.error;
      emit(this, "alv-error", { kind, message, ...(status === undefined ? {} : { status }) });
      if (kind === "auth") emit(this, "alv-auth-required", { status: status ?? 401 });
    }
    if (now.openId !== null && now.openId !== before.openId) {
      const event = now.pages.flat().find(({ id }) => id === now.openId);
      if (event) emit(this, "alv-event-open", { event });
    }
  }

  /** What changes on the screen is said once, in the same update. */
  #announceChange(): void {
    const now = this.#log.state;
    if (now === this.#announced) return;
    const text = announcementOf(now, this.#announced, this.#environment.value);
    if (text !== undefined) this.#announcement = text;
    this.#announced = now;
  }

  /** Another page is on the screen. */
  #tell(): void {
    const now = this.#log.state;
    const before = this.#told;
    if (now === before || now.activity) return;
    this.#told = now;
    const { searched, coverage, revision, pageIndex, pages, hasMore } = now;
    const turned = revision !== before?.revision || pageIndex !== before.pageIndex || pages !== before.pages;
    if (!coverage || !searched || !turned) return;
    emit(this, "alv-results", { page: pageIndex + 1, count: pages[pageIndex]?.length ?? 0, hasMore, coverage });
  }
}

const environmentKeys = ["timezone", "locale", "strings", "taxonomy", "clock"] as const;
