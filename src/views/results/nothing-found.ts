import { html, nothing, type TemplateResult } from "lit";
import { reactive } from "../../ui/reactive.js";
import { registerElement } from "../../ui/register-element.js";
import { findLastInstant, isLongRead, type Coverage } from "../../core/coverage.js";
import { shared } from "../../ui/styles/shared.js";
import { describeOldest } from "./coverage-notes.js";
import { ViewElement } from "../shell/view-element.js";
import type { Environment } from "../shell/environment.js";
import { renderIcon, type IconName } from "../../ui/icons.js";
import { send, type SimpleCommand } from "../shell/commands.js";
import { nothingFoundStyles } from "./nothing-found.styles.js";
import { nothingFound } from "../../i18n/en/nothing-found.js";
import { formatCount } from "../../i18n/numbers.js";
import type { Suggestion } from "../shell/panel-state.js";
import { renderPanel, type Panel } from "../shell/panel-template.js";
import { exposeParts } from "../../ui/expose-parts.js";
import { statusPanelStyles } from "../shell/status-panel.styles.js";

const DAY = 86_400_000;

/**
 * The panel for a search without matches: what was searched, why nothing matched, and what to try. It is not a live region,
 * because the root announces it.
 *
 * @fires alv-command - the command of a button
 * @fires alv-command - `search-for` when the user takes a suggestion
 * @csspart state the panel
 * @csspart suggestion a suggestion
 */
export class NothingFound extends ViewElement {
  static override properties = { coverage: reactive, endsNow: reactive, reading: reactive, suggestions: reactive };
  static override styles = [shared, statusPanelStyles, nothingFoundStyles];

  /** Without coverage, nothing is shown. */
  coverage: Coverage | undefined;
  /** Whether the searched range ends at the time of the search. */
  endsNow = false;
  /** Says what is going on while earlier events are searched; otherwise "". */
  reading = "";
  /** Changes of the filters, one click each. */
  suggestions: readonly Suggestion[] = [];

  constructor() {
    super();
    exposeParts(this, "state, suggestion");
  }

  override render(): TemplateResult | typeof nothing {
    const { coverage, endsNow, reading, env } = this;
    if (!coverage) return nothing;
    return renderPanel(describe(coverage, endsNow, reading, env), this, this.#renderSuggestions(coverage));
  }

  /** Guesses come first, then a longer range, the removal of single filters, and the removal of all. */
  #renderSuggestions({ asked }: Coverage): TemplateResult {
    const strings = this.env.completeTexts(nothingFound);
    const take = (action: SimpleCommand, name: IconName, label: string) =>
      renderSuggestion(name, label, () => send(this, action));
    const given = ({ filters, text, note, isGuess }: Suggestion) =>
      renderSuggestion(
        isGuess ? "search" : "filter",
        html`${text}${note ? html` <span class="muted num">(${note})</span>` : nothing}`,
        () => send(this, "search-for", filters),
      );
    // 30 days with a daylight-saving change may be an hour shorter.
    const isShort = asked.until - asked.from < 29.5 * DAY;
    return html`<ul class="suggestions" role="list">
      ${this.suggestions.filter(({ isGuess }) => isGuess).map(given)}
      ${isShort ? take("search-last-30-days", "calendar", strings.searchLast30Days) : nothing}
      ${this.suggestions.filter(({ isGuess }) => !isGuess).map(given)} ${take("clear", "reset", strings.clearFilters)}
    </ul>`;
  }
}

function renderSuggestion(name: IconName, label: unknown, take: () => void): TemplateResult {
  return html`<li>
    <button class="suggestion" part="suggestion" @click=${take}>
      ${renderIcon(name)}<span>${label}</span>${renderIcon("chevron-right")}
    </button>
  </li>`;
}

/** Says what was searched and why nothing matched. */
function describe(coverage: Coverage, endsNow: boolean, reading: string, env: Environment): Panel {
  const { times, locale } = env;
  const strings = env.completeTexts(nothingFound);
  const { asked, readFrom, records, sentFilters } = coverage;
  const whole = readFrom <= asked.from;
  const isLong = isLongRead(coverage);
  const when = isLong ? times.day : times.dayAndTime;
  const from = when(readFrom);
  const until = when(findLastInstant(asked, endsNow && !isLong));
  return {
    icon: "filter",
    tone: "",
    title: strings.emptyTitle,
    text: html`<p>
      ${strings.emptyRead(formatCount(records, locale), from, until, sentFilters.length > 0)}
      ${reading || (whole ? nothing : strings.emptyIncomplete(from))} ${describeOldest(coverage, env)}
    </p> `,
    actions: createActions(whole, reading !== "", strings),
    fine: html`<details class="fine">
      <summary>${strings.notLoggedTitle}</summary>
      ${strings.notLoggedText}
    </details>`,
  };
}

/** Stop and "Search further back" are the same button, so that it keeps the focus. */
function createActions(isWhole: boolean, isReading: boolean, strings: Environment["strings"]): Panel["actions"] {
  if (isReading) return [{ action: "stop", label: strings.stop }];
  return isWhole ? [] : [{ action: "search-further", label: strings.lookFurther, primary: true }];
}

registerElement("alv-nothing-found", NothingFound);

declare global {
  interface HTMLElementTagNameMap {
    "alv-nothing-found": NothingFound;
  }
}
