import { LitElement } from "lit";
import { property } from "lit/decorators.js";
import { checkClock } from "./clock.js";
import type { FetchAdapter } from "../../api/transport/adapter.js";
import type { SourceOptions } from "../../api/source-options.js";
import { systemClock, type Clock } from "../../core/clock.js";
import type { PageSize } from "../../core/preferences.js";
import { DEFAULT_COLUMNS, type ColumnId, type ColumnWidths } from "../../core/table-columns.js";
import type { Taxonomy } from "../../core/taxonomy/taxonomy.js";
import type { Strings } from "../../i18n/strings.js";
import { reflectUnless } from "./host-page.js";
import type { Redaction } from "./server.js";
import type { PreferenceStorage } from "../preference-store.js";

/** A value that is not allowed is reported when it is used. */
const readPageSize = (text: string | null): PageSize =>
  (text === null || text === "all" ? text : Number(text)) as PageSize;

/** The properties of the viewer. An invalid value causes one warning, and the viewer uses the default. */
export abstract class ViewerProperties extends LitElement {
  /** Performs the GET requests and returns parsed JSON. Overrides `api-base`. */
  @property({ attribute: false }) adapter: FetchAdapter | undefined;

  /** Base URL of the API, such as `https://server.example/…`. A URL without a host belongs to the page's own origin. */
  @property({ attribute: "api-base" }) apiBase: string | undefined;

  /** How to query the server. By default, the viewer finds out everything by itself. A change applies to the next search. */
  @property({ attribute: false }) source: Partial<SourceOptions> | undefined;

  /** IANA name of the time zone for every shown time and for the presets; by default the browser's zone. */
  @property() timezone: string | undefined;

  /** Language tag (BCP 47); by default the nearest `lang` of the page, else the browser's language. */
  @property() locale: string | undefined;

  /** `auto` follows the page's color scheme. */
  @property({ reflect: true, converter: reflectUnless("auto") }) theme: "auto" | "light" | "dark" = "auto";

  /** How events are listed. */
  @property() view: "table" | "cards" = "table";

  /** Heights and paddings of rows and controls. */
  @property({ reflect: true, converter: reflectUnless("comfortable") }) density: "comfortable" | "compact" =
    "comfortable";

  /** Records per page; `all` shows all loaded records as one list. Changing it runs the search again. */
  @property({ attribute: "page-size", converter: readPageSize })
  pageSize: 10 | 25 | 50 | 100 | "all" = 10;

  /** Unfolds the timeline above the results. */
  @property({ type: Boolean }) timeline = false;

  /** Shows the breakdown beside the results. */
  @property({ type: Boolean }) breakdown = false;

  /**
   * Stores the user's choices (view, columns and their widths, time zone, page size, timeline, breakdown) under this key; without a
   * key, nothing is stored.
   */
  @property({ attribute: "preferences-key" }) preferencesKey: string | undefined;

  /** Where preferences are stored; by default `localStorage`. */
  @property({ attribute: false }) storage: PreferenceStorage | undefined;

  /** Runs the default search once, as soon as the element is on a page and has a server. */
  @property({ attribute: "auto-search", type: Boolean }) autoSearch = false;

  /** URL of the worker that writes files, for pages that refuse `blob:` workers: a copy of `worker.js`, or `none`. */
  @property({ attribute: "worker-url" }) workerUrl: string | undefined;

  /** http(s) URL of a help page; it may be relative. Shows a button that opens the page in a new tab. */
  @property({ attribute: "help-url" }) helpUrl: string | undefined;

  /** Replaces the tables of actions and objects. Shown events get the new labels; the next search uses the new filters. */
  @property({ attribute: false }) taxonomy: Taxonomy | undefined;

  /** Overrides single texts. */
  @property({ attribute: false }) strings: Partial<Strings> | undefined;

  /** Changes every record before display, statistics and export. A new function applies immediately to loaded events. */
  @property({ attribute: false }) redact: Redaction | undefined;

  /** @internal The clock; tests set their own. */
  @property({ attribute: false })
  get clock(): Clock {
    return this.#clock;
  }
  /** @internal */
  set clock(given: Clock | undefined) {
    // A page may set the same clock at each render.
    if (given !== this.#givenClock) this.#clock = checkClock(given);
    this.#givenClock = given;
  }
  #clock: Clock = systemClock;
  #givenClock: Clock | undefined;

  /** @internal The selected columns of the table. */
  @property({ attribute: false }) columns: readonly ColumnId[] = DEFAULT_COLUMNS;

  /** @internal Column widths that the user set, in px. */
  @property({ attribute: false }) widths: ColumnWidths = {};
}
