import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from "lit";
import { PLOT_HEIGHT, type TimelineModel } from "../model.js";
import type { HandleSide } from "../parts.js";
import type { BarRange } from "../walk.js";
import { countBars, describeCount, describeSpan } from "../words.js";

/** The area that the pointer can grip, in px (WCAG 2.5.8), and how far it reaches into the selection. */
const GRIP = 24;
const INSIDE = 4;

/** Draws the selected time and its two handles. */
export function renderSelected({ from, until }: BarRange, model: TimelineModel): SVGTemplateResult {
  const { bars, x } = model;
  const [start, end] = [x(bars.edges[from]!), x(bars.edges[until]!)];
  return svg`
    <rect class="selected" x=${start} y="-2" width=${end - start} height=${PLOT_HEIGHT + 3}></rect>
    <path class="selected-edge" d=${`M${start} -2v${PLOT_HEIGHT + 3}M${end} -2v${PLOT_HEIGHT + 3}`}></path>
    ${renderHandle("from", from, start, model)}${renderHandle("until", until, end, model)}`;
}

function renderHandle(
  side: HandleSide,
  edge: number,
  x: number,
  { bars, env, times }: TimelineModel,
): SVGTemplateResult {
  const { strings } = env;
  const grip = side === "from" ? x - GRIP + INSIDE : x - INSIDE;
  return svg`<g class="handle" role="slider" tabindex="0" data-side=${side} aria-orientation="horizontal"
    aria-label=${side === "from" ? strings.timelineStart : strings.timelineEnd}
    aria-valuemin="0" aria-valuemax=${bars.edges.length - 1} aria-valuenow=${edge}
    aria-valuetext=${times.point(bars.edges[edge]!)}>
    <rect class="grip" x=${grip} y="11" width=${GRIP} height=${GRIP}></rect>
    <rect class="pill" x=${x - 4} y="13" width="8" height="20" rx="4"></rect>
    <path class="pill-mark" d=${`M${x - 1} 19v8M${x + 1} 19v8`}></path>
  </g>`;
}

/** The time and the count of a selection, and what can be done with it. */
export function renderTag(
  range: BarRange,
  model: TimelineModel,
  { zoom, clear }: { readonly zoom: () => void; readonly clear: () => void },
): TemplateResult {
  const { bars, env, counted } = model;
  const { strings } = env;
  const span = { from: bars.edges[range.from]!, until: bars.edges[range.until]! };
  const facts = counted && describeCount(countBars(counted.counts, range.from, range.until), span, model);
  return html`<div class="float tag-place">
    <div class="chosen" role="group" aria-label=${strings.timelineSelected}>
      <span class="num"
        ><strong>${describeSpan(span, model)}</strong>${
          facts ? html`<span class="muted"> · ${strings.timelineList(facts)}</span>` : nothing
        }</span
      >
      <button type="button" class="link" @click=${zoom}>${strings.timelineZoom}</button>
      <button type="button" class="link" aria-label=${strings.timelineClear} @click=${clear}>
        ${strings.timelineClearShort}
      </button>
    </div>
  </div>`;
}
