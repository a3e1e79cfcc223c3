import { html, nothing, svg, type TemplateResult } from "lit";
import type { Span } from "../../../core/coverage.js";
import { counted } from "../../../i18n/numbers.js";
import { icon } from "../../../ui/icons.js";
import type { Environment } from "../../../views/shell/environment.js";
import type { TimelineModel } from "./model.js";
import { nameGap, renderShape } from "./plot.js";
import { describeWidth } from "./words.js";

const LONG = 3 * 86_400_000;

export interface FootSetting {
  readonly shown: Span | undefined;
  readonly isForced: boolean;
  /** The range before the zoom; undefined without a zoom. */
  readonly back: Span | undefined;
  readonly goBack: () => void;
  readonly fold: () => void;
  /** What is shown beside the coverage: the count of the whole range. */
  readonly more: unknown;
}

/** Below the axis: the way back from a zoom, the key of the colors, and what the counts cover. */
export function renderFoot(model: TimelineModel, setting: FootSetting): TemplateResult {
  const { env } = model;
  return html`<div class="foot">
    ${renderBack(model, setting)}
    <ul class="key">
      ${renderKey(model, setting)}
    </ul>
    <p class="coverage">
      <span class="num muted">${describeCoverage(model)}</span>
      ${setting.more} ${renderFold(true, env, setting.fold)}
    </p>
  </div>`;
}

export function renderBack(
  { env: { strings }, times }: Pick<TimelineModel, "env" | "times">,
  { back, goBack }: Pick<FootSetting, "back" | "goBack">,
): TemplateResult | typeof nothing {
  if (!back) return nothing;
  return html`<button type="button" class="link back" title=${times.span(back, strings.timelineSpan)} @click=${goBack}>
    ${icon("chevron-left", { small: true })}${strings.timelineBack}
  </button>`;
}

export function renderFold(isOpen: boolean, { strings }: Environment, fold: () => void): TemplateResult {
  const name = isOpen ? strings.timelineFold : strings.timelineUnfold;
  return html`<button
    type="button"
    class="mini fold"
    aria-expanded=${isOpen ? "true" : "false"}
    aria-label=${name}
    title=${name}
    @click=${fold}
  >
    ${icon("chevron-down")}
  </button>`;
}

function renderKey({ words, counted: counts, gaps, env, bars, tallest }: TimelineModel, setting: FootSetting) {
  const { shown, isForced } = setting;
  const { strings, locale } = env;
  const kinds = gaps.filter(({ kind }, at) => gaps.findIndex((other) => other.kind === kind) === at);
  return [
    ...words.map(
      ({ color, name, others }) =>
        html`<li class="extra" title=${strings.timelineList([name, ...others])}>
          <svg class="swatch" viewBox="0 0 8 8" aria-hidden="true">${renderShape("M0 0h8v8h-8z", color, isForced)}</svg>
          <span class="less">${name}</span><span class="more">${strings.timelineList([name, ...others])}</span>
        </li>`,
    ),
    ...kinds.map(
      (gap) =>
        html`<li>
          <svg class="swatch swatch-gap" viewBox="0 0 8 8" aria-hidden="true">
            ${svg`<rect fill=${`url(#${gap.kind})`} width="8" height="8"></rect>`}
          </svg>
          ${nameGap(gap, env, counts?.extent.countedOnly ?? 0)}
        </li>`,
    ),
    shown ? html`<li><span class="swatch-shown"></span>${strings.timelinePage}</li>` : nothing,
    counts && tallest > 0
      ? html`<li class="extra scale num">
          ${strings.timelineScale(describeWidth(bars.width, locale), counted(tallest, locale).text)}
        </li>`
      : nothing,
  ];
}

/** Says how far the counts reach back. */
export function describeCoverage({ counted: counts, env, times }: TimelineModel): string {
  const { strings, locale } = env;
  if (!counts) return strings.timelineCounting;
  const { asked, countedFrom, records } = counts.extent;
  const read = counted(records, locale);
  const when = asked.until - countedFrom > LONG ? env.times.day(countedFrom) : times.point(countedFrom);
  const { undated } = counts.counts;
  return [
    countedFrom <= asked.from ? strings.timelineSearched(read) : strings.timelineSearchedBack(when, read),
    ...(undated > 0 ? [strings.timelineUndated(counted(undated, locale))] : []),
  ].join(" · ");
}
