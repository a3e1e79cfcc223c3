import { html, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import type { Span } from "../../../../core/coverage.js";
import { formatCount } from "../../../../i18n/numbers.js";
import { findReading } from "../gaps.js";
import type { TimelineModel } from "../model.js";
import { countsOfBar, describeCount, describeSpan, describeWidth } from "../words.js";

/** A row of the table: a bar with events, or neighboring bars that were not searched. */
interface Row extends Span {
  /** undefined for bars that were not searched. */
  readonly bar: number | undefined;
}

/** The numbers of the bars as a table, for screen readers and on paper. */
export function renderTable(model: TimelineModel): TemplateResult {
  const { words, bars, env, counted: counts, totals } = model;
  const { strings, locale } = env;
  const text = (count: number) => formatCount(count, locale).text;
  return html`<div class="numbers">
    <table>
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
          listRows(model),
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
    </table>
  </div>`;
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
