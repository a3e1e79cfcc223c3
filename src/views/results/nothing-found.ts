import { html, LitElement, nothing, type TemplateResult } from "lit";
import { consume } from "@lit/context";
import { property, state } from "lit/decorators.js";
import { registerElement } from "../../ui/register-element.js";
import { lastOf, type Coverage } from "../../core/coverage.js";
import { shared } from "../../ui/styles/shared.js";
import { isLongRead, oldestText } from "./coverage-text.js";
import { environmentContext, type Environment } from "../shell/environment.js";
import { icon, type IconName } from "../../ui/icons.js";
import { send, type Step } from "../shell/commands.js";
import { nothingFoundStyles } from "./nothing-found.styles.js";
import { counted } from "../../i18n/numbers.js";
import type { Suggestion } from "../shell/panel-state.js";
import { panelTemplate, type Panel } from "../shell/panel-template.js";
import { exposeParts } from "../../ui/expose-parts.js";
import { statusPanelStyles } from "../shell/status-panel.styles.js";

const DAY = 86_400_000;

/**
 * What stands where a search has found nothing: what was read, why nothing matched, and what to try. The root announces it:
 * this is no live region.
 *
 * @property coverage what was read; nothing is shown without it
 * @property endsNow whether the range that was asked for ends at the time of the search
 * @property reading what is being done while earlier events are searched; "" when nothing is
 * @property suggestions changes of the filters, one click each
 * @fires alv-command when a button was used
 * @fires alv-command - `search-for` when a suggestion was used
 * @csspart state the panel
 * @csspart suggestion a suggestion
 */
export class NothingFound extends LitElement {
  static override styles = [shared, statusPanelStyles, nothingFoundStyles];

  @property({ attribute: false }) coverage: Coverage | undefined;
  @property({ attribute: false }) endsNow = false;
  @property({ attribute: false }) reading = "";
  @property({ attribute: false }) suggestions: readonly Suggestion[] = [];
  @consume({ context: environmentContext, subscribe: true })
  @state()
  private environment: Environment | undefined;

  constructor() {
    super();
    exposeParts(this, "state, suggestion");
  }

  override render(): unknown {
    const { coverage, endsNow, reading, environment } = this;
    if (!coverage || !environment) return nothing;
    const panel = describe(coverage, endsNow, reading, environment);
    return panelTemplate(panel, this, this.#suggestions(coverage, environment));
  }

  /** What may have been meant first, then the widest change, the given ones, and the one that drops every filter. */
  #suggestions({ asked }: Coverage, { strings }: Environment): TemplateResult {
    const take = (action: Step, name: IconName, label: string) => suggestion(name, label, () => send(this, action));
    const given = ({ filters, text, note, isGuess }: Suggestion) =>
      suggestion(
        isGuess ? "search" : "filter",
        html`${text}${note ? html` <span class="muted num">(${note})</span>` : nothing}`,
        () => send(this, "search-for", filters),
      );
    // An hour may be missing in 30 days with a change of the clock.
    const isShort = asked.until - asked.from < 29.5 * DAY;
    return html`<ul class="suggestions" role="list">
      ${this.suggestions.filter(({ isGuess }) => isGuess).map(given)}
      ${isShort ? take("search-last-30-days", "calendar", strings.searchLast30Days) : nothing}
      ${this.suggestions.filter(({ isGuess }) => !isGuess).map(given)} ${take("clear", "reset", strings.clearFilters)}
    </ul>`;
  }
}

function suggestion(name: IconName, label: unknown, take: () => void): TemplateResult {
  return html`<li>
    <button class="suggestion" part="suggestion" @click=${take}>
      ${icon(name)}<span>${label}</span>${icon("chevron-right")}
    </button>
  </li>`;
}

/** What was read and why nothing matched; never more than that. */
function describe(coverage: Coverage, endsNow: boolean, reading: string, environment: Environment): Panel {
  const { strings, times, locale } = environment;
  const { asked, readFrom, records, sentFilters } = coverage;
  const whole = readFrom <= asked.from;
  const isLong = isLongRead(coverage);
  const when = isLong ? times.day : times.dayAndTime;
  const from = when(readFrom);
  const until = when(lastOf(asked, endsNow && !isLong));
  return {
    icon: "filter",
    tone: "",
    title: strings.emptyTitle,
    text: html`<p>
      ${strings.emptyRead(counted(records, locale), from, until, sentFilters.length > 0)}
      ${reading || (whole ? nothing : strings.emptyIncomplete(from))} ${oldestText(coverage, environment)}
    </p> `,
    actions: actions(whole, reading !== "", strings),
    fine: html`<details class="fine">
      <summary>${strings.notLoggedTitle}</summary>
      ${strings.notLoggedText}
    </details>`,
  };
}

/** One button for both, so that it keeps the focus. */
function actions(isWhole: boolean, isReading: boolean, strings: Environment["strings"]): Panel["actions"] {
  if (isReading) return [{ action: "stop", label: strings.stop }];
  return isWhole ? [] : [{ action: "search-further", label: strings.lookFurther, primary: true }];
}

registerElement("alv-nothing-found", NothingFound);

declare global {
  interface HTMLElementTagNameMap {
    "alv-nothing-found": NothingFound;
  }
}
