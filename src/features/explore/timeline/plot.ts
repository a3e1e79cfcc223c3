import { nothing, svg, type SVGTemplateResult } from "lit";
import type { Span } from "../../../core/coverage.js";
import { BAR_COLORS } from "../../../core/event-counts.js";
import { formatCount } from "../../../i18n/numbers.js";
import type { Environment } from "../../../views/shell/environment.js";
import type { Gap } from "./gaps.js";
import { measure, PLOT_HEIGHT, type TimelineModel } from "./model.js";
import { describeWidth } from "./words.js";

/** The height of the plot with its axis, in px. */
export const STAGE_HEIGHT = 66;

/** The patterns of the parts of the range that bars do not tell everything about. */
export const gapPatterns: SVGTemplateResult = svg`
  <pattern id="unread" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
    <path class="hatch" d="M.5 0v6"/>
  </pattern>
  <pattern id="counted" width="6" height="6" patternUnits="userSpaceOnUse"><path class="hatch" d="M2.5 3.5h1.5"/></pattern>
  <pattern id="missing" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
    <path class="hatch" d="M.5 0v6M0 .5h6"/>
  </pattern>`;

/** Patterns in the place of the colors, for users who have chosen their own few colors. From the base of a bar to its top. */
const LOOKS = ["M0 1h4", "M0 1h4M1 0v4", "M0 4 4 0", "", "M0 0 4 4", "M1 2h1", "M1 0v4M2 0v4"];
export const colorPatterns: SVGTemplateResult[] = LOOKS.map(
  (look, color) =>
    svg`<pattern id=${`look-${color}`} width="4" height="4" patternUnits="userSpaceOnUse">
      <rect class=${look ? "look-ground" : "look-ink"} width="4" height="4"/><path class="look-line" d=${look}/>
    </pattern>`,
);

/** Draws a shape in a color of the bars, or with its pattern. */
export function renderShape(shape: string, color: number, isForced: boolean): SVGTemplateResult {
  return isForced
    ? svg`<path class="look" fill=${`url(#look-${color})`} d=${shape}></path>`
    : svg`<path class=${`fill is-${BAR_COLORS[color]}`} d=${shape}></path>`;
}

/** Says what is missing in a part of the range. */
export function nameGap({ kind }: Gap, { strings, locale }: Environment, countedOnly: number): string {
  if (kind === "unread") return strings.timelineUnread;
  return kind === "missing" ? strings.timelineMissing : strings.timelineCountedOnly(formatCount(countedOnly, locale));
}

export interface PlotSetting {
  /** The bar that the Tab key reaches. */
  readonly active: number;
  readonly isSelected: (bar: number) => boolean;
  /** The time of the events on the page. */
  readonly shown: Span | undefined;
  /** Whether patterns replace the colors. */
  readonly isForced: boolean;
}

/** Draws the bars, the time that they do not cover, and the axis. */
export function renderPlot(
  model: TimelineModel,
  { active, isSelected, shown, isForced }: PlotSetting,
): SVGTemplateResult {
  const { bars, room, sentences, env, shapes, ticks, x } = model;
  return svg`
    <defs>${gapPatterns}${isForced ? colorPatterns : nothing}</defs>
    <g aria-hidden="true">${model.gaps.map((gap) => renderGap(gap, model))}</g>
    ${shapes.map((shape, color) => (shape ? renderShape(shape, color, isForced) : nothing))}
    <path class="axis" d=${`M0 ${PLOT_HEIGHT + 0.5}h${room}`}></path>
    ${shown ? renderShown(x(shown.from), x(shown.until)) : nothing}
    <g aria-hidden="true">
      ${ticks.map((tick) => svg`<text x=${tick.x} y="61">${tick.label}</text>`)}
    </g>
    <rect class="ring" x=${x(bars.edges[active]!) - 1.5} y=${model.tops[active]! - 4} rx="3"
      width=${x(bars.edges[active + 1]!) - x(bars.edges[active]!) + 2} height=${PLOT_HEIGHT - model.tops[active]! + 6}></rect>
    <g role="listbox" aria-multiselectable="true" aria-orientation="horizontal"
      aria-label=${env.strings.timelineBars(describeWidth(bars.width, env.locale))}>
      ${sentences.map((sentence, bar) => {
        const [from, until] = [x(bars.edges[bar]!), x(bars.edges[bar + 1]!)];
        return svg`<rect class="bar" role="option" tabindex=${bar === active ? "0" : "-1"} aria-label=${sentence}
          aria-selected=${isSelected(bar) ? "true" : "false"} x=${from} y="0" width=${until - from} height=${PLOT_HEIGHT}></rect>`;
      })}
    </g>`;
}

function renderGap(gap: Gap, model: TimelineModel): SVGTemplateResult {
  const [from, until] = [model.x(gap.from), model.x(gap.until)];
  // A second that the server has cut must be seen, too.
  const width = Math.max(2, until - from);
  const name = nameGap(gap, model.env, model.counted?.extent.countedOnly ?? 0);
  const label = measure(name) + 12;
  const middle = from + width / 2;
  return svg`<rect x=${from} y="0" width=${width} height=${PLOT_HEIGHT} fill=${`url(#${gap.kind})`}></rect>
    ${
      label < width && !hasBars(middle - label / 2, middle + label / 2, model)
        ? svg`<text class="gap-name" text-anchor="middle" x=${middle} y="26">${name}</text>`
        : nothing
    }`;
}

/** Whether a bar has events there: a name would cover it, and the key has the name, too. */
function hasBars(from: number, until: number, { bars, totals, x }: TimelineModel): boolean {
  return totals.some((total, bar) => total > 0 && x(bars.edges[bar]!) < until && x(bars.edges[bar + 1]!) > from);
}

function renderShown(from: number, until: number): SVGTemplateResult {
  return svg`<rect class="shown" x=${from} y=${PLOT_HEIGHT} width=${Math.max(3, until - from)} height="3"></rect>`;
}
