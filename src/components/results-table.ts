import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { consume } from "@lit/context";
import { property, state } from "lit/decorators.js";
import { ifDefined } from "lit/directives/if-defined.js";
import { repeat } from "lit/directives/repeat.js";
import { register } from "../controllers/register.js";
import type { AuditEvent } from "../domain/audit-event.js";
import { columnTemplate, DEFAULT_COLUMNS, fittingColumns, type ColumnId } from "../domain/columns.js";
import { shared } from "../styles/shared.js";
import { actionBadge } from "./action-badge.js";
import { DETAILS_ID, disclosure } from "./disclosure.js";
import { environmentContext, type Environment } from "./environment.js";
import "./event-details.js";
import { send } from "./inner-events.js";
import { RowKeys } from "./row-keys.js";
import { objectMark } from "./object-mark.js";
import { resultsTableStyles } from "./results-table.styles.js";
import { endsTextSelection } from "./text-selection.js";
import { rowTime, shortAddress, textValue, userValue } from "./values.js";

/** What a cell of a column shows. */
const CELLS: Readonly<Record<ColumnId, (event: AuditEvent, environment: Environment) => unknown>> = {
  timestamp: (event, { times }) => {
    const { date, time } = rowTime(event, times);
    return html`<span class="muted">${date}</span> ${time || "-"}`;
  },
  action: (event, { taxonomy, strings }) => actionBadge(taxonomy.action(event.action), strings),
  affectedUser: (event, { strings }) => userValue(event.affectedUser, strings),
  affectedDomain: (event, { strings }) => textValue(event.affectedDomain, strings),
  object: (event, { taxonomy, strings }) => objectMark(taxonomy.object(event.object), strings),
  byUser: (event, { strings }) => userValue(event.byUser, strings),
  byDomain: (event, { strings }) => textValue(event.byDomain, strings),
  byIp: (event, { strings }) => textValue(event.byIp, strings, shortAddress),
};

/**
 * The results as a table. The details of the open event stand in a row of their own beneath it. On a narrow page the rows
 * become items of three lines. Rows are grids over one template, `--_cols`, which is why the table roles are written out:
 * a grid display takes them from table elements.
 *
 * @property events the events of the page on the screen
 * @property openId id of the event whose details are shown, or null
 * @property columns the chosen columns; those without room are left out
 * @fires alv-inner-toggle when a row is to be opened or closed; the table does not do it by itself
 * @csspart table, head, row, row-open, cell, details the table and its parts
 */
export class ResultsTable extends LitElement {
  static override styles = [shared, resultsTableStyles];

  @property({ attribute: false }) events: readonly AuditEvent[] = [];
  @property({ attribute: false }) openId: string | null = null;
  @property({ attribute: false }) columns: readonly ColumnId[] = DEFAULT_COLUMNS;
  @consume({ context: environmentContext, subscribe: true })
  @state()
  private environment: Environment | undefined;
  /** The columns that have room. */
  @state() private shown: readonly ColumnId[] = DEFAULT_COLUMNS;
  #width = Infinity;
  #timeWidth: number | undefined;
  #observer: ResizeObserver | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#observer = new ResizeObserver(([entry]) => {
      if (!entry || entry.contentRect.width === 0) return;
      this.#width = entry.contentRect.width;
      this.#fit();
    });
    this.#observer.observe(this);
  }

  override disconnectedCallback(): void {
    this.#observer?.disconnect();
    super.disconnectedCallback();
  }

  override willUpdate(changed: PropertyValues): void {
    if (changed.has("events") || changed.has("environment")) this.#timeWidth = this.#measureTimes();
    this.#fit();
  }

  readonly #keys = new RowKeys();

  override render(): unknown {
    const { environment } = this;
    if (!environment) return nothing;
    const { strings, times } = environment;
    return html`<table role="table" aria-label=${strings.auditEvents} part="table">
      <thead role="rowgroup" part="head">
        <tr role="row">
          <th role="columnheader" scope="col"><span class="visually-hidden">${strings.detailsColumn}</span></th>
          ${this.shown.map(
            (id) =>
              html`<th
                role="columnheader"
                scope="col"
                class="clip"
                title=${ifDefined(id === "timestamp" ? times.zone : undefined)}
              >
                ${strings.columnNames[id]}
              </th>`,
          )}
        </tr>
      </thead>
      <tbody role="rowgroup" @click=${this.#onClick}>
        ${repeat(this.events, this.#keys.of(this.events), (event, index) => this.#row(event, index, environment))}
      </tbody>
    </table>`;
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
          (id) => html`<td role="cell" class="col-${id}" part="cell">${CELLS[id](event, environment)}</td>`,
        )}
      </tr>
      ${
        open
          ? html`<tr role="row" class="details open">
              <td role="cell" aria-colspan=${this.shown.length + 1} id=${DETAILS_ID}>
                <alv-event-details
                  part="details"
                  exportparts="summary, facts, parameters, parameter, actions"
                  .event=${event}
                ></alv-event-details>
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
    send(this, "alv-inner-toggle", { event, open: event.id !== this.openId });
  };

  #fit(): void {
    const fitting = fittingColumns(this.columns, this.#width, this.#timeWidth);
    if (fitting.join() !== this.shown.join()) this.shown = fitting;
    this.style.setProperty("--_cols", columnTemplate(fitting, this.#width, this.#timeWidth));
  }

  /** Timestamps with a year, or in another language, may need more than usual: their longest, at 8 px a character. */
  #measureTimes(): number | undefined {
    const times = this.environment?.times;
    if (!times) return undefined;
    const longest = this.events.reduce((most, event) => {
      if (event.time === null) return most;
      const { date, time } = times.cell(event.time);
      return Math.max(most, date.length + time.length + 1);
    }, 0);
    return Math.ceil(longest * 8) + 20;
  }
}

register("alv-results-table", ResultsTable);

declare global {
  interface HTMLElementTagNameMap {
    "alv-results-table": ResultsTable;
  }
}
