import { css, html, nothing, type TemplateResult } from "lit";
import { reactive } from "../../ui/reactive.js";
import { registerElement } from "../../ui/register-element.js";
import type { Coverage } from "../../core/coverage.js";
import { shared } from "../../ui/styles/shared.js";
import { describeCoverage, listCoverageWarnings } from "./coverage-text.js";
import { ViewElement } from "../shell/view-element.js";
import { renderIcon } from "../../ui/icons.js";

/**
 * Below the results: how far the search has looked and what is missing. A mark precedes every warning that users need in
 * order to trust the results.
 *
 * @csspart coverage the line
 */
export class CoverageLine extends ViewElement {
  static override properties = { coverage: reactive, endsNow: reactive, extentTold: reactive, warningsOnly: reactive };
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

  coverage: Coverage | undefined;
  /** Whether the searched range ends at the time of the search. */
  endsNow = false;
  /** Whether another element already says how far the search has looked. */
  extentTold = false;
  /** Whether another element says everything but the warnings. */
  warningsOnly = false;

  override render(): TemplateResult | typeof nothing {
    const { coverage, env } = this;
    if (!coverage) return nothing;
    const warnings = listCoverageWarnings(coverage, env);
    const text = this.warningsOnly ? "" : describeCoverage(coverage, env, this.endsNow, this.extentTold);
    if (text === "" && warnings.length === 0) return nothing;
    return html`<section aria-label=${env.strings.coverageLabel} part="coverage">
      ${text === "" ? nothing : html`<p class="num">${text}</p>`}
      ${warnings.map(
        (text): TemplateResult =>
          html`<p class="warning num">${renderIcon("alert", { small: true })}<span>${text}</span></p>`,
      )}
    </section>`;
  }
}

registerElement("alv-coverage-line", CoverageLine);

declare global {
  interface HTMLElementTagNameMap {
    "alv-coverage-line": CoverageLine;
  }
}
