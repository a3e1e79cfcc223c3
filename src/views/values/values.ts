import { html, type TemplateResult } from "lit";
import type { AuditEvent } from "../../core/audit-event.js";
import { isSystem } from "../../core/people.js";
import { trim } from "../../core/text/text.js";
import type { TimeFormatter } from "../../core/time/time-format.js";
import { shownText } from "../../core/text/shown-text.js";
import type { Strings } from "../../i18n/strings.js";
import { icon } from "../../ui/icons.js";
import { nameText } from "./name-text.js";
import { RESULT_ICONS } from "./result-icons.js";

/** A muted "-" for a missing value. */
export function noValue(strings: Strings): TemplateResult {
  return html`<span class="muted">${strings.noValue}</span>`;
}

/** A muted "System" with a gear, for an automated process. */
function systemMark(strings: Strings): TemplateResult {
  return html`<span class="system">${icon(RESULT_ICONS.gear, { small: true })}${strings.system}</span>`;
}

/** A domain, address or host: left to right in every language, with the whole text as the tooltip. */
export function textValue(text: string, strings: Strings, shown = shownText): TemplateResult {
  if (trim(text) === "") return noValue(strings);
  // The tooltip is the exact text, because rows are copied from it.
  return html`<span class="ltr" title=${shownText(text)}>${nameText(shown(text), strings)}</span>`;
}

/** A user name, or the mark of the system. */
export function userValue(user: string, strings: Strings): TemplateResult {
  return isSystem(user) ? systemMark(strings) : textValue(user, strings);
}

/** Shortens a long address in its middle, `2001:db8:4c…9a:61b4`, because the ends distinguish addresses. */
export function shortAddress(address: string): string {
  const characters = Array.from(shownText(address));
  return characters.length > 19
    ? `${characters.slice(0, 11).join("")}…${characters.slice(-7).join("")}`
    : characters.join("");
}

/** The date and time of a row. A timestamp that cannot be read is shown as it is in the record. */
export function rowTime(event: AuditEvent, times: TimeFormatter): { date: string; time: string } {
  return event.time === null ? { date: "", time: shownText(event.timeText) } : times.cell(event.time);
}
