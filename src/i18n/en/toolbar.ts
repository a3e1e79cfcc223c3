import type { ToolbarStrings } from "../strings/toolbar.js";

export const toolbar: ToolbarStrings = {
  toolbarLabel: "Results",
  recordsPerPage: "Records per page",
  perPage: "per page",
  allEvents: "All",
  inOneList: "in one list",
  timezone: "Timezone",
  timezoneIs: (zone) => `Timezone: ${zone}`,
  findZone: "Find a city or time zone",
  commonZones: "Common",
  allZones: "All zones",
  zoneNow: "Now",
  localZone: "Local",
  utcOffset: (offset) => `UTC${offset}`,
  noZones: "No matching time zones.",
  announceZones: ({ number, text }) => (number === 1 ? "1 time zone" : `${text} time zones`),
  exportEvents: "Export",
  timeline: "Timeline",
  help: "Help",
  partLoading: "Loading…",
  partFailed: "This part of the viewer could not be loaded.",
};
