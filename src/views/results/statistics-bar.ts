import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { consume } from "@lit/context";
import { property, state } from "lit/decorators.js";
import { registerElement } from "../../ui/register-element.js";
import type { DistinctCount, Statistics } from "../../core/statistics.js";
import { shared } from "../../ui/styles/shared.js";
import { environmentContext, type Environment } from "../shell/environment.js";
import { counted } from "../../i18n/numbers.js";

/**
 * Below the results: events on this page, users and domains over everything loaded, and the zone of every shown time.
 *
 * @property statistics the numbers
 * @csspart statistics the bar
 */
export class StatisticsBar extends LitElement {
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
      .scope {
        color: var(--_alv-text-muted);
        font-weight: var(--_alv-font-weight-normal, 400);
      }
    `,
  ];

  @property({ attribute: false }) statistics: Statistics | undefined;
  @consume({ context: environmentContext, subscribe: true })
  @state()
  private environment: Environment | undefined;

  override render(): unknown {
    const { statistics, environment } = this;
    if (!statistics || !environment) return nothing;
    const { strings, locale, times } = environment;
    return html`<div role="group" aria-label=${strings.statistics} part="statistics">
      <dl>
        <div>
          <dt>${strings.totalEvents}</dt>
          <dd class="num">${counted(statistics.total, locale).text}${scope(strings.onThisPage)}</dd>
        </div>
        ${distinct(strings.uniqueUsers, statistics.users, environment)}
        ${distinct(strings.uniqueDomains, statistics.domains, environment)}
        <div>
          <dt>${strings.currentTimezone}</dt>
          <dd>${times.zone}</dd>
        </div>
      </dl>
    </div>`;
  }
}

/** What a number counts: the headline counts everything loaded, and so do users and domains. */
function scope(what: string): TemplateResult {
  return html` <span class="scope">(${what})</span>`;
}

/** The split is in the title for the mouse, and in the text for screen readers, which seldom read titles. */
function distinct(
  name: string,
  { all, by, affected }: DistinctCount,
  { strings, locale }: Environment,
): TemplateResult {
  const split = strings.performedAndAffected(counted(by, locale).text, counted(affected, locale).text);
  return html`<div title=${split}>
    <dt>${name}</dt>
    <dd class="num">
      ${counted(all, locale).text}${scope(strings.ofLoaded)}<span class="visually-hidden"> (${split})</span>
    </dd>
  </div>`;
}

registerElement("alv-statistics-bar", StatisticsBar);

declare global {
  interface HTMLElementTagNameMap {
    "alv-statistics-bar": StatisticsBar;
  }
}
