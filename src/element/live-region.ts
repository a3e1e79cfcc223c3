import { html, type TemplateResult } from "lit";
import { keyed } from "lit/directives/keyed.js";
import { announcementOf } from "./announcements.js";
import type { Environment } from "../views/shell/environment.js";
import type { LogState } from "../search/log-state.js";

/** The one live region: what changes on the screen is said once. */
export class LiveRegion {
  /** What is said last; another object for each time, since the same words may have to be said again. */
  #said = { text: "" };
  #seen: LogState | undefined;

  say(text: string): void {
    this.#said = { text };
  }

  follow(now: LogState, env: Environment): void {
    if (now === this.#seen) return;
    const text = announcementOf(now, this.#seen, env);
    if (text !== undefined) this.say(text);
    this.#seen = now;
  }

  render(lang: string): TemplateResult {
    // A text node of its own for each time: the same words in the same node would not be said again.
    const said = keyed(this.#said, this.#said.text);
    return html`<div class="visually-hidden" role="status" lang=${lang} aria-live="polite">${said}</div>`;
  }
}
