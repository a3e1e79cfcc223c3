import { html, type TemplateResult } from "lit";
import { keyed } from "lit/directives/keyed.js";
import { describeChange } from "./announcements.js";
import type { Environment } from "../views/shell/environment.js";
import type { LogState } from "../search/log-state.js";

/** The only live region of the viewer. It announces each change on the screen once. */
export class LiveRegion {
  /** A new object for each announcement, because the same text may be announced twice. */
  #said = { text: "" };
  #seen: LogState | undefined;

  say(text: string): void {
    this.#said = { text };
  }

  follow(now: LogState, env: Environment): void {
    if (now === this.#seen) return;
    const text = describeChange(now, this.#seen, env);
    if (text !== undefined) this.say(text);
    this.#seen = now;
  }

  render(lang: string): TemplateResult {
    // A new text node for each announcement: a screen reader does not read the same text in the same node again.
    const said = keyed(this.#said, this.#said.text);
    return html`<div class="visually-hidden" role="status" lang=${lang} aria-live="polite">${said}</div>`;
  }
}
