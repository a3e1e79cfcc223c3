import { LitElement } from "lit";
import { property } from "lit/decorators.js";
import type { FetchAdapter } from "./data/fetch-adapter.js";
import type { SourceOptions } from "./data/source-options.js";
import { systemClock, type Clock } from "./domain/clock.js";
import { DEFAULT_COLUMNS, type ColumnId, type ColumnWidths } from "./domain/columns.js";
import type { Taxonomy } from "./domain/taxonomy.js";
import type { Strings } from "./i18n/strings.js";
import { unless } from "./property-values.js";
import type { Redaction } from "./server-input.js";
import type { PreferenceStorage } from "./state/preferences.js";

/** What a page, or the reader, sets. A bad value warns once and the default holds; before or after connection is the same. */
export abstract class ViewerProperties extends LitElement {
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

  /** How events are listed. */
  @property() view: "table" | "cards" = "table";

  /** Heights and paddings. */
  @property({ reflect: true, converter: unless("comfortable") }) density: "comfortable" | "compact" = "comfortable";

  /** Records per page. Changing it runs the search again. */
  @property({ attribute: "page-size", type: Number }) pageSize: 10 | 25 | 50 | 100 = 10;

  /** Remembers what the reader chooses (view, columns and their widths, timezone, page size) under this key; no key, nothing is remembered. */
  @property({ attribute: "preferences-key" }) preferencesKey: string | undefined;

  /** Where preferences are remembered; `localStorage` by default. */
  @property({ attribute: false }) storage: PreferenceStorage | undefined;

  /** Run the default search once, as soon as the element is on a page and knows its server. */
  @property({ attribute: "auto-search", type: Boolean }) autoSearch = false;

  /** The thread that writes files, for pages that refuse `blob:` workers: the URL of `worker.js`, or `none`. */
  @property({ attribute: "worker-url" }) workerUrl: string | undefined;

  /** A page that helps the reader: an http(s) URL, also a relative one. Shows a button that opens it in a new tab. */
  @property({ attribute: "help-url" }) helpUrl: string | undefined;

  /** Replaces the tables of actions and objects; what is shown is named anew, the next search filters by it. */
  @property({ attribute: false }) taxonomy: Taxonomy | undefined;

  /** Overrides single texts. */
  @property({ attribute: false }) strings: Partial<Strings> | undefined;

  /** Applied to every record before display, statistics and export; what is loaded follows a change at once. */
  @property({ attribute: false }) redact: Redaction | undefined;

  /** @internal Where time comes from; tests put their own here. */
  @property({ attribute: false }) clock: Clock = systemClock;

  /** @internal The chosen columns of the table. */
  @property({ attribute: false }) columns: readonly ColumnId[] = DEFAULT_COLUMNS;

  /** @internal Widths of columns that the reader has set, in px. */
  @property({ attribute: false }) widths: ColumnWidths = {};
}
