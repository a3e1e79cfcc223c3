import type { BreakdownField, ValueCount } from "../../../core/event-counts.js";
import { isSystem } from "../../../core/people.js";
import { toShownText } from "../../../core/text/shown-text.js";
import { trim } from "../../../core/text/text.js";
import { formatCount } from "../../../i18n/numbers.js";
import { findActionWord } from "../../../views/values/action-badge.js";
import type { Environment } from "../../../views/shell/environment.js";

type Known = Pick<Environment, "strings" | "taxonomy" | "locale">;

/** The word of a value, as it is on the screen. */
export function valueWord(field: BreakdownField, { text }: ValueCount, known: Known): string {
  if (trim(text) === "") return known.strings.breakdownNotGiven;
  if (field === "action") return findActionWord(text, known);
  if (field === "object") return toShownText(known.taxonomy.object(text).label);
  return isUserField(field) && isSystem(text) ? known.strings.system : toShownText(text);
}

/** The domain of a user; else `""`. */
export function valueNote(field: BreakdownField, { text, domain }: ValueCount): string {
  return isUserField(field) && trim(text) !== "" ? toShownText(domain) : "";
}

/** The name of a value: "Login, 402 events", or "2104, northgate-dental.example, 96 events". */
export function valueName(field: BreakdownField, value: ValueCount, known: Known): string {
  const events = formatCount(value.count, known.locale);
  const word = known.strings.breakdownValue(valueWord(field, value, known), events);
  const note = valueNote(field, value);
  return note === "" ? word : known.strings.breakdownValue(`${valueWord(field, value, known)}, ${note}`, events);
}

/** Whether records may have another text than the screen: such fields are searched by their words. */
export const hasWords = (field: BreakdownField): boolean => field === "action" || field === "object";

const isUserField = (field: BreakdownField): boolean => field === "byUser" || field === "affectedUser";
