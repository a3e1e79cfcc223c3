import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { reactive } from "../../ui/reactive.js";
import { registerElement } from "../../ui/register-element.js";
import type { AuditEvent } from "../../core/audit-event.js";
import { findSummaryFacts, type SentencePart } from "../../core/summary.js";
import { textMasker } from "../../core/secrets/texts.js";
import { toShownText } from "../../core/text/shown-text.js";
import "../../i18n/en/summary.js";
import { marks } from "../../ui/styles/marks.js";
import { printed } from "../../ui/styles/print.js";
import { shared } from "../../ui/styles/shared.js";
import { describeAction } from "../values/action-badge.js";
import { CopyController } from "./copy-controller.js";
import { ViewElement } from "../shell/view-element.js";
import type { Environment } from "../shell/environment.js";
import { eventDetailsStyles } from "./event-details.styles.js";
import { renderEventFacts } from "./event-facts.js";
import "./event-parameters.js";
import { renderIcon } from "../../ui/icons.js";
import { RESULT_ICONS } from "../values/result-icons.js";
import { send } from "../shell/commands.js";
import { findUserToInvestigate } from "./user-to-investigate.js";
import { renderSentence } from "../values/sentence.js";

/** The parts that an element with event details exposes. */
export const DETAILS_PARTS = "summary, facts, parameters, parameter, actions, badge";

/**
 * The details of one event: a sentence, the facts, the parameters, and the buttons.
 *
 * @fires alv-command - `investigate` when the user wants to investigate the user
 * @fires alv-command - `announce` when the details are copied
 * @csspart summary the sentence
 * @csspart facts the facts
 * @csspart parameters the parameters
 * @csspart actions the buttons
 */
export class EventDetails extends ViewElement {
  static override properties = { event: reactive, hasFailed: reactive };
  static override styles = [shared, marks, printed, eventDetailsStyles];

  event: AuditEvent | undefined;
  /** Whether the code of the copy button could not be loaded. */
  private hasFailed = false;

  readonly #copy = new CopyController(this, () => this.env.load("details-copy"));

  override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has("event") || changed.get("event")?.id === this.event?.id) return;
    this.#copy.reset();
    this.hasFailed = false;
  }

  override render(): TemplateResult | typeof nothing {
    const { event, env } = this;
    if (!event) return nothing;
    const { strings } = env;
    return html`
      <div class="summary" role="group" aria-label=${strings.eventSummary} part="summary">
        ${renderIcon("info")}
        <p>${renderSentence(createSummary(event, env), strings)}</p>
      </div>
      ${renderEventFacts(event, env)}
      ${
        event.parameters.length > 0
          ? html`<div role="group" aria-labelledby="parameters" part="parameters">
              <p class="section-title" id="parameters">${strings.parameters}</p>
              <alv-event-parameters .parameters=${event.parameters} exportparts="parameter"></alv-event-parameters>
            </div>`
          : nothing
      }
      <div class="actions" part="actions">
        <button class="button" @pointerenter=${this.#copy.load} @focus=${this.#copy.load} @click=${this.#copyDetails}>
          ${this.#renderCopyLabel()}
        </button>
        ${this.#renderInvestigate(event)}
      </div>
      ${this.hasFailed ? html`<p role="alert">${strings.partFailed}</p>` : this.#copy.renderBlockedText()}
    `;
  }

  /** The button contains both words, one of them invisible, so that it keeps its width. */
  #renderCopyLabel(): TemplateResult {
    const { strings } = this.env;
    const words = [strings.copyDetails, strings.copied];
    if (this.#copy.copied !== null) words.reverse();
    return html`${renderIcon(this.#copy.copied === null ? RESULT_ICONS.copy : "check")}<span
        class="either"
        data-other=${words[1] ?? ""}
        >${words[0]}</span
      >`;
  }

  #renderInvestigate(event: AuditEvent): TemplateResult | typeof nothing {
    const { strings } = this.env;
    const found = findUserToInvestigate(event);
    if (!found) return nothing;
    const whom = [found.user, found.domain].filter(Boolean).map(toShownText).join("@");
    return html`<button
      class="button"
      title=${strings.investigateWhom(whom)}
      @click=${() => send(this, "investigate", found)}
    >
      ${renderIcon(RESULT_ICONS.investigate)}${strings.investigateUser}
    </button>`;
  }

  readonly #copyDetails = async (): Promise<void> => {
    const { event, env } = this;
    if (!event) return;
    const { strings, times, taxonomy } = env;
    const code = await this.#copy.load();
    if (textMasker.loading) await textMasker.loading;
    this.hasFailed = !code;
    if (!code) return;
    const text = code.formatDetails(event, {
      labels: strings.detailsLabels,
      summary: createSummary(event, env),
      time: event.time === null ? event.timeText : times.full(event.time),
      action: describeAction(event.action, env),
      object: taxonomy.object(event.object).label,
    });
    if (await this.#copy.copy("details", text)) send(this, "announce", strings.copiedWhat(""));
  };
}

function createSummary(event: AuditEvent, { strings, times, taxonomy }: Environment): SentencePart[] {
  return strings.summary(findSummaryFacts(event, taxonomy), event.time === null ? undefined : times.spoken(event.time));
}

registerElement("alv-event-details", EventDetails);

declare global {
  interface HTMLElementTagNameMap {
    "alv-event-details": EventDetails;
  }
}
