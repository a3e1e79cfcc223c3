import { useContext } from "../../../ui/context.js";
import { html, LitElement, nothing, type TemplateResult } from "lit";
import { reactive } from "../../../ui/reactive.js";
import type { AuditFilters } from "../../../core/filters/filters.js";
import type { Finding } from "../../../core/findings.js";
import { registerElement } from "../../../ui/register-element.js";
import { RovingFocus } from "../../../ui/roving-focus.js";
import { marks } from "../../../ui/styles/marks.js";
import { shared } from "../../../ui/styles/shared.js";
import { send } from "../../../views/shell/commands.js";
import { environmentContext, type Environment } from "../../../views/shell/environment.js";
import { findings as english } from "../texts/findings-en.js";
import { findingText, findingTime } from "./finding-text.js";
import { findingsStyles } from "./findings.styles.js";
import { filtersForFinding } from "./search-filters.js";

/**
 * "Worth a look": at most five sentences that follow from the counts, each with a button that searches for its events.
 *
 * @fires alv-command - `search-for` when the user opens the events of a finding
 * @fires try-findings - when the user tries again after a failure
 */
export class Findings extends LitElement {
  static override properties = { findings: reactive, hasFailed: reactive, isShort: reactive, filters: reactive };
  static override styles = [shared, marks, findingsStyles];

  private given!: Environment;

  /** Undefined while they are looked for. */
  findings: readonly Finding[] | undefined;
  /** Whether they could not be looked for. */
  hasFailed = false;
  /** Whether too little was searched to know what is new. */
  isShort = false;
  /** The filters of the results. */
  filters!: AuditFilters;

  readonly #roving = new RovingFocus(this);

  /** With the English texts, which load with this code. Other languages and the page's own texts have them already. */
  private get env(): Environment {
    return { ...this.given, strings: this.given.completeTexts(english) };
  }

  constructor() {
    super();
    useContext(this, environmentContext, (given) => {
      this.given = given;
    });
  }

  override render(): TemplateResult {
    const { strings } = this.env;
    return html`<section
      aria-label=${strings.findings}
      aria-busy=${this.findings || this.hasFailed ? "false" : "true"}
      @keydown=${this.#roving.onKey}
      @focusin=${this.#roving.onFocus}
    >
      <h3>${strings.findings}</h3>
      ${this.#renderContent()}
    </section>`;
  }

  #renderContent(): TemplateResult {
    const { strings } = this.env;
    if (this.hasFailed) {
      return html`<p>
        ${strings.findingsFailed}
        <button type="button" class="link" data-stop="again" @click=${this.#tryAgain}>${strings.tryAgain}</button>
      </p>`;
    }
    if (!this.findings) return html`<p class="muted">${strings.findingsCounting}</p>`;
    const isEmpty = this.findings.length === 0;
    return html`
      ${isEmpty ? html`<p>${strings.findingsNone}</p>` : html`<p class="muted">${strings.findingsNote}</p>`}
      ${
        isEmpty
          ? nothing
          : html`<ul>
              ${this.findings.map((finding, at) => this.#renderFinding(finding, at))}
            </ul>`
      }
      ${this.isShort ? html`<p class="muted">${strings.findingsTooShort}</p>` : nothing}
    `;
  }

  #renderFinding(finding: Finding, at: number): TemplateResult {
    const { strings } = this.env;
    return html`<li>
      <h4 id=${`title-${at}`}>${strings.findingTitles[finding.kind]}</h4>
      <p id=${`text-${at}`}>${findingText(finding, this.env)}</p>
      <p class="muted num">${findingTime(finding, this.env)}</p>
      <button
        type="button"
        class="link"
        data-stop=${at}
        aria-describedby=${`title-${at} text-${at}`}
        @click=${() => send(this, "search-for", filtersForFinding(finding, this.filters))}
      >
        ${strings.findingShow}
      </button>
    </li>`;
  }

  readonly #tryAgain = (): void => {
    this.dispatchEvent(new CustomEvent("try-findings"));
  };
}

registerElement("alv-findings", Findings);

declare global {
  interface HTMLElementTagNameMap {
    "alv-findings": Findings;
  }
}
