import { html, type TemplateResult } from "lit";
import type { Classified } from "../domain/taxonomy.js";
import { visibleText } from "../domain/visible-text.js";
import type { Strings } from "../i18n/strings.js";
import { icon, type IconName } from "./icons.js";

/** The glyph carries the meaning without colour. */
const GLYPHS: Readonly<Record<string, IconName>> = {
  login: "sign-in",
  logout: "sign-out",
  "add-create": "plus",
  delete: "close",
  "modify-update": "pencil",
  "export-upload": "up",
  import: "down",
  load: "dot",
  activate: "power",
  restart: "refresh",
  validate: "check",
  "google-authenticator": "key",
  "security-warning": "shield",
};

/** An action's word: as the taxonomy calls it, "Login failed" for a bad password, else as it came; `""` for none. */
export function actionWord({ item, alarm, label }: Classified, strings: Strings): string {
  return alarm && item?.id === "login" ? strings.loginFailed : visibleText(label);
}

/**
 * A tinted pill with glyph and word. Red is shared by Delete and the failed login, so their glyphs differ most.
 *
 * @param action an action, classified; one that the taxonomy does not know is shown as it came, neutral
 */
export function actionBadge(action: Classified, strings: Strings, large = false): TemplateResult {
  const word = actionWord(action, strings);
  if (!word) return html`<span class="muted">${strings.noValue}</span>`;
  const glyph = action.alarm ? "alert" : (GLYPHS[action.item?.id ?? ""] ?? "dot");
  return html`<span class="badge is-${action.color}${large ? " badge-lg" : ""}" part="badge"
    >${icon(glyph, { small: true })}<span class="clip" title=${word}>${word}</span></span
  >`;
}
