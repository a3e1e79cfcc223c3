import type { Counted } from "../../../i18n/strings/results.js";

/** The timeline. */
export interface TimelineStrings {
  readonly timelineFold: string;
  readonly timelineUnfold: string;
  /** Names the list of bars: "Events in bars of 2 hours". @param width "2 hours" */
  timelineBars(width: string): string;
  /** From the start of a bar to its end, for the eye and for a sentence: "Nov 20, 10 AM to 12 PM". */
  timelineSpan(from: string, until: string): string;
  /** "27 events". */
  timelineEvents(count: Counted): string;
  /** A part of a bar in a sentence: "11 login". @param name the name of an action, with a capital letter */
  timelinePart(count: Counted, name: string): string;
  timelineList(parts: readonly string[]): string;
  /** Names a bar: "Nov 20, 10 AM to 12 PM: 27 events, 11 login, 6 modify, 10 other". */
  timelineSentence(when: string, facts: readonly string[]): string;
  /** The names of actions whose label has two words, by their id in the taxonomy. */
  readonly timelineNames: Readonly<Record<string, string>>;
  /** Two actions with the same color. */
  timelineOr(one: string, other: string): string;
  /** All actions without a color of their own. */
  readonly timelineOther: string;

  readonly timelineUnread: string;
  /** For a sentence: "not searched yet", "partly not searched". */
  readonly timelineUnreadBar: string;
  readonly timelinePartBar: string;
  /** These events were counted, but are not among the rows. */
  timelineCountedOnly(count: Counted): string;
  readonly timelineMissing: string;
  /** The events without a readable time, which are in no bar. */
  timelineUndated(count: Counted): string;
  /** Marks the time of the events on the page. */
  readonly timelinePage: string;
  /** The width of a bar, and the count of the tallest. */
  timelineScale(width: string, tallest: string): string;
  readonly timelineCounting: string;
  timelineSearched(records: Counted): string;
  timelineSearchedBack(when: string, records: Counted): string;
  /** Said if the rows do not have these records yet, so that the line below them names another time. */
  readonly timelineAhead: string;
  /** On the folded line. @param when the time of the tallest bar */
  timelineMost(events: string, when: string): string;

  readonly timelineSelected: string;
  readonly timelineStart: string;
  readonly timelineEnd: string;
  readonly timelineZoom: string;
  readonly timelineClear: string;
  /** The word for `timelineClear` beside the selected time. */
  readonly timelineClearShort: string;
  /** Searches the range before the zoom again. */
  readonly timelineBack: string;

  /** The table of the same numbers. */
  timelineTable(width: string): string;
  readonly timelineTime: string;
  readonly timelineTotal: string;
}
