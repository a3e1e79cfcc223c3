import { html, type TemplateResult } from "lit";
import { findBadgeColor } from "../../core/taxonomy/badge-color.js";
import { readFailure } from "../../core/taxonomy/sign-in-failure.js";
import type { BadgeColor } from "../../core/taxonomy/taxonomy.js";
import { toShownText } from "../../core/text/shown-text.js";
import type { Environment } from "../shell/environment.js";
import { renderIcon, type Icon, type IconName } from "../../ui/icons.js";
import { RESULT_ICONS } from "./result-icons.js";

/** The glyph shows the meaning without the color. */
const GLYPHS: Readonly<Record<string, IconName | Icon>> = {
  login: RESULT_ICONS.signIn,
  logout: RESULT_ICONS.signOut,
  "add-create": RESULT_ICONS.plus,
  delete: "close",
  "modify-update": RESULT_ICONS.pencil,
  "export-upload": RESULT_ICONS.up,
  import: RESULT_ICONS.down,
  load: RESULT_ICONS.dot,
  activate: RESULT_ICONS.power,
  restart: "refresh",
  validate: "check",
  "google-authenticator": RESULT_ICONS.key,
  "security-warning": "shield",
};

type Known = Pick<Environment, "strings" | "taxonomy">;

/**
 * The word for an action: its label in the taxonomy, or "Login failed" for a failed sign-in; an unknown action is its own word.
 *
 * @param action the record's spelling; without one the word is `""`
 */
export function findActionWord(action: string, { strings, taxonomy }: Known): string {
  const shown = taxonomy.action(action);
  const isFailedLogin = shown.item?.id === "login" && readFailure(action, shown).failed;
  return isFailedLogin ? strings.loginFailed : toShownText(shown.label);
}

/** The word for an action with the reason of a failure: "Login failed: unknown user". */
export function describeAction(action: string, known: Known): string {
  const { failure } = readFailure(action, known.taxonomy.action(action));
  const isKnown = failure !== undefined && failure !== "other";
  return (isKnown && known.strings.failedLogin(failure)) || findActionWord(action, known);
}

/**
 * A tinted pill with a glyph and a word. Delete and a login with a bad password are both red, so their glyphs differ most.
 *
 * @param action the record's spelling; an unknown action is neutral
 */
export function renderActionBadge(action: string, known: Known, large = false): TemplateResult {
  const word = findActionWord(action, known);
  if (!word) return html`<span class="muted">${known.strings.noValue}</span>`;
  const { glyph, color } = findActionMark(action, known);
  return html`<span class="badge is-${color}${large ? " badge-lg" : ""}" part="badge"
    >${renderIcon(glyph, { small: true })}<span class="clip" title=${describeAction(action, known)}>${word}</span></span
  >`;
}

/** The glyph of an action, 12 px, in its color, without its word. */
export function renderActionGlyph(action: string, known: Known): TemplateResult {
  const { glyph, color } = findActionMark(action, known);
  return html`<span class="glyph is-${color}">${renderIcon(glyph, { small: true })}</span>`;
}

function findActionMark(action: string, { taxonomy }: Known): { glyph: IconName | Icon; color: BadgeColor } {
  const shown = taxonomy.action(action);
  const isAlert = shown.alarm || (shown.item?.id === "login" && readFailure(action, shown).failed);
  const glyph = isAlert ? "alert" : (GLYPHS[shown.item?.id ?? ""] ?? RESULT_ICONS.dot);
  return { glyph, color: findBadgeColor(action, shown) };
}
