import { readFailure } from "./sign-in-failure.js";
import type { BadgeColor, Classified } from "./taxonomy.js";

/** The color of an action: that of its item, or the alarm color for a login that failed because of a bad password. */
export function findBadgeColor(action: string, shown: Classified): BadgeColor {
  const { alarm } = shown.item ?? {};
  return alarm && readFailure(action, shown).badPassword ? alarm.color : shown.color;
}
