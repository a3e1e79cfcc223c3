import { contains, fold } from "../text/text.js";

/** The zones that people use most, besides their own. Most of them are aliases, which browsers do not list. */
export const COMMON_ZONES: readonly string[] = ["UTC", "US/Eastern", "US/Central", "US/Mountain", "US/Pacific"];

/** Cities that some browsers list only by an older name. */
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

/** All zones that the browser lists, sorted; empty if it has no list. */
export function listBrowserZones(): string[] {
  const { supportedValuesOf } = Intl as Partial<typeof Intl>;
  return supportedValuesOf ? [...supportedValuesOf("timeZone")].sort() : [];
}

/** The offset of a zone in minutes east of UTC. @param instant milliseconds since 1970-01-01T00:00Z */
export function findOffset(zone: string, instant: number): number {
  const text = new Intl.DateTimeFormat("en", { timeZone: zone, timeZoneName: "longOffset" }).format(instant);
  const [, sign, hours, minutes] = /GMT([+\-\u2212])(\d+):(\d+)/.exec(text) ?? [];
  const size = Number(hours ?? 0) * 60 + Number(minutes ?? 0);
  return sign === "+" ? size : -size || 0;
}

/** Formats an offset: "−5", "+5:30", "+0". */
export function formatOffset(minutes: number): string {
  const size = Math.abs(minutes);
  const rest = size % 60;
  return `${minutes < 0 ? "\u2212" : "+"}${Math.floor(size / 60)}${rest === 0 ? "" : `:${String(rest).padStart(2, "0")}`}`;
}

/** Whether the typed text is in the name of the zone, the new name of its city, or the text shown with it. */
export function isZoneMatch(zone: string, shown: string, typed: string): boolean {
  return contains(normalize(`${zone} ${NEW_NAMES[zone] ?? ""} ${shown}`), normalize(typed));
}

/** People type a hyphen for a minus sign and a space for an underscore. */
const normalize = (text: string): string => fold(text.replace(/_/g, " ").replace(/\u2212/g, "-"));
