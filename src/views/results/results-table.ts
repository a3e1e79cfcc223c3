import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { consume } from "@lit/context";
import { property, state } from "lit/decorators.js";
import { ifDefined } from "lit/directives/if-defined.js";
import { repeat } from "lit/directives/repeat.js";
import { Printing } from "../../ui/printing.js";
import { registerElement } from "../../ui/register-element.js";
import type { AuditEvent } from "../../core/audit-event.js";
import { computeColumnWidths, totalWidth } from "../../core/column-widths.js";
import {
  BUTTON,
  createColumnTemplate,
  DEFAULT_COLUMNS,
  fieldOf,
  canBecomeList,
  isList,
  LONG_COLUMNS,
  orderColumns,
  layOutColumns,
  type ColumnId,
  type ColumnWidths,
  type Needs,
} from "../../core/columns.js";
import { FIELDS } from "../../core/fields.js";
import { shortZone } from "../../core/time/time-format.js";
import { marks } from "../../ui/styles/marks.js";
import { shared } from "../../ui/styles/shared.js";
import { actionBadge } from "../values/action-badge.js";
import { ColumnSizer } from "./column-sizer.js";
import { copyRows } from "./copy-rows.js";
import { DETAILS_ID, disclosure } from "./disclosure.js";
import { environmentContext, type Environment } from "../shell/environment.js";
import { DETAILS_PARTS } from "../details/event-details.js";
import { send } from "../shell/commands.js";
import { RowRecycler } from "./row-recycler.js";
import { objectMark } from "../values/object-mark.js";
import { resultsTableStyles } from "./results-table.styles.js";
import { exposeParts } from "../../ui/expose-parts.js";
import { endsTextSelection } from "./text-selection.js";
import { rowTime, shortAddress, textValue, userValue } from "../values/values.js";

/** What a cell of a column shows. */
function cell(id: ColumnId, event: AuditEvent, environment: Environment, isPaper: boolean): unknown {
  const { strings, taxonomy, times } = environment;
  const field = fieldOf(id);
  switch (field) {
    case "time": {
      const { date, time } = rowTime(event, times);
      return html`<span class="muted">${date}</span> <span>${time || "-"}</span>`;
    }
    case "action":
      return actionBadge(event.action, environment);
    case "object":
      return objectMark(taxonomy.object(event.object), strings);
  }
  const { kind } = FIELDS[field];
  if (kind === "user") return userValue(event[field], strings);
  // On paper, nothing has a tooltip: an address is whole.
  return textValue(event[field], strings, kind === "address" && !isPaper ? shortAddress : undefined);
}

/**
 * The results as a table. The details of the open event stand in a row of their own beneath it. On a narrow page rows of
 * default columns become items of three lines. Rows are grids over one template, `--_cols`, which is why the table roles are written out:
 * a grid display takes them from table elements.
 *
 * @property events the events of the page on the screen
 * @property openId id of the event whose details are shown, or null
 * @property columns the chosen columns; where they need more room than there is, the rows scroll inside, with the button and
 * the timestamp in sight
 * @property widths of columns that the reader has set
 * @fires alv-command - `prefer` when the reader sets a width
 * @fires alv-command - `toggle-event` when a row is to be opened or closed; the table does not do it by itself
 * @csspart table, head, row, row-open, cell, details the table and its parts
 */
export class ResultsTable extends LitElement {
  static override styles = [shared, marks, resultsTableStyles];

  @property({ attribute: false }) events: readonly AuditEvent[] = [];
  @property({ attribute: false }) openId: string | null = null;
  @property({ attribute: false }) columns: readonly ColumnId[] = DEFAULT_COLUMNS;
  @property({ attribute: false }) widths: ColumnWidths = {};
  @consume({ context: environmentContext, subscribe: true })
  @state()
  private environment: Environment | undefined;
  /** The chosen columns in their order. */
  @state() private shown: readonly ColumnId[] = DEFAULT_COLUMNS;
  /** The columns need more room than there is. */
  @state() private scrolls = false;
  /** How wide each shown column is, in px. */
  @state() private actual: readonly number[] = [];
  #width = Infinity;
  /** The longest values of the page, in characters. */
  #lengths: Lengths = {};
  /** The width of all columns when nothing is dragged, in px. */
  #restWidth = 0;
  /** How much larger than usual a partner has the type. */
  #type = 1;
  #observer: ResizeObserver | undefined;

