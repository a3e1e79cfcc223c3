import { consume } from "@lit/context";
import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { property, state } from "lit/decorators.js";
import { registerElement } from "../../ui/register-element.js";
import type { Coverage } from "../../core/coverage.js";
import { shared } from "../../ui/styles/shared.js";
import { coverageText, coverageWarnings } from "./coverage-text.js";
import { environmentContext, type Environment } from "../shell/environment.js";
import { icon } from "../../ui/icons.js";

/**
 * What a search has read, and what is missing: a quiet line under the results, and a mark before whatever a reader must
 * know to trust them.
 *
 * @property coverage what was read
 * @property endsNow the range that was asked for ends now
 * @property extentTold how far was read is said elsewhere on the screen
 * @property warningsOnly all of what was read is said elsewhere
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
  @property({ attribute: false }) endsNow = false;
  @property({ attribute: false }) extentTold = false;
  @property({ attribute: false }) warningsOnly = false;
  @consume({ context: environmentContext, subscribe: true })
  @state()
  private environment: Environment | undefined;

  override render(): unknown {
    const { coverage, environment } = this;
    if (!coverage || !environment) return nothing;
    const { strings } = environment;
    const told = coverageWarnings(coverage, environment);
    const text = this.warningsOnly ? "" : coverageText(coverage, environment, this.endsNow, this.extentTold);
    if (text === "" && told.length === 0) return nothing;
    return html`<section aria-label=${strings.coverageLabel} part="coverage">
      ${text === "" ? nothing : html`<p class="num">${text}</p>`}
      ${told.map(
        (text): TemplateResult =>
          html`<p class="warning num">${icon("alert", { small: true })}<span>${text}</span></p>`,
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
