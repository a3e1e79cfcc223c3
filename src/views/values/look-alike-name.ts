import { html, type TemplateResult } from "lit";
import { splitLookAlikes } from "../../core/text/look-alikes.js";
import type { Strings } from "../../i18n/strings.js";

/**
 * Renders a name with letters underlined that may be taken for Latin ones; returns the name if it has none. What they are is in
 * their tooltip, and for screen readers behind the name: as generated content, which is not copied.
 */
export function renderLookAlikes(shown: string, { lookAlikes }: Pick<Strings, "lookAlikes">): string | TemplateResult {
  const pieces = splitLookAlikes(shown);
  const scripts = [...new Set(pieces.map(({ script }) => script))];
  const hint = scripts
    .map((script) => (script ? lookAlikes[script] : ""))
    .filter(Boolean)
    .join(" · ");
  if (hint === "") return shown;
  return html`${pieces.map(({ text, script }) => (script ? html`<u title=${lookAlikes[script]}>${text}</u>` : text))}<span
      class="visually-hidden hint"
      data-hint=${hint}
    ></span>`;
}
