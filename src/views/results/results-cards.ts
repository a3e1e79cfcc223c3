import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { reactive } from "../../ui/reactive.js";
import { guard } from "lit/directives/guard.js";
import { ifDefined } from "lit/directives/if-defined.js";
import { repeat } from "lit/directives/repeat.js";
import type { AuditEvent } from "../../core/audit-event.js";
import { isSystem } from "../../core/people.js";
import { findSummaryFacts } from "../../core/summary.js";
import { toShownText } from "../../core/text/shown-text.js";
import { trim } from "../../core/text/text.js";
import "../../i18n/en/summary.js";
import { exposeParts } from "../../ui/expose-parts.js";
import { Printing } from "../../ui/printing.js";
import { registerElement } from "../../ui/register-element.js";
import { marks } from "../../ui/styles/marks.js";
import { printed } from "../../ui/styles/print.js";
import { shared } from "../../ui/styles/shared.js";
import { DETAILS_PARTS } from "../details/event-details.js";
import { ViewElement } from "../shell/view-element.js";
import type { Environment } from "../shell/environment.js";
import { renderActionBadge } from "../values/action-badge.js";
import { renderObjectMark } from "../values/object-mark.js";
import { renderSentence } from "../values/sentence.js";
import { renderName } from "../values/name-text.js";
import { formatRowTime, renderText } from "../values/values.js";
import { copyRows } from "./copy-rows.js";
import { DETAILS_ID, renderDisclosure, disclosureStyles, toggleClickedRow } from "./disclosure.js";
import { resultsCardsStyles } from "./results-cards.styles.js";
import { RowRecycler } from "./row-recycler.js";

/** As many as a page has at most. */
const CARDS_AT_A_TIME = 100;

/**
 * The results as cards, in two columns if the viewer is wide enough. An open card takes a whole line and shows the details
 * instead of its short sentence.
 *
 * @fires alv-command - `toggle-event` when the user opens or closes a card; the root sets `openId`
 * @csspart cards, card, card-open, details the list and its parts
 */
export class ResultsCards extends ViewElement {
  static override properties = { events: reactive, openId: reactive };
  static override styles = [shared, marks, disclosureStyles, printed, resultsCardsStyles];

  /** The events of the page on the screen. */
  events: readonly AuditEvent[] = [];
  /** The id of the event whose details are shown. */
  openId: string | null = null;

  readonly #rows = new RowRecycler();
  /** The number of cards in the document. It grows when the user comes near the end. */
  #most = CARDS_AT_A_TIME;
  readonly #printing = new Printing(this);
  readonly #endObserver = new IntersectionObserver(
    (entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      this.#most += CARDS_AT_A_TIME;
      this.requestUpdate();
    },
    { rootMargin: "1000px" },
  );

  constructor() {
    super();
    exposeParts(this, `cards, card, card-open, details, ${DETAILS_PARTS}`);
  }

  override willUpdate(changed: PropertyValues<this>): void {
    const first = changed.get("events")?.[0];
    if (first && !this.events.some(({ id }) => id === first.id)) this.#most = CARDS_AT_A_TIME;
  }

  override updated(): void {
    this.#endObserver.disconnect();
    const last = this.renderRoot.querySelector(".card:last-child");
    if (last && this.#most < this.events.length) this.#endObserver.observe(last);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#endObserver.disconnect();
  }

  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector("ul")?.focus(options);
  }

  override render(): TemplateResult {
    const shown = this.#printing.on ? this.events : this.events.slice(0, this.#most);
    return html`<ul
      class="cards"
      role="list"
      aria-label=${this.env.strings.auditEvents}
      tabindex="-1"
      @copy=${this.#onCopy}
      part="cards"
      @click=${this.#onClick}
    >
      ${repeat(shown, this.#rows.keysFor(shown), (event, index) =>
        // Opening a card renders no other one.
        guard([event, index, event.id === this.openId, this.events.length, this.env], () =>
          this.#renderCard(event, index),
        ),
      )}
    </ul>`;
  }

  #renderCard(event: AuditEvent, index: number): TemplateResult {
    const { strings, taxonomy, times } = this.env;
    const open = event.id === this.openId;
    const { date, time } = formatRowTime(event, times);
    // Screen readers count the cards that are in the document, unless these attributes count all of them.
    const isLong = this.events.length > CARDS_AT_A_TIME;
    return html`<li
      class=${open ? "card open" : "card"}
      part=${open ? "card card-open" : "card"}
      aria-setsize=${ifDefined(isLong ? this.events.length : undefined)}
      aria-posinset=${ifDefined(isLong ? index + 1 : undefined)}
    >
      <div class="face" data-row=${index}>
        <div class="head">
          ${renderActionBadge(event.action, this.env, true)} ${renderObjectMark(taxonomy.object(event.object), strings)}
          <span class="time num"><span class="muted">${date}</span> ${time || strings.noValue}</span>
          ${renderDisclosure(event, open, this.env)}
        </div>
        ${open ? nothing : renderShortSentence(event, this.env)}
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

  readonly #onClick = (click: MouseEvent): void => toggleClickedRow(this, click, this.events);
}

/** What a closed card says, and who did it from where. */
function renderShortSentence(event: AuditEvent, { strings, taxonomy }: Environment): TemplateResult {
  const user = isSystem(event.byUser) ? strings.system : toShownText(event.byUser);
  const facts = findSummaryFacts(event, taxonomy);
  // The sentence about a user's own sign-in already names the user.
  const isNamed = facts.self && facts.actor.kind === "user";
  return html`<p class="text">${renderSentence(strings.shortSummary(facts), strings)}</p>
    <p class="meta num">
      ${isNamed ? nothing : html`<span>${renderName(strings.byWhom(trim(user) ? user : strings.noValue), strings)}</span>`}
      <span>${renderText(event.byIp, strings)}</span>
    </p>`;
}

registerElement("alv-results-cards", ResultsCards);

declare global {
  interface HTMLElementTagNameMap {
    "alv-results-cards": ResultsCards;
  }
}
