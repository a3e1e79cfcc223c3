import { html, type TemplateResult } from "lit";
import type { AuditEvent } from "../../core/audit-event.js";
import { isSystem } from "../../core/people.js";
import { trim } from "../../core/text/text.js";
import type { TimeFormatter } from "../../core/time/time-format.js";
import { shownText } from "../../core/text/shown-text.js";
import type { Strings } from "../../i18n/strings.js";
import { icon } from "../../ui/icons.js";

/** A muted "-" for a value that the record does not have. */
export function noValue(strings: Strings): TemplateResult {
  return html`<span class="muted">${strings.noValue}</span>`;
}

/** "System" with a gear, muted: an automated process, no person. */
function systemMark(strings: Strings): TemplateResult {
  return html`<span class="system">${icon("gear", { small: true })}${strings.system}</span>`;
}

/** A domain, address or host: left to right in every language, with all of it in the title. */
export function textValue(text: string, strings: Strings, shown = shownText): TemplateResult {
  if (trim(text) === "") return noValue(strings);
  return html`<span class="ltr" title=${shownText(text)}>${shown(text)}</span>`;
}

/** A user, or the system. */
export function userValue(user: string, strings: Strings): TemplateResult {
  return isSystem(user) ? systemMark(strings) : textValue(user, strings);
}

/** An address too long for its column loses its middle: `2001:db8:4c…9a:61b4`. The ends tell addresses apart. */
export function shortAddress(address: string): string {
  const characters = Array.from(shownText(address));
  return characters.length > 19
    ? `${characters.slice(0, 11).join("")}…${characters.slice(-7).join("")}`
    : characters.join("");
}

/** Date and time of a row; a timestamp that cannot be read stands as it came. */
export function rowTime(event: AuditEvent, times: TimeFormatter): { date: string; time: string } {
  return event.time === null ? { date: "", time: shownText(event.timeText) } : times.cell(event.time);
}
