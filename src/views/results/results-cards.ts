import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { consume } from "@lit/context";
import { property, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { registerElement } from "../../ui/register-element.js";
import type { AuditEvent } from "../../core/audit-event.js";
import { isSystem } from "../../core/people.js";
import { summaryFacts } from "../../core/summary.js";
import { trim } from "../../core/text/text.js";
import { shownText } from "../../core/text/shown-text.js";
import "../../i18n/en/summary.js";
import { marks } from "../../ui/styles/marks.js";
import { printed } from "../../ui/styles/print.js";
import { shared } from "../../ui/styles/shared.js";
import { actionBadge } from "../values/action-badge.js";
import { copyRows } from "./copy-rows.js";
import { DETAILS_ID, disclosure, disclosureStyles } from "./disclosure.js";
import { environmentContext, type Environment } from "../shell/environment.js";
import { DETAILS_PARTS } from "../details/event-details.js";
import { send } from "../shell/commands.js";
import { RowRecycler } from "./row-recycler.js";
import { objectMark } from "../values/object-mark.js";
import { sentence } from "../values/sentence.js";
import { exposeParts } from "../../ui/expose-parts.js";
import { endsTextSelection } from "./text-selection.js";
import { rowTime, textValue } from "../values/values.js";

/**
 * The results as cards, two beside each other where there is room. An open card takes the whole line and shows the details
 * instead of its short sentence.
 *
 * @property events the events of the page on the screen
 * @property openId id of the event whose details are shown, or null
 * @fires alv-command - `toggle-event` when a card is to be opened or closed; the list does not do it by itself
 * @csspart cards, card, card-open, details the list and its parts
 */
export class ResultsCards extends LitElement {
  static override styles = [
    shared,
    marks,
    disclosureStyles,
    printed,
    css`
      /* Every card has a line at its end; the one at the very end lies outside. */
      :host {
        overflow: clip;
        border-block: 1px solid var(--_alv-border);
      }
      .cards {
        display: grid;
        grid-template-columns: repeat(2, minmax(0, 1fr));
        margin-inline-end: -1px;
        margin-block-end: -1px;
      }
      .cards:focus-visible {
        outline-offset: -2px;
      }
      .card {
        min-inline-size: 0;
        border-block-end: 1px solid var(--_alv-border);
        border-inline-end: 1px solid var(--_alv-border);
      }
      .face {
        display: grid;
        align-content: start;
        gap: var(--_alv-space-2);
        block-size: 100%;
        padding: var(--_alv-space-4) var(--_alv-gutter);
        cursor: pointer;
        transition: background-color var(--_alv-motion-fast) var(--_alv-ease);
      }
      .face:hover {
        background: var(--_alv-surface-hover);
      }
      .face:has(.disclose:focus-visible) {
        outline: 2px solid var(--_alv-focus);
        outline-offset: -2px;
      }
      .disclose {
        margin-inline-end: calc(-1 * var(--_alv-space-1));
        outline: 0;
      }
      .head {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--_alv-space-1) var(--_alv-space-3);
        min-inline-size: 0;
      }
      .time {
        margin-inline-start: auto;
      }
      .text {
        font-size: var(--_alv-font-size-lead);
        line-height: var(--_alv-line-height-lead);
        overflow-wrap: anywhere;
        unicode-bidi: plaintext;
        text-align: -webkit-match-parent;
        text-align: match-parent;
      }
      .text strong {
        font-weight: var(--_alv-font-weight-strong);
      }
      .meta {
        display: flex;
        flex-wrap: wrap;
        gap: 0 var(--_alv-space-4);
        color: var(--_alv-text-muted);
        overflow-wrap: anywhere;
      }
      .card.open {
        grid-column: 1 / -1;
        margin-block-start: -1px;
        border-block-start: 1px solid var(--_alv-border);
      }
      /* Beside an open card, which takes the whole line, no half line stays empty: neither before it nor at the end */
      @container (inline-size >= 884px) {
        .card:nth-child(odd):has(+ .open),
        .open:nth-child(even) ~ .card:nth-child(odd):last-child,
        .open:nth-child(odd) ~ .card:nth-child(even):last-child {
          grid-column: 1 / -1;
        }
      }
      .open .face {
        block-size: auto;
        padding-block-end: var(--_alv-space-3);
      }
      .open .face:hover {
        background: none;
      }
      .details {
        padding: 0 var(--_alv-gutter) var(--_alv-space-4);
      }
      @container (inline-size < 884px) {
        .cards {
          grid-template-columns: minmax(0, 1fr);
        }
      }
      @container (inline-size < 480px) {
        .time {
          order: 1;
          flex-basis: 100%;
          margin: 0;
        }
        .disclose {
          margin-inline-start: auto;
        }
      }
      @media print {
        :host {
          overflow: visible;
        }
        .cards {
          display: block;
        }
        .card {
          break-inside: avoid;
        }
      }
    `,
  ];

  @property({ attribute: false }) events: readonly AuditEvent[] = [];
  @property({ attribute: false }) openId: string | null = null;
  @consume({ context: environmentContext, subscribe: true })
  @state()
  private environment: Environment | undefined;

  readonly #rows = new RowRecycler();

  constructor() {
    super();
    exposeParts(this, `cards, card, card-open, details, ${DETAILS_PARTS}`);
  }

  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector("ul")?.focus(options);
  }

  override render(): unknown {
    const { environment } = this;
    if (!environment) return nothing;
    return html`<ul
      class="cards"
      role="list"
      aria-label=${environment.strings.auditEvents}
      tabindex="-1"
      @copy=${this.#onCopy}
      part="cards"
      @click=${this.#onClick}
    >
      ${repeat(this.events, this.#rows.keysFor(this.events), (event, index) => this.#card(event, index, environment))}
    </ul>`;
  }

  #card(event: AuditEvent, index: number, environment: Environment): TemplateResult {
    const { strings, taxonomy, times } = environment;
    const open = event.id === this.openId;
    const { date, time } = rowTime(event, times);
    return html`<li class=${open ? "card open" : "card"} part=${open ? "card card-open" : "card"}>
      <div class="face" data-card=${index}>
        <div class="head">
          ${actionBadge(event.action, environment, true)} ${objectMark(taxonomy.object(event.object), strings)}
          <span class="time num"><span class="muted">${date}</span> ${time || strings.noValue}</span>
          ${disclosure(event, open, environment)}
        </div>
        ${open ? nothing : face(event, environment)}
      </div>
      ${
        open
          ? html`<alv-event-details
              class="details"
              id=${DETAILS_ID}
              part="details"
              exportparts=${DETAILS_PARTS}
              .event=${event}
            ></alv-event-details>`
          : nothing
      }
    </li>`;
  }

  readonly #onCopy = (event: ClipboardEvent): void => {
    const faces = this.renderRoot.querySelectorAll(".face");
    copyRows(
      event,
      Array.from(faces, (face) => [...face.querySelectorAll(".badge, .object, .time, .text, .meta > span")]),
    );
  };

  readonly #onClick = (click: MouseEvent): void => {
    const target = click.target as Element;
    const card = target.closest<HTMLElement>("[data-card]");
    const event = this.events[Number(card?.dataset.card)];
    if (!card || !event) return;
    if (!target.closest("button") && endsTextSelection(card)) return;
    send(this, "toggle-event", event);
  };
}

/** What a closed card says: the short sentence, and who did it from where. */
function face(event: AuditEvent, { strings, taxonomy }: Environment): TemplateResult {
  const user = isSystem(event.byUser) ? strings.system : shownText(event.byUser);
  const facts = summaryFacts(event, taxonomy);
  // The sentence about somebody's own sign-in names nobody else.
  const told = facts.self && facts.actor.kind === "user";
  return html`<p class="text">${sentence(strings.shortSummary(facts))}</p>
    <p class="meta num">
      ${told ? nothing : html`<span>${strings.byWhom(trim(user) ? user : strings.noValue)}</span>`}
      <span>${textValue(event.byIp, strings)}</span>
    </p>`;
}

registerElement("alv-results-cards", ResultsCards);

declare global {
  interface HTMLElementTagNameMap {
    "alv-results-cards": ResultsCards;
  }
}
