import type { ToolbarStrings } from "../strings/toolbar.js";

export const toolbar: ToolbarStrings = {
  toolbarLabel: "Results",
  recordsPerPage: "Records per page",
  perPage: "per page",
  timezone: "Timezone",
  timezoneIs: (zone) => `Timezone: ${zone}`,
  findZone: "Find a city or zone",
  commonZones: "Common",
  allZones: "All zones",
  zoneNow: "Now",
  localZone: "Local",
  utcOffset: (offset) => `UTC${offset}`,
  noZones: "No zone has this name or offset.",
  announceZones: ({ number, text }) => (number === 1 ? "1 timezone" : `${text} timezones`),
  help: "Help",
  partLoading: "Loading…",
  partFailed: "This list could not be loaded.",
};
