import { html, type PropertyValues, type TemplateResult } from "lit";
import { reactive } from "../../ui/reactive.js";
import { registerElement } from "../../ui/register-element.js";
import type { EventParameter } from "../../core/audit-event.js";
import { formatParameter } from "../../core/text/parameter-text.js";
import { isPlaceholderValue, createSecretTest, MASK, maskSensitive, maskText } from "../../core/secrets/values.js";
import { toVisibleText } from "../../core/text/visible-text.js";
import { printed } from "../../ui/styles/print.js";
import { shared } from "../../ui/styles/shared.js";
import { CopyController } from "./copy-controller.js";
import { ViewElement } from "../shell/view-element.js";
import { eventParametersStyles } from "./event-parameters.styles.js";
import { renderIcon } from "../../ui/icons.js";
import { send } from "../shell/commands.js";

/** Longer values are shortened on the screen, in characters; a copy is complete. */
const LONGEST = 600;

/**
 * The parameters of an event as tags. A click copies the exact value, or compact JSON for a nested one. A secret is masked until
 * the user shows it, and only then can be copied.
 *
 * @fires alv-command - `announce` when a value is copied
 * @csspart parameter a tag
 */
export class EventParameters extends ViewElement {
  static override properties = { parameters: reactive, shown: reactive };
  static override styles = [shared, printed, eventParametersStyles];

  /** A new list hides all secrets again. */
  parameters: readonly EventParameter[] = [];

  /** The secrets that are shown, by their index. */
  private shown: ReadonlySet<number> = new Set();

  readonly #copy = new CopyController(this, () => this.env.load("details-copy"));

  override willUpdate(changed: PropertyValues): void {
    if (!changed.has("parameters")) return;
    this.shown = new Set();
    this.#copy.reset();
  }

  override render(): TemplateResult {
    const isSecret = createSecretTest(this.parameters);
    return html`<ul class="params">
        ${this.parameters.map((parameter, index) => this.#renderTag(parameter, index, isSecret(parameter)))}
      </ul>
      ${this.#copy.renderBlockedText()}`;
  }

  #renderTag({ name, value }: EventParameter, index: number, isSecret: boolean): TemplateResult {
    const { strings } = this.env;
    const text = formatParameter(value);
    const masked = isSecret && !isPlaceholderValue(value) ? MASK : formatParameter(maskSensitive(value));
    const shownName = maskText(name);
    const open = this.shown.has(index);
    const label = toVisibleText(open ? name : shownName);
    if ((masked === text || text === "") && shownName === name) {
      return html`<li>${this.#renderCopyButton(label, text, index)}</li>`;
    }
    const button = html`<button
      class="toggle"
      aria-label=${open ? strings.hideValueOf(label) : strings.showValueOf(label)}
      @click=${() => this.#toggle(index)}
    >
      ${open ? strings.hideValue : strings.showValue}
    </button>`;
    return open
      ? html`<li class="secret">${this.#renderCopyButton(label, text, index)}${button}</li>`
      : html`<li class="secret">
          <span class="param masked" part="parameter"
            ><span class="name">${label}</span>${
              masked === MASK
                ? html`<span aria-hidden="true">${MASK}</span
                    ><span class="visually-hidden">${strings.maskedValue}</span>`
                : html`<span class="value">${cut(toVisibleText(masked))}</span>`
            }</span
          >${button}
        </li>`;
  }

  #renderCopyButton(label: string, text: string, index: number): TemplateResult {
    const { strings } = this.env;
    const key = String(index);
    const done = this.#copy.copied === key;
    const content = html`<span class="name">${label}</span>${
        text
          ? html`<span class="value">${cut(toVisibleText(text))}</span>`
          : html`<span class="muted">${strings.noValue}</span>`
      }`;
    // "Copied" covers the invisible text, so that the tag keeps its width.
    return html`<button
      class="param ${done ? "copied" : ""}"
      part="parameter"
      title=${strings.copyValue}
      @click=${() => this.#copyValue(key, label, text)}
    >
      ${
        done
          ? html`<span class="was">${content}</span
              ><span class="done">${renderIcon("check", { small: true })}${strings.copied}</span>`
          : content
      }
    </button>`;
  }

  async #copyValue(key: string, label: string, text: string): Promise<void> {
    if (!(await this.#copy.copy(key, text))) return;
    send(this, "announce", this.env.strings.copiedWhat(label));
  }

  #toggle(index: number): void {
    const shown = new Set(this.shown);
    if (!shown.delete(index)) shown.add(index);
    this.#copy.reset();
    this.shown = shown;
  }
}

function cut(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

registerElement("alv-event-parameters", EventParameters);

declare global {
  interface HTMLElementTagNameMap {
    "alv-event-parameters": EventParameters;
  }
}
