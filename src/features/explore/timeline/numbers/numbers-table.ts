import { html, type LitElement, type TemplateResult } from "lit";
import { guard } from "lit/directives/guard.js";
import { repeat } from "lit/directives/repeat.js";
import type { Span } from "../../../../core/coverage.js";
import { formatCount } from "../../../../i18n/numbers.js";
import { takeFrame } from "../../../../ui/own-frame.js";
import { Printing } from "../../../../ui/printing.js";
import { findReading } from "../gaps.js";
import type { TimelineModel } from "../model.js";
import { countsOfBar, describeCount, describeSpan, describeWidth } from "../words.js";

/** So many rows are added in one frame. */
const ROWS = 10;

/** A row of the table: a bar with events, or neighboring bars that were not searched. */
interface Row extends Span {
  /** undefined for bars that were not searched. */
  readonly bar: number | undefined;
}

/**
 * The numbers of the bars as a table, for screen readers and on paper. The browser needs longer to lay it out than a frame has: it
 * keeps its numbers while other events are counted, and then gets its rows a few at a time. Meanwhile it is busy.
 */
export class NumbersTable {
  readonly #host: LitElement;
  readonly #printing: Printing;
  #model: TimelineModel | undefined;
  #rows: readonly Row[] = [];
  /** The number of rows that are shown, the newest ones. */
  #shown = 0;
  #isGrowing = false;

  constructor(host: LitElement) {
    this.#host = host;
    this.#printing = new Printing(host);
  }

  render(model: TimelineModel, isCounting: boolean): TemplateResult {
    const isPrinted = this.#printing.on;
    this.#follow(model, isCounting && !isPrinted);
    const shown = isPrinted ? this.#rows.length : this.#shown;
    if (shown < this.#rows.length) void this.#grow();
    const isBusy = isCounting || shown < this.#rows.length;
    return html`<div class="numbers" aria-busy=${isBusy ? "true" : "false"}>
      ${guard([this.#model, shown], () => renderTable(this.#model!, shown === 0 ? [] : this.#rows.slice(-shown)))}
    </div>`;
  }

  #follow(model: TimelineModel, isCounting: boolean): void {
    const before = this.#model;
    if (model === before) return;
    const isOther = before?.bars !== model.bars || before.env !== model.env;
    if (isCounting && !isOther && before.counted) return;
    this.#model = model;
    this.#rows = listRows(model);
    this.#shown = isOther ? ROWS : Math.max(ROWS, this.#shown);
  }

  async #grow(): Promise<void> {
    if (this.#isGrowing) return;
    this.#isGrowing = true;
    await takeFrame();
    this.#isGrowing = false;
    this.#shown += ROWS;
    this.#host.requestUpdate();
  }
}

function renderTable(model: TimelineModel, rows: readonly Row[]): TemplateResult {
  const { words, bars, env, counted: counts, totals } = model;
  const { strings, locale } = env;
  const text = (count: number) => formatCount(count, locale).text;
  return html`<table>
    <caption>
      ${strings.timelineTable(describeWidth(bars.width, locale))}
    </caption>
    <thead>
      <tr>
        <th scope="col">${strings.timelineTime}</th>
        <th scope="col">${strings.timelineTotal}</th>
        ${words.map(({ name, others }) => html`<th scope="col">${strings.timelineList([name, ...others])}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${repeat(
        rows,
        ({ until }) => until,
        ({ bar, ...span }) => {
          const facts = describeCount(bar === undefined ? 0 : totals[bar]!, span, model);
          return html`<tr>
            <th scope="row">${describeSpan(span, model)}</th>
            ${
              bar === undefined
                ? html`<td colspan=${words.length + 1}>${strings.timelineList(facts)}</td>`
                : html`<td>${strings.timelineList([text(totals[bar]!), ...facts.slice(1)])}</td>
                    ${words.map(({ color }) => html`<td>${text(countsOfBar(counts!.counts, bar)[color]!)}</td>`)}`
            }
          </tr>`;
        },
      )}
    </tbody>
  </table>`;
}

function listRows({ bars, counted: counts, totals, gaps }: TimelineModel): Row[] {
  if (!counts) return [];
  const rows: Row[] = [];
  totals.forEach((total, bar) => {
    const span = { from: bars.edges[bar]!, until: bars.edges[bar + 1]! };
    const last = rows[rows.length - 1];
    if (total > 0) rows.push({ ...span, bar });
    else if (findReading(span, gaps) !== "none") return;
    else if (last && last.bar === undefined && last.until === span.from)
      rows[rows.length - 1] = { ...last, until: span.until };
    else rows.push({ ...span, bar: undefined });
  });
  return rows;
}
