import type { ToolbarStrings } from "../strings/toolbar.js";

export const toolbar: ToolbarStrings = {
  recordsPerPage: "Records per page",
  perPage: "per page",
  allEvents: "All",
  inOneList: "in one list",
  timezone: "Timezone",
  timezoneIs: (zone) => `Timezone: ${zone}`,
  exportEvents: "Export",
  timeline: "Timeline",
  breakdown: "Breakdown",
  help: "Help",
  partLoading: "Loading…",
  partFailed: "This part of the viewer could not be loaded.",
};