  constructor() {
    super();
    exposeParts(this, `table, head, row, row-open, cell, details, ${DETAILS_PARTS}`);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#observer = new ResizeObserver(([entry]) => {
      // A sheet has another width than the screen, which comes back.
      if (!entry || entry.contentRect.width === 0 || this.#printing.on) return;
      this.#width = entry.contentRect.width;
      this.#type = Math.max(1, parseFloat(getComputedStyle(this).fontSize) / USUAL_TYPE);
      this.#fit();
    });
    this.#watch();
  }

  override disconnectedCallback(): void {
    this.#observer?.disconnect();
    super.disconnectedCallback();
  }

  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector("table")?.focus(options);
  }

  override firstUpdated(): void {
    this.#watch();
  }

  /** Width and type are what columns follow from; the table's own height follows from them, and is no reason to look again. */
  #watch(): void {
    const ruler = this.renderRoot.querySelector(".ruler");
    if (ruler) this.#observer?.observe(ruler);
  }

  override willUpdate(changed: PropertyValues): void {
    if (changed.has("events") || changed.has("environment")) this.#lengths = lengths(this.events, this.environment);
    this.#fit();
  }

  readonly #rows = new RowRecycler();
  readonly #printing = new Printing(this, () => {
    this.requestUpdate();
    this.performUpdate();
  });
  readonly #sizer = new ColumnSizer(this, {
    widths: () => this.widths,
    actual: (id) => this.actual[this.shown.indexOf(id)] ?? 0,
    flexibleBefore: (id) => {
      const all = layOutColumns(this.shown, this.#width, this.#needs(), this.widths);
      return this.shown.filter((_, at) => at < this.shown.indexOf(id) && all[at]?.share);
    },
    onDrag: () => this.#fit(),
  });

  override render(): unknown {
    const { environment } = this;
    if (!environment) return nothing;
    const { strings } = environment;
    return html`<div class="ruler"></div>
      <table
        role="table"
        class="${canBecomeList(this.shown) ? "folds" : ""} ${this.scrolls ? "scrolls" : ""}"
        aria-label=${strings.auditEvents}
        tabindex="-1"
        part="table"
        @copy=${this.#onCopy}
      >
        <thead role="rowgroup" part="head" @scroll=${this.#onScroll}>
          <tr role="row">
            <th role="columnheader" scope="col"><span class="visually-hidden">${strings.detailsColumn}</span></th>
            ${this.shown.map((id) => this.#header(id, environment))}
          </tr>
        </thead>
        <tbody role="rowgroup" @click=${this.#onClick} @scroll=${this.#onScroll}>
          ${repeat(this.events, this.#rows.keysFor(this.events), (event, index) => this.#row(event, index, environment))}
        </tbody>
      </table>`;
  }

  #header(id: ColumnId, { strings, times, locale }: Environment): TemplateResult {
    const name = strings.columnNames[id];
    const zone = id === "timestamp" ? times.zone : undefined;
    // The separator in it is not part of its name.
    return html`<th role="columnheader" scope="col" class="col-${id}" aria-label=${name} title=${ifDefined(zone)}>
      <div class="clip">${name}${zone ? html` <span class="zone ltr">${shortZone(zone)}</span>` : nothing}</div>
      ${this.#sizer.separator(id, name, strings, locale)}
    </th>`;
  }

  #row(event: AuditEvent, index: number, environment: Environment): TemplateResult {
    const open = event.id === this.openId;
    return html`<tr
        role="row"
        class=${open ? "row open" : "row"}
        part=${open ? "row row-open" : "row"}
        data-row=${index}
      >
        <td role="cell">${disclosure(event, open, environment)}</td>
        ${this.shown.map(
          (id) =>
            html`<td
              role="cell"
              class="col-${id}"
              part="cell"
              title=${ifDefined(id === "timestamp" ? timeElsewhere(event, environment) : undefined)}
            >
              ${cell(id, event, environment, this.#printing.on)}
            </td>`,
        )}
      </tr>
      ${
        open
          ? html`<tr role="row" class="details open">
              <td
                role="cell"
                colspan=${ifDefined(this.#printing.on ? this.shown.length : undefined)}
                aria-colspan=${this.shown.length + 1}
                id=${DETAILS_ID}
              >
                <alv-event-details part="details" exportparts=${DETAILS_PARTS} .event=${event}></alv-event-details>
              </td>
            </tr>`
          : nothing
      }`;
  }

  readonly #onClick = (click: MouseEvent): void => {
    const target = click.target as Element;
    const row = target.closest<HTMLElement>("[data-row]");
    const event = this.events[Number(row?.dataset.row)];
    if (!row || !event) return;
    if (!target.closest("button") && endsTextSelection(row)) return;
    send(this, "toggle-event", event);
  };

  /** The first cell has no text. */
  readonly #onCopy = (event: ClipboardEvent): void => {
    const rows = this.renderRoot.querySelectorAll<HTMLTableRowElement>("tr:not(.details)");
    copyRows(
      event,
      Array.from(rows, ({ cells }) => [...cells].slice(1)),
    );
  };

  /** Head and rows scroll apart, so that the head can stick to the page's own edge: what one does the other does, too. */
  readonly #onScroll = ({ target }: Event): void => {
    const { scrollLeft, localName } = target as HTMLElement;
    this.renderRoot
      .querySelector(localName === "thead" ? "tbody" : "thead")
      ?.scrollTo({ left: scrollLeft, behavior: "instant" });
  };

  #fit(): void {
    const shown = orderColumns(this.columns);
    const needs = this.#needs();
    const widths = { ...this.widths, ...this.#sizer.dragged };
    // Paper has room for every column that was chosen: its cells wrap.
    const width = this.#printing.on ? Infinity : this.#width;
    if (shown.join() !== this.shown.join()) this.shown = shown;
    const actual = computeColumnWidths(shown, width, needs, widths);
    // While a width is dragged nothing is rendered anew.
    if (!this.#sizer.dragged && actual.join() !== this.actual.join()) this.actual = actual;
    const isMeasured = Number.isFinite(width);
    const total = totalWidth(actual);
    if (!this.#sizer.dragged) this.#restWidth = total;
    // What scrolls is never narrower while a width is dragged: else the rows would move back under the pointer.
    const held = this.scrolls && this.#sizer.dragged ? Math.max(total, this.#restWidth) : total;
    this.scrolls = isMeasured && held > width && !isList(shown, width);
    const cols = isMeasured
      ? [BUTTON, ...actual].map((px) => `${px}px`).join(" ")
      : createColumnTemplate(shown, width, needs);
    this.style.setProperty("--_cols", cols);
    this.style.setProperty("--_total", `${held}px`);
    this.style.setProperty("--_stays", `${BUTTON + (actual[0] ?? 0)}px`);
    this.style.setProperty("--_seen", `${this.#width}px`);
  }

  #needs(): Needs {
    const type = this.#type;
    const px = (length: number) => Math.ceil(length * CHARACTER * type) + 20;
    const entries = Object.entries(this.#lengths).map(([id, length]) => [id, px(length)] as const);
    return { ...Object.fromEntries(entries), type };
  }
}

type Lengths = Partial<Record<"timestamp" | (typeof LONG_COLUMNS)[number], number>>;

function lengths(events: readonly AuditEvent[], environment: Environment | undefined): Lengths {
  const most: Lengths = {};
  const note = (id: keyof Lengths, length: number) => (most[id] = Math.max(most[id] ?? 0, length));
  for (const event of events) {
    const { date, time } = event.time === null || !environment ? NO_TIME : environment.times.cell(event.time);
    note("timestamp", date.length + time.length + 1);
    for (const id of LONG_COLUMNS) note(id, event[id].length);
  }
  return most;
}

const NO_TIME = { date: "", time: "" };

/** In px; the house's `--alv-font-size-md`. */
const USUAL_TYPE = 13;

/** What a character of the usual type needs, in px, whatever the typeface. */
const CHARACTER = 8;

/** Tooltip of a timestamp: the same instant in UTC and in the reader's own zone, where these show another time. */
function timeElsewhere({ time }: AuditEvent, { times, strings }: Environment): string | undefined {
  if (time === null) return undefined;
  const { utc, local } = times.elsewhere(time);
  const lines = [utc && strings.timeInUtc(utc), local && strings.timeHere(local)].filter(Boolean);
  return lines.length > 0 ? lines.join("\n") : undefined;
}

registerElement("alv-results-table", ResultsTable);

declare global {
  interface HTMLElementTagNameMap {
    "alv-results-table": ResultsTable;
  }
}
