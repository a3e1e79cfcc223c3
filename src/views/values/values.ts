import { html, type TemplateResult } from "lit";
import type { AuditEvent } from "../../core/audit-event.js";
import { isSystem } from "../../core/people.js";
import { trim } from "../../core/text/text.js";
import type { TimeFormatter } from "../../core/time/time-format.js";
import { toShownText } from "../../core/text/shown-text.js";
import type { Strings } from "../../i18n/strings.js";
import { renderIcon } from "../../ui/icons.js";
import { renderName } from "./name-text.js";
import { RESULT_ICONS } from "./result-icons.js";

/** A muted "-" for a missing value. */
export function renderNoValue(strings: Strings): TemplateResult {
  return html`<span class="muted">${strings.noValue}</span>`;
}

/** A muted "System" with a gear, for an automated process. */
function renderSystem(strings: Strings): TemplateResult {
  return html`<span class="system">${renderIcon(RESULT_ICONS.gear, { small: true })}${strings.system}</span>`;
}

/** A domain, address or host: left to right in every language, with the whole text as the tooltip. */
export function renderText(text: string, strings: Strings, shown = toShownText): TemplateResult {
  if (trim(text) === "") return renderNoValue(strings);
  // The tooltip is the exact text, because rows are copied from it.
  return html`<span class="ltr" title=${toShownText(text)}>${renderName(shown(text), strings)}</span>`;
}

/** A user name, or the mark of the system. */
export function renderUser(user: string, strings: Strings): TemplateResult {
  return isSystem(user) ? renderSystem(strings) : renderText(user, strings);
}

/** Shortens a long address in its middle, `2001:db8:4c…9a:61b4`, because the ends distinguish addresses. */
export function shortenAddress(address: string): string {
  const characters = Array.from(toShownText(address));
  return characters.length > 19
    ? `${characters.slice(0, 11).join("")}…${characters.slice(-7).join("")}`
    : characters.join("");
}

type RowTime = Readonly<Record<"date" | "time", string>>;

/** A row needs its time for its width, its button and its cell, and `Intl` is slow. */
const ROW_TIMES = new WeakMap<AuditEvent, { readonly times: TimeFormatter; readonly shown: RowTime }>();

/** The date and time of a row. A timestamp that cannot be read is shown as it is in the record. */
export function formatRowTime(event: AuditEvent, times: TimeFormatter): RowTime {
  const kept = ROW_TIMES.get(event);
  if (kept?.times === times) return kept.shown;
  const shown = event.time === null ? { date: "", time: toShownText(event.timeText) } : times.cell(event.time);
  ROW_TIMES.set(event, { times, shown });
  return shown;
}
