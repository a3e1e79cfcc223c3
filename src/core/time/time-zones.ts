import { contains, fold } from "../text/text.js";

/** What people look for first, after their own zone. Most are links, which no list of the browser's has. */
export const COMMON_ZONES: readonly string[] = ["UTC", "US/Eastern", "US/Central", "US/Mountain", "US/Pacific"];

/** Cities that some browsers still list by an older name only. */
const NEW_NAMES: Readonly<Record<string, string>> = {
  "America/Godthab": "Nuuk",
  "Asia/Calcutta": "Kolkata",
  "Asia/Katmandu": "Kathmandu",
  "Asia/Rangoon": "Yangon",
  "Asia/Saigon": "Ho Chi Minh",
  "Atlantic/Faeroe": "Faroe",
  "Europe/Kiev": "Kyiv",
  "Pacific/Ponape": "Pohnpei",
  "Pacific/Truk": "Chuuk",
};

/** Every zone that this browser lists, sorted; none where it has no list. */
export function listedZones(): string[] {
  const { supportedValuesOf } = Intl as Partial<typeof Intl>;
  return supportedValuesOf ? [...supportedValuesOf("timeZone")].sort() : [];
}

/** Minutes east of UTC at an instant (milliseconds since 1970-01-01T00:00Z). */
export function offsetOf(zone: string, instant: number): number {
  const text = new Intl.DateTimeFormat("en", { timeZone: zone, timeZoneName: "longOffset" }).format(instant);
  const [, sign, hours, minutes] = /GMT([+\-\u2212])(\d+):(\d+)/.exec(text) ?? [];
  const size = Number(hours ?? 0) * 60 + Number(minutes ?? 0);
  return sign === "+" ? size : -size || 0;
}

/** "−5", "+5:30", "+0". */
export function offsetText(minutes: number): string {
  const size = Math.abs(minutes);
  const rest = size % 60;
  return `${minutes < 0 ? "\u2212" : "+"}${Math.floor(size / 60)}${rest === 0 ? "" : `:${String(rest).padStart(2, "0")}`}`;
}

/** Whether what somebody types is anywhere in the name of the zone, its city, or what is shown beside it. */
export function isZoneMatch(zone: string, shown: string, typed: string): boolean {
  return contains(searched(`${zone} ${NEW_NAMES[zone] ?? ""} ${shown}`), searched(typed));
}

/** A minus is typed as a hyphen, an underscore as a space. */
const searched = (text: string): string => fold(text.replace(/_/g, " ").replace(/\u2212/g, "-"));
