import { formatEventCount } from "../../../i18n/en/count.js";
import type { Counted } from "../../../i18n/strings/results.js";
import type { TimelineStrings } from "./timeline-strings.js";

const records = ({ number, text }: Counted) => (number === 1 ? "1 record" : `${text} records`);

const list = (parts: readonly string[]) => parts.join(", ");

export const timeline: TimelineStrings = {
  timelineFold: "Fold the timeline",
  timelineUnfold: "Unfold the timeline",
  timelineBars: (width) => `Events in bars of ${width}`,
  timelineSpan: (from, until) => `${from} to ${until}`,
  timelineEvents: (count) => (count.number === 0 ? "no events" : formatEventCount(count)),
  timelinePart: ({ text }, name) => `${text} ${name.toLowerCase()}`,
  timelineList: list,
  timelineSentence: (when, facts) => `${when}: ${list(facts)}`,
  timelineNames: { "add-create": "Create", "modify-update": "Modify", "export-upload": "Export" },
  timelineOr: (one, other) => `${one} or ${other}`,
  timelineOther: "Other",

  timelineUnread: "Not searched yet",
  timelineUnreadBar: "not searched yet",
  timelinePartBar: "partly not searched",
  timelineCountedOnly: ({ text }) => `Counted, not shown: ${text}`,
  timelineMissing: "Could not be read",
  timelineUndated: (count) =>
    `${formatEventCount(count)} without a readable time ${count.number === 1 ? "is" : "are"} in no bar`,
  timelinePage: "This page",
  timelineScale: (width, tallest) => `Bar: ${width}, tallest ${tallest}`,
  timelineCounting: "Counting events",
  timelineSearched: (count) => `Searched the whole range, ${records(count)}`,
  timelineSearchedBack: (when, count) => `Searched back to ${when}, ${records(count)}`,
  timelineAhead: "includes records read ahead for the next page",
  timelineMost: (events, when) => `${events}, most on ${when}`,

  timelineSelected: "Selected time",
  timelineStart: "Start of the selection",
  timelineEnd: "End of the selection",
  timelineZoom: "Zoom to selection",
  timelineClear: "Clear selection",
  timelineClearShort: "Clear",
  timelineBack: "Back",

  timelineTable: (width) => `Events by time in steps of ${width}, without steps that have none`,
  timelineTime: "Time",
  timelineTotal: "Events",
};
