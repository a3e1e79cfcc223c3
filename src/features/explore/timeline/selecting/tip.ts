import { html, nothing, type TemplateResult } from "lit";
import type { TimelineModel } from "../model.js";
import { countsOfBar, describeColors, describeCount, describeSpan } from "../words.js";

/** The time and the counts of the bar under the pointer. The same text names the bar, so screen readers skip it. */
export function renderTip(bar: number, model: TimelineModel): TemplateResult {
  const { bars, counted, totals, words, env } = model;
  const span = { from: bars.edges[bar]!, until: bars.edges[bar + 1]! };
  const parts = counted ? describeColors(countsOfBar(counted.counts, bar), words, env) : [];
  const facts = counted ? ` · ${env.strings.timelineList(describeCount(totals[bar]!, span, model))}` : "";
  return html`<div class="float tip-place" aria-hidden="true">
    <div class="tip num">
      <strong>${describeSpan(span, model)}</strong>${facts}
      ${parts.length > 0 ? html`<br /><span class="muted">${env.strings.timelineList(parts)}</span>` : nothing}
    </div>
  </div>`;
}
