import { html, nothing, type TemplateResult } from "lit";
import { reactive } from "../../ui/reactive.js";
import { ifDefined } from "lit/directives/if-defined.js";
import type { AuditEvent } from "../../core/audit-event.js";
import {
  canBecomeList,
  DEFAULT_COLUMNS,
  WIDTH_LIMITS,
  type ColumnId,
  type ColumnWidths,
} from "../../core/table-columns.js";
import { shortenZone } from "../../core/time/time-format.js";
import { formatCount } from "../../i18n/numbers.js";
import { exposeParts } from "../../ui/expose-parts.js";
import { LazyLoader } from "../../ui/lazy-loader.js";
import { Printing } from "../../ui/printing.js";
import { registerElement } from "../../ui/register-element.js";
import { marks } from "../../ui/styles/marks.js";
import { printed } from "../../ui/styles/print.js";
import { shared } from "../../ui/styles/shared.js";
import { DETAILS_PARTS } from "../details/event-details.js";
import { ViewElement } from "../shell/view-element.js";
import type * as ColumnSizerCode from "./column-sizer.js";
import { columnSizerStyles } from "./column-sizer.styles.js";
import { DETAILS_ID, disclosureStyles, toggleClickedRow } from "./disclosure.js";
import { resultsListStyles } from "./results-list.styles.js";
import { resultsTablePrintStyles } from "./results-table-print.styles.js";
import { resultsTableStyles } from "./results-table.styles.js";
import type * as RowToolsCode from "./rows/row-tools.js";
import { TableRows } from "./rows/table-rows.js";
import type * as RowWindowCode from "./rows/row-window.js";
import { TableLayout } from "./table-layout.js";

/** The head and the rows that the user sees. */
const SCROLLED = "table > :not(.ahead)";

/**
 * The results as a table. The details of the open event are in a row below it. In a narrow viewer, a table of default columns
 * becomes a list of items with three lines; a table with other columns scrolls sideways, and keeps the button and the timestamp
 * in sight.
 *
 * Rows are grids, and `display: grid` removes the table roles, so the roles are written out.
 *
 * @fires alv-command - `prefer` when the user has set a width
 * @fires alv-command - `toggle-event` when the user opens or closes a row; the root sets `openId`
 * @csspart table, head, row, row-open, cell, details the table and its parts
 */
export class ResultsTable extends ViewElement {
  static override properties = { events: reactive, openId: reactive, columns: reactive, widths: reactive };
  static override styles = [
    shared,
    marks,
    disclosureStyles,
    columnSizerStyles,
    printed,
    resultsTableStyles,
    resultsListStyles,
    resultsTablePrintStyles,
  ];

  /** The events of the page on the screen. */
  events: readonly AuditEvent[] = [];
  /** The id of the event whose details are shown. */
  openId: string | null = null;
  /** The chosen columns. */
  columns: readonly ColumnId[] = DEFAULT_COLUMNS;
  /** The widths that the user has set. */
  widths: ColumnWidths = {};

