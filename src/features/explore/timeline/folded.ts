import { html, svg, type TemplateResult } from "lit";
import { counted } from "../../../i18n/numbers.js";
import { describeCoverage, renderBack, renderFold, type FootSetting } from "./foot.js";
import { PLOT_HEIGHT, type TimelineModel } from "./model.js";
import { gapPatterns } from "./plot.js";
import { describeSpan } from "./words.js";

const HEIGHT = 16;

/** The timeline as one line: its shape, the number of events, and the button that unfolds it. */
export function renderFolded(model: TimelineModel, setting: FootSetting): TemplateResult {
  const { room, outline, gaps, x, env } = model;
  const scale = `scale(1 ${(HEIGHT - 1) / PLOT_HEIGHT})`;
  return html`<div class="line">
    ${renderBack(model, setting)}
    <svg class="spark" viewBox=${`0 0 ${room} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
      <defs>${gapPatterns}</defs>
      ${gaps.map(
        ({ kind, from, until }) =>
          svg`<rect fill=${`url(#${kind})`} x=${x(from)} width=${x(until) - x(from)} height=${HEIGHT}></rect>`,
      )}
      <path class="spark-bars" transform=${scale} d=${outline}></path>
    </svg>
    <span class="num">${describeMost(model)}</span>
    <p class="coverage">
      <span class="num muted">${describeCoverage(model)}</span>
      ${renderFold(false, env, setting.fold)}
    </p>
  </div>`;
}

/** "1,038 events, most on Nov 19, 10 AM". */
function describeMost(model: TimelineModel): string {
  const { counted: counts, env, totals, tallest, bars } = model;
  if (!counts) return "";
  const { strings, locale } = env;
  const events = strings.timelineEvents(counted(counts.extent.events, locale));
  if (tallest === 0) return events;
  const bar = totals.indexOf(tallest);
  return strings.timelineMost(events, describeSpan({ from: bars.edges[bar]!, until: bars.edges[bar + 1]! }, model));
}
