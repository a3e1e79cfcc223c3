import { consume } from "@lit/context";
import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { property, state } from "lit/decorators.js";
import { register } from "../controllers/register.js";
import type { Coverage } from "../domain/coverage.js";
import { visibleText } from "../domain/visible-text.js";
import { shared } from "../styles/shared.js";
import { environmentContext, type Environment } from "./environment.js";
import { icon } from "./icons.js";
import { counted } from "./numbers.js";

/** Seconds that are named one by one. */
const NAMED = 3;
const DAY = 86_400_000;

/**
 * What a search has read, and what is missing: a quiet line under the results, and a mark before whatever a reader must
 * know to trust them.
 *
 * @property coverage what was read
 * @property warningsOnly what was read is said elsewhere on the screen
 * @csspart coverage the line
 */
export class CoverageLine extends LitElement {
  static override styles = [
    shared,
    css`
      section {
        display: grid;
        gap: var(--_alv-space-1);
        padding: var(--_alv-space-2) var(--_alv-gutter);
        color: var(--_alv-text-muted);
        font-size: var(--_alv-font-size-sm);
        line-height: var(--_alv-line-height-sm);
      }
      p {
        unicode-bidi: plaintext;
        text-align: -webkit-match-parent;
        text-align: match-parent;
        overflow-wrap: anywhere;
      }
      .warning {
        display: flex;
        gap: var(--_alv-space-snug);
        color: var(--_alv-warning);
      }
      .warning .icon {
        margin-block-start: 2px;
        color: var(--_alv-warning-mark);
      }
    `,
  ];

  @property({ attribute: false }) coverage: Coverage | undefined;
  @property({ attribute: false }) warningsOnly = false;
  @consume({ context: environmentContext, subscribe: true })
  @state()
  private environment: Environment | undefined;

  override render(): unknown {
    const { coverage, environment } = this;
    if (!coverage || !environment) return nothing;
    const { strings } = environment;
    const told = warnings(coverage, environment);
    if (this.warningsOnly && told.length === 0) return nothing;
    return html`<section aria-label=${strings.coverageLabel} part="coverage">
      ${this.warningsOnly ? nothing : html`<p class="num">${readText(coverage, environment)}</p>`}
      ${told.map(
        (text): TemplateResult =>
          html`<p class="warning num">${icon("alert", { small: true })}<span>${text}</span></p>`,
      )}
    </section>`;
  }
}

function readText(coverage: Coverage, { strings, times, locale }: Environment): string {
  const { asked, readFrom, records, sentFilters, accessLog, narrowed } = coverage;
  const named = sentFilters.filter((field) => field in strings.textFilters);
  const when = asked.until - readFrom > 3 * DAY ? times.day : times.dayAndTime;
  const count = counted(records, locale);
  const whole = readFrom <= asked.from;
  return [
    whole
      ? strings.coverageWhole(count, when(asked.from), when(asked.until))
      : strings.coverageSoFar(count, when(readFrom)),
    named.length > 0 ? strings.coverageSent(filterNames(named, strings, locale)) : "",
    narrowed && narrowed.until > readFrom
      ? strings.coverageNarrowed(times.dayAndTime(narrowed.until), spellings(narrowed, locale))
      : "",
    accessLog === "refused" ? strings.coverageNoSignIns : "",
  ]
    .filter(Boolean)
    .join(" ");
}

function filterNames(fields: Coverage["sentFilters"], strings: Environment["strings"], locale: string): string {
  const names = fields.map((field) => strings.textFilters[field as keyof typeof strings.textFilters] ?? field);
  return new Intl.ListFormat(locale, { type: "conjunction" }).format(names);
}

function spellings({ actions, objects }: NonNullable<Coverage["narrowed"]>, locale: string): string {
  const all = [...actions, ...objects].map((one) => `“${visibleText(one)}”`);
  return new Intl.ListFormat(locale, { type: "disjunction" }).format(all);
}

function warnings(coverage: Coverage, { strings, times, locale }: Environment): string[] {
  const { cut, outside, undated, unreadable, habits } = coverage;
  const count = (number: number) => counted(number, locale);
  const texts = cut
    .slice(0, NAMED)
    .map(({ span, atLeast }) => strings.coverageCut(count(atLeast), times.full(span.from)));
  if (cut.length > NAMED) texts.push(strings.coverageCutMore(count(cut.length - NAMED)));
  if (outside > 0) texts.push(strings.coverageOutside(count(outside)));
  if (habits.naiveTimes && habits.shiftMinutes === 0) texts.push(strings.coverageNaive);
  if (habits.shiftMinutes !== 0) {
    const hours = new Intl.NumberFormat(locale, {
      style: "unit",
      unit: "hour",
      unitDisplay: "long",
      signDisplay: "always",
    });
    texts.push(strings.coverageShift(hours.format(habits.shiftMinutes / 60)));
  }
  if (undated > 0) texts.push(strings.coverageUndated(count(undated)));
  if (unreadable > 0) texts.push(strings.coverageUnreadable(count(unreadable)));
  return texts;
}

register("alv-coverage-line", CoverageLine);

declare global {
  interface HTMLElementTagNameMap {
    "alv-coverage-line": CoverageLine;
  }
}
