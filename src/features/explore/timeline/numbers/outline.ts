import { html, svg, type TemplateResult } from "lit";
import { formatCount } from "../../../../i18n/numbers.js";
import { PLOT_HEIGHT, type TimelineModel } from "../model.js";
import { gapPatterns } from "../plot.js";
import { describeSpan } from "../words.js";

const HEIGHT = 16;

/** The shape of the timeline in one line, the number of events, and when most of them were. */
export function renderOutline(model: TimelineModel): TemplateResult {
  const { room, outline, gaps, x } = model;
  const scale = `scale(1 ${(HEIGHT - 1) / PLOT_HEIGHT})`;
  return html`<svg class="spark" viewBox=${`0 0 ${room} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
      <defs>${gapPatterns}</defs>
      ${gaps.map(
        ({ kind, from, until }) =>
          svg`<rect fill=${`url(#${kind})`} x=${x(from)} width=${x(until) - x(from)} height=${HEIGHT}></rect>`,
      )}
      <path class="spark-bars" transform=${scale} d=${outline}></path>
    </svg>
    <span class="num">${describeMost(model)}</span>`;
}

/** "1,038 events, most on Nov 19, 10 AM". */
function describeMost(model: TimelineModel): string {
  const { counted: counts, env, totals, tallest, bars } = model;
  if (!counts) return "";
  const { strings, locale } = env;
  const events = strings.timelineEvents(formatCount(counts.extent.events, locale));
  if (tallest === 0) return events;
  const bar = totals.indexOf(tallest);
  return strings.timelineMost(events, describeSpan({ from: bars.edges[bar]!, until: bars.edges[bar + 1]! }, model));
}
