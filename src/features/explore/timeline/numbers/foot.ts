import { html, nothing, svg, type TemplateResult } from "lit";
import { formatCount } from "../../../../i18n/numbers.js";
import { renderIcon } from "../../../../ui/icons.js";
import type { TimelineModel } from "../model.js";
import type { FootSetting } from "../parts.js";
import { nameGap, renderShape } from "../plot.js";
import { describeWidth } from "../words.js";
import { renderOutline } from "./outline.js";

const LONG = 3 * 86_400_000;

/** Below the axis: the way back from a zoom, the key of the colors, and what the counts cover. */
export function renderFoot(model: TimelineModel, setting: FootSetting): TemplateResult {
  return html`<div class="foot">
    ${renderBack(model, setting)}
    <div class="words">
      <ul class="key">
        ${renderKey(model, setting)}
      </ul>
      ${setting.tag}
    </div>
    <p class="coverage">
      <span class="num muted">${describeCoverage(model, setting)}</span>
      ${setting.more} ${renderFold(true, model, setting)}
    </p>
  </div>`;
}

/** The timeline as one line: its shape, what the counts cover, and the button that unfolds it. */
export function renderFolded(model: TimelineModel, setting: FootSetting): TemplateResult {
  return html`<div class="line">
    ${renderBack(model, setting)} ${renderOutline(model)}
    <p class="coverage">
      <span class="num muted">${describeCoverage(model, setting)}</span>
      ${renderFold(false, model, setting)}
    </p>
  </div>`;
}

function renderBack({ env: { strings }, times }: TimelineModel, { back, goBack }: FootSetting): unknown {
  if (!back) return nothing;
  return html`<button type="button" class="link back" title=${times.span(back, strings.timelineSpan)} @click=${goBack}>
    ${renderIcon("chevron-left", { small: true })}${strings.timelineBack}
  </button>`;
}

function renderFold(isOpen: boolean, { env: { strings } }: TimelineModel, { fold }: FootSetting): TemplateResult {
  const name = isOpen ? strings.timelineFold : strings.timelineUnfold;
  return html`<button
    type="button"
    class="mini fold"
    aria-expanded=${isOpen ? "true" : "false"}
    aria-label=${name}
    title=${name}
    @click=${fold}
  >
    ${renderIcon("chevron-down")}
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
          ${strings.timelineScale(describeWidth(bars.width, locale), formatCount(tallest, locale).text)}
        </li>`
      : nothing,
  ];
}

/** Says how far the counts reach back. */
function describeCoverage({ counted: counts, env, times }: TimelineModel, { isAhead }: FootSetting): string {
  const { strings, locale } = env;
  if (!counts) return strings.timelineCounting;
  const { asked, countedFrom, records } = counts.extent;
  const read = formatCount(records, locale);
  const when = asked.until - countedFrom > LONG ? env.times.day(countedFrom) : times.point(countedFrom);
  const { undated } = counts.counts;
  return [
    countedFrom <= asked.from ? strings.timelineSearched(read) : strings.timelineSearchedBack(when, read),
    ...(isAhead ? [strings.timelineAhead] : []),
    ...(undated > 0 ? [strings.timelineUndated(formatCount(undated, locale))] : []),
  ].join(" · ");
}
