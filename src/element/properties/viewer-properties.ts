import { LitElement } from "lit";
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
  static override properties = {
    adapter: { attribute: false },
    apiBase: { attribute: "api-base" },
    source: { attribute: false },
    timezone: {},
    locale: {},
    theme: { reflect: true, converter: reflectUnless("auto") },
    view: {},
    density: { reflect: true, converter: reflectUnless("comfortable") },
    pageSize: { attribute: "page-size", converter: readPageSize },
    timeline: { type: Boolean },
    breakdown: { type: Boolean },
    preferencesKey: { attribute: "preferences-key" },
    storage: { attribute: false },
    autoSearch: { attribute: "auto-search", type: Boolean },
    workerUrl: { attribute: "worker-url" },
    helpUrl: { attribute: "help-url" },
    taxonomy: { attribute: false },
    strings: { attribute: false },
    redact: { attribute: false },
    clock: { attribute: false },
    columns: { attribute: false },
    widths: { attribute: false },
  };
  /** Performs the GET requests and returns parsed JSON. Overrides `api-base`. */
  adapter: FetchAdapter | undefined;

  /** Base URL of the API, such as `https://server.example/…`. A URL without a host belongs to the page's own origin. */
  apiBase: string | undefined;

  /** How to query the server. By default, the viewer finds out everything by itself. A change applies to the next search. */
  source: Partial<SourceOptions> | undefined;

  /** IANA name of the time zone for every shown time and for the presets; by default the browser's zone. */
  timezone: string | undefined;

  /** Language tag (BCP 47); by default the nearest `lang` of the page, else the browser's language. */
  locale: string | undefined;

  /** `auto` follows the page's color scheme. */
  theme: "auto" | "light" | "dark" = "auto";

  /** How events are listed. */
  view: "table" | "cards" = "table";

  /** Heights and paddings of rows and controls. */
  density: "comfortable" | "compact" = "comfortable";

  /** Records per page; `all` shows all loaded records as one list. Changing it runs the search again. */
  pageSize: 10 | 25 | 50 | 100 | "all" = 10;

  /** Unfolds the timeline above the results. */
  timeline = false;

  /** Shows the breakdown beside the results. */
  breakdown = false;

  /**
   * Stores the user's choices (view, columns and their widths, time zone, page size, timeline, breakdown) under this key; without a
   * key, nothing is stored.
   */
  preferencesKey: string | undefined;

  /** Where preferences are stored; by default `localStorage`. */
  storage: PreferenceStorage | undefined;

  /** Runs the default search once, as soon as the element is on a page and has a server. */
  autoSearch = false;

  /** URL of the worker that writes files, for pages that refuse `blob:` workers: a copy of `worker.js`, or `none`. */
  workerUrl: string | undefined;

  /** http(s) URL of a help page; it may be relative. Shows a button that opens the page in a new tab. */
  helpUrl: string | undefined;

  /** Replaces the tables of actions and objects. Shown events get the new labels; the next search uses the new filters. */
  taxonomy: Taxonomy | undefined;

  /** Overrides single texts. */
  strings: Partial<Strings> | undefined;

  /** Changes every record before display, statistics and export. A new function applies immediately to loaded events. */
  redact: Redaction | undefined;

  /** @internal The clock; tests set their own. */
  clock: Clock = systemClock;

  /** @internal The selected columns of the table. */
  columns: readonly ColumnId[] = DEFAULT_COLUMNS;

  /** @internal Column widths that the user set, in px. */
  widths: ColumnWidths = {};
}