  readonly #printing = new Printing(this);
  readonly #layout: TableLayout = new TableLayout(this, () => ({
    events: this.events,
    times: this.env.times,
    columns: this.columns,
    widths: this.widths,
    dragged: this.#sizer?.dragged,
    isPrinted: this.#printing.on,
  }));
  #sizer: ColumnSizerCode.ColumnSizer | undefined;
  readonly #windowLoader = new LazyLoader(this, () => this.env.load("row-window"));
  readonly #rows = new TableRows(this, () => ({
    events: this.events,
    openId: this.openId,
    columns: this.#layout.columns,
    fits: this.#layout.fits,
    env: this.env,
    isPrinted: this.#printing.on,
    details: this.#renderDetails,
    // Without it, all rows are in the document.
    loadWindow: this.#loadWindow,
    createWindow: (this.env.find("row-window") as typeof RowWindowCode | undefined)?.createWindow,
  }));

  constructor() {
    super();
    exposeParts(this, `table, head, row, row-open, cell, details, ${DETAILS_PARTS}`);
  }

  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector("table")?.focus(options);
  }

  /** Prepares the rows of another page, which the user is about to show. Without events, what is prepared stays. */
  async prepare(events: readonly AuditEvent[] | undefined): Promise<void> {
    const shown = this.events;
    const tools = await this.#loadTools();
    if (tools && shown === this.events) this.#rows.prepare(events, tools.RowsAhead);
  }

  override render(): TemplateResult {
    const { strings } = this.env;
    const { columns, scrolls } = this.#layout;
    return html`<div class="ruler"></div>
      <table
        role="table"
        class="${canBecomeList(columns) ? "folds" : ""} ${scrolls ? "scrolls" : ""}"
        aria-label=${strings.auditEvents}
        tabindex="-1"
        part="table"
        @copy=${this.#onCopy}
        @click=${this.#onClick}
        @pointerover=${this.#onNear}
        @focusin=${this.#onNear}
        @scroll=${this.#onScroll}
      >
        <thead role="rowgroup" part="head">
          <tr role="row">
            <th role="columnheader" scope="col"><span class="visually-hidden">${strings.detailsColumn}</span></th>
            ${columns.map((id) => this.#renderHeader(id))}
          </tr>
        </thead>
        <tbody role="rowgroup"></tbody>
      </table>`;
  }

  #renderHeader(id: ColumnId): TemplateResult {
    const { strings, times } = this.env;
    const name = strings.columnNames[id];
    const zone = id === "timestamp" ? times.zone : undefined;
    // Without a label, the name of the header would include the separator in it.
    return html`<th role="columnheader" scope="col" class="col-${id}" aria-label=${name} title=${ifDefined(zone)}>
      <div class="clip">${name}${zone ? html` <span class="zone ltr">${shortenZone(zone)}</span>` : nothing}</div>
      ${this.#renderSeparator(id, name)}
    </th>`;
  }

  #renderSeparator(id: ColumnId, name: string): TemplateResult {
    const { strings, locale } = this.env;
    const px = Math.round(this.#layout.getWidth(id));
    return html`<div
      class="sizer"
      role="separator"
      tabindex="0"
      data-column=${id}
      aria-orientation="vertical"
      aria-label=${strings.widthOf(name)}
      aria-valuemin=${Math.min(px, WIDTH_LIMITS.least)}
      aria-valuemax=${Math.max(px, WIDTH_LIMITS.most)}
      aria-valuenow=${px}
      aria-valuetext=${strings.widthInPixels(formatCount(px, locale).text)}
      @pointerenter=${this.#loadSizer}
      @pointerdown=${this.#loadSizer}
      @focus=${this.#loadSizer}
      @keydown=${this.#loadSizer}
    ></div>`;
  }

  readonly #loadSizer = async (event: Event): Promise<void> => {
    if (this.#sizer) return;
    const separator = event.currentTarget as HTMLElement;
    // After a failure, the next look at a separator tries again.
    const code = await this.env.load("column-sizer").catch(() => undefined);
    if (!code) return;
    this.#sizer ??= new (code as typeof ColumnSizerCode).ColumnSizer(this, {
      widths: () => this.widths,
      actual: (id) => this.#layout.getWidth(id),
      flexibleBefore: (id) => this.#layout.flexibleBefore(id),
      onDrag: () => this.#layout.fit(),
    });
    // A key may be pressed before the code is loaded.
    if (event.type === "keydown") this.#sizer.onKey(event as KeyboardEvent, separator);
  };

  readonly #loadWindow = (): void => {
    // Every update calls this. After a failure, all rows stay in the document.
    if (!this.#windowLoader.failed) void this.#windowLoader.load();
  };

  readonly #renderDetails = (event: AuditEvent): TemplateResult => {
    const { length } = this.#layout.columns;
    return html`<td
      role="cell"
      colspan=${ifDefined(this.#printing.on ? length : undefined)}
      aria-colspan=${length + 1}
      id=${DETAILS_ID}
    >
      <alv-event-details part="details" exportparts=${DETAILS_PARTS} .event=${event}></alv-event-details>
    </td>`;
  };

  readonly #onClick = (click: MouseEvent): void => toggleClickedRow(this, click, this.events);

  get #tools(): typeof RowToolsCode | undefined {
    return this.env.find("row-tools") as typeof RowToolsCode | undefined;
  }

  async #loadTools(): Promise<typeof RowToolsCode | undefined> {
    if (!this.#tools) await this.env.load("row-tools").catch(() => undefined);
    return this.#tools;
  }

  readonly #onNear = async ({ target }: Event): Promise<void> => {
    const tools = await this.#loadTools();
    // Later: another page can come under a pointer that does not move, and it is painted first.
    setTimeout(() => {
      const cell = (target as Element).closest("td");
      const event = this.events[Number(cell?.closest<HTMLElement>("[data-row]")?.dataset["row"])];
      if (cell && event) tools?.showTooltip(cell, event, this.env);
    });
  };

  readonly #onCopy = (event: ClipboardEvent): void => {
    this.#rows.finish();
    const rows = this.renderRoot.querySelectorAll<HTMLTableRowElement>("tr:not(.details, .ahead > *)");
    // The first cell has a button and no text.
    this.#tools?.copyRows(
      event,
      Array.from(rows, ({ cells }) => [...cells].slice(1)),
    );
  };

  /** The head sticks to the page's edge, so it scrolls by itself. Head and rows follow each other. */
  readonly #onScroll = {
    handleEvent: ({ target }: Event): void => {
      const { scrollLeft } = target as HTMLElement;
      if (!(target as HTMLElement).matches(SCROLLED)) return;
      for (const part of this.renderRoot.querySelectorAll(SCROLLED)) part.scrollLeft = scrollLeft;
    },
    // A scroll event does not bubble.
    capture: true,
  };
}

registerElement("alv-results-table", ResultsTable);

declare global {
  interface HTMLElementTagNameMap {
    "alv-results-table": ResultsTable;
  }
}
