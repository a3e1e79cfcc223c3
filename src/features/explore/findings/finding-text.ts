import { html, type TemplateResult } from "lit";
import type { Finding } from "../../../core/findings.js";
import { toShownText } from "../../../core/text/shown-text.js";
import { formatCount, getNumberFormat } from "../../../i18n/numbers.js";
import type { Environment } from "../../../views/shell/environment.js";
import { renderName } from "../../../views/values/name-text.js";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Stands for a name in a sentence. Its number is the place in the list of names. */
const PLACE = /\u0001(\d)\u0001/;

/** The sentence of a finding, with each name isolated: a right-to-left name does not reorder the words around it. */
export function findingText(finding: Finding, env: Environment): TemplateResult {
  const names: string[] = [];
  const text = createSentence(finding, env, (name) => `\u0001${names.push(toShownText(name)) - 1}\u0001`);
  const parts = text.split(PLACE);
  return html`${parts.map((part, at) =>
    at % 2 === 0 ? part : html`<bdi>${renderName(names[Number(part)] ?? "", env.strings)}</bdi>`,
  )}`;
}

function createSentence(finding: Finding, { strings, locale }: Environment, put: (name: string) => string): string {
  const number = (value: number) => formatCount(value, locale);
  const { user, domain } = finding;
  const who = put(domain === "" ? user : `${user}@${domain}`);
  const count = number(finding.count);
  switch (finding.kind) {
    case "bad-passwords":
      return strings.findingBadPasswords(who, count, finding.after);
    case "new-address":
      return strings.findingNewAddress(who, put(finding.value), number(finding.earlier), number(finding.others));
    case "new-client":
      return strings.findingNewClient(who, put(finding.value), number(finding.earlier), number(finding.others));
    case "many-deletes": {
      const minutes = Math.max(1, Math.ceil((finding.last - finding.first) / MINUTE));
      return strings.findingManyDeletes(who, count, number(minutes));
    }
    case "unusual-hours": {
      const hour = hourFormat(locale);
      const [from, until] = [hour(finding.usualFrom), hour(finding.usualUntil)];
      return strings.findingUnusualHours(who, count, number(finding.days), from, until);
    }
    case "outside-change": {
      const customer = put(finding.customer);
      return strings.findingOutsideChange(who, count, customer, number(finding.all), number(finding.inside));
    }
  }
}

/** Writes an hour of the clock, from 0 to 24: "8 AM". */
function hourFormat(locale: string): (hour: number) => string {
  try {
    const format = new Intl.DateTimeFormat(locale, { hour: "numeric", timeZone: "UTC" });
    return (hour) => format.format(hour * HOUR);
  } catch {
    // The page has broken `Intl`.
    return (hour) => `${getNumberFormat(locale).format(hour)}:00`;
  }
}

/** When it was: one time, or from the first event to the last. */
export function findingTime({ first, last }: Finding, { strings, times }: Environment): string {
  const [from, until] = [times.dayAndTime(first), times.dayAndTime(last)];
  return from === until ? from : strings.customRange(from, until);
}
