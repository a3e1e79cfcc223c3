import { css, html, nothing, type TemplateResult } from "lit";
import { reactive } from "../../ui/reactive.js";
import { registerElement } from "../../ui/register-element.js";
import type { DistinctCount, Statistics } from "../../core/statistics.js";
import { shared } from "../../ui/styles/shared.js";
import { ViewElement } from "../shell/view-element.js";
import type { Environment } from "../shell/environment.js";
import { formatCount } from "../../i18n/numbers.js";

/**
 * Below the results: the events on this page, the users and domains of all loaded events, and the time zone.
 *
 * @csspart statistics the bar
 */
export class StatisticsBar extends ViewElement {
  static override properties = { statistics: reactive, isOneList: reactive };
  static override styles = [
    shared,
    css`
      dl {
        display: flex;
        flex-wrap: wrap;
        gap: var(--_alv-space-1) var(--_alv-space-5);
      }
      dl > div {
        display: inline-flex;
        gap: var(--_alv-space-snug);
        min-inline-size: 0;
      }
      dt {
        color: var(--_alv-text-muted);
      }
      dd {
        min-inline-size: 0;
        font-weight: var(--_alv-font-weight-medium);
        overflow-wrap: anywhere;
      }
      /* Another number of digits moves no other number */
      .count {
        display: inline-block;
        min-inline-size: 3ch;
      }
      .scope {
        color: var(--_alv-text-muted);
        font-weight: var(--_alv-font-weight-normal, 400);
      }
    `,
  ];

  statistics: Statistics | undefined;
  /** Whether the page has all loaded events. */
  isOneList = false;

  override render(): TemplateResult | typeof nothing {
    const { statistics, env } = this;
    if (!statistics) return nothing;
    const { strings, locale, times } = env;
    return html`<div role="group" aria-label=${strings.statistics} part="statistics">
      <dl>
        <div>
          <dt>${strings.totalEvents}</dt>
          <dd class="num">
            <span class="count">${formatCount(statistics.total, locale).text}</span
            >${renderScope(this.isOneList ? strings.ofLoaded : strings.onThisPage)}
          </dd>
        </div>
        ${renderDistinctCount(strings.uniqueUsers, statistics.users, env)}
        ${renderDistinctCount(strings.uniqueDomains, statistics.domains, env)}
        <div>
          <dt>${strings.currentTimezone}</dt>
          <dd>${times.zone}</dd>
        </div>
      </dl>
    </div>`;
  }
}

/** Says what a number counts: this page or all loaded events. */
function renderScope(what: string): TemplateResult {
  return html` <span class="scope">(${what})</span>`;
}

/** The numbers of performing and affected users or domains are in the tooltip, and in hidden text for screen readers. */
function renderDistinctCount(name: string, count: DistinctCount | undefined, env: Environment): TemplateResult {
  const { strings, locale } = env;
  const number = (value: number) => formatCount(value, locale).text;
  const split = count && strings.performedAndAffected(number(count.by), number(count.affected));
  const hidden = split ? ` (${split})` : strings.counting;
  return html`<div title=${split ?? strings.counting}>
    <dt>${name}</dt>
    <dd class="num">
      <span class="count">${count ? number(count.all) : "…"}</span>${renderScope(strings.ofLoaded)}<span
        class="visually-hidden"
      >
        ${hidden}</span
      >
    </dd>
  </div>`;
}

registerElement("alv-statistics-bar", StatisticsBar);

declare global {
  interface HTMLElementTagNameMap {
    "alv-statistics-bar": StatisticsBar;
  }
}
