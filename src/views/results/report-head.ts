import { css, html, nothing, type TemplateResult } from "lit";
import { reactive } from "../../ui/reactive.js";
import { Printing } from "../../ui/printing.js";
import { registerElement } from "../../ui/register-element.js";
import { findLastInstant } from "../../core/coverage.js";
import { onLateCode } from "../../core/text/late-code.js";
import { loadedCount, type LogState, type Searched } from "../../search/log-state.js";
import { viewerOnPaper } from "../../ui/styles/print.js";
import { shared } from "../../ui/styles/shared.js";
import { describeCoverage, listCoverageWarnings } from "./coverage-text.js";
import { send } from "../shell/commands.js";
import { ViewElement } from "../shell/view-element.js";
import type { Environment } from "../shell/environment.js";
import { listFilters } from "../filters/filter-list.js";
import { formatSearchedRange } from "../filters/range-text.js";
import { formatCount } from "../../i18n/numbers.js";

/**
 * The head of a printed report: the filters, the coverage, the time zone and the time of printing. It is not on the screen. It
 * also adds the print rules to the root, which loads them with the first results.
 */
export class ReportHead extends ViewElement {
  static override properties = { log: reactive };
  static override styles = [
    shared,
    css`
      :host {
        display: none;
      }
      @media print {
        :host {
          display: block;
          padding: var(--_alv-space-2) var(--_alv-gutter) var(--_alv-space-3);
        }
      }
      h2 {
        font-size: var(--_alv-font-size-xl);
        font-weight: var(--_alv-font-weight-strong);
        line-height: var(--_alv-line-height-xl);
      }
      dl {
        display: grid;
        grid-template-columns: fit-content(30%) minmax(0, 1fr);
        gap: var(--_alv-space-half) var(--_alv-space-4);
        margin-block-start: var(--_alv-space-2);
      }
      dt {
        color: var(--_alv-text-muted);
      }
      dd {
        grid-column: 2;
        overflow-wrap: anywhere;
      }
    `,
  ];

  log!: LogState;

  readonly #printing = new Printing(this);

  /** Ends listening for the late code of texts. This element is on the screen whenever texts of events are. */
  #stopListening: (() => void) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#stopListening = onLateCode(() => send(this, "show-texts-again"));
    const { adoptedStyleSheets } = this.getRootNode() as ShadowRoot;
    const { styleSheet } = viewerOnPaper;
    // A document refuses the style sheets of another document, to which the page may have moved the viewer.
    if (this.ownerDocument !== document) return;
    if (styleSheet && adoptedStyleSheets.indexOf(styleSheet) === -1) adoptedStyleSheets.push(styleSheet);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stopListening?.();
  }

  override render(): TemplateResult | typeof nothing {
    const { log, env } = this;
    if (!this.#printing.on || !log.searched) return nothing;
    const { strings, times, now, locale } = env;
    const { coverage, searched } = log;
    const loaded = loadedCount(log);
    const isComplete = log.hasMore === false && coverage?.complete === true;
    const order = isComplete ? strings.newestFirst : strings.soFarNewestFirst;
    return html`<h2>${strings.auditEvents}</h2>
      <p class="num">
        ${strings.loadedEvents(formatCount(loaded, locale))}${
          loaded > 0 ? ` ${order} · ${strings.pageNumber(formatCount(log.pageIndex + 1, locale).text)}` : nothing
        }
      </p>
      <dl class="num">
        ${renderFilterRows(searched, env)} ${renderRow(strings.currentTimezone, times.zone)}
        ${
          coverage
            ? renderRow(
                strings.coverageLabel,
                describeCoverage(coverage, env, searched.endsNow),
                ...listCoverageWarnings(coverage, env),
              )
            : nothing
        }
        ${renderRow(strings.printed, times.full(now()))}
      </dl>`;
  }
}

/** Every filter of the search. Paper also says that all actions or all objects were searched. */
function renderFilterRows(searched: Searched, env: Environment): TemplateResult[] {
  const { strings, times } = env;
  const { filters, span, endsNow } = searched;
  const instants = strings.customRange(times.full(span.from), times.full(findLastInstant(span, endsNow)));
  const range = formatSearchedRange(searched, strings, times);
  return [
    renderRow(strings.dateRange, range, instants),
    ...(filters.actions.length > 0 ? [] : [renderRow(strings.actionFilter, strings.allActions)]),
    ...(filters.objects.length > 0 ? [] : [renderRow(strings.objectsFilter, strings.allObjects)]),
    ...listFilters(filters, env).map(({ name, value }) => renderRow(name, value)),
  ];
}

function renderRow(name: string, ...values: readonly string[]): TemplateResult {
  return html`<dt>${name}</dt>
    ${values.map((value) => html`<dd><bdi>${value}</bdi></dd>`)}`;
}

registerElement("alv-report-head", ReportHead);

declare global {
  interface HTMLElementTagNameMap {
    "alv-report-head": ReportHead;
  }
}
