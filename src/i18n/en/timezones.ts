import type { TimezoneStrings } from "../strings/timezones.js";

export const timezones: TimezoneStrings = {
  findZone: "Find a city or time zone",
  commonZones: "Common",
  allZones: "All zones",
  zoneNow: "Now",
  localZone: "Local",
  utcOffset: (offset) => `UTC${offset}`,
  noZones: "No matching time zones.",
  announceZones: ({ number, text }) => (number === 1 ? "1 time zone" : `${text} time zones`),
};
