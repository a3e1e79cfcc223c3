import { toDay, type Day } from "../../../core/time/calendar-month.js";
import { createDateWords, type DateWords } from "../../../core/time/date-words.js";
import type { RangeFilter } from "../../../core/filters/filters.js";
import {
  createRangeTexts,
  readEditedRange,
  LAST_MINUTE,
  toRange,
  readDraft,
  type RangeField,
  type RangeTexts,
  type ReadDraft,
  type WallEnds,
} from "../../../core/time/range-draft.js";
import { resolveRange, findWeekStart, type RangeSetting } from "../../../core/time/time-range.js";
import type { ZonedCalendar } from "../../../core/time/zoned-calendar.js";
import type { Environment } from "../../shell/environment.js";

/** The range before the edits, and the setting in which the edits are read. */
export interface EditContext {
  readonly range: RangeFilter;
  /** The texts of the range before the edits. */
  readonly first: RangeTexts;
  readonly words: DateWords;
  readonly today: Day;
  readonly setting: RangeSetting;
  readonly temporal: ZonedCalendar;
}

/** What the user has edited. */
export interface RangeEdits {
  readonly texts: RangeTexts;
  /** The fields that the user has typed in. A typed time stays when the user picks another day. */
  readonly typed: ReadonlySet<RangeField>;
  /** Whether the user has picked a start and picks the end next. */
  readonly isPicking: boolean;
}

export const NO_EDITS: RangeEdits = {
  texts: { startDate: "", startTime: "", endDate: "", endTime: "" },
  typed: new Set(),
  isPicking: false,
};

/** Kept, because their formats are slow to create. */
let latest: { readonly locale: string; readonly words: DateWords } | undefined;

/** Creates the context of a range. A preset ends at the time of this call, however long the dialog is open. */
export function createEditContext(
  range: RangeFilter,
  { locale, times, now }: Environment,
  temporal: ZonedCalendar,
): EditContext {
  const setting = { now: now(), zone: times.zone, weekStart: findWeekStart(locale) };
  if (latest?.locale !== locale) latest = { locale, words: createDateWords(locale) };
  const { words } = latest;
  const today = toDay(temporal.wallTime(setting.now, setting.zone));
  return { range, first: createRangeTexts(range, setting, words, temporal), words, today, setting, temporal };
}

export function readEdits({ texts }: Pick<RangeEdits, "texts">, { words, today }: EditContext): ReadDraft {
  return readDraft(texts, words, today);
}

/** Picks the start, or the end if it is next and not before the start. */
export function pickDay(edits: RangeEdits, day: Day, context: EditContext): RangeEdits {
  const { texts, typed, isPicking } = edits;
  const { words } = context;
  const { startDay } = readEdits(edits, context);
  const isEnd = isPicking && startDay !== undefined && day >= startDay;
  const date = words.date(day);
  const time = (field: RangeField, whole: number) => (typed.has(field) ? texts[field] : words.time(whole));
  return {
    texts: {
      startDate: isEnd ? texts.startDate : date,
      startTime: isEnd ? texts.startTime : time("startTime", 0),
      endDate: date,
      endTime: time("endTime", LAST_MINUTE),
    },
    typed,
    isPicking: !isEnd,
  };
}

export function typeText(edits: RangeEdits, field: RangeField, text: string, context: EditContext): RangeEdits {
  const typed = new Set([...edits.typed, field]);
  return {
    texts: { ...edits.texts, ...completeDay(field, typed, context), [field]: text },
    typed,
    isPicking: false,
  };
}

/** A user who types a date means the whole day, and not the time of day at which "Last 24 Hours" starts or ends. */
function completeDay(
  field: RangeField,
  typed: ReadonlySet<RangeField>,
  { range, words }: EditContext,
): Partial<RangeTexts> {
  if (!("preset" in range)) return {};
  if (field === "startDate" && !typed.has("startTime")) return { startTime: words.time(0) };
  if (field === "endDate" && !typed.has("endTime")) return { endTime: words.time(LAST_MINUTE) };
  return {};
}

/** The texts on the screen: while the user picks the end, it is the day under the pointer or with the focus. */
export function previewTexts(edits: RangeEdits, pointed: Day | undefined, context: EditContext): RangeTexts {
  const { texts, isPicking } = edits;
  const { words, today } = context;
  if (!isPicking || pointed === undefined || pointed > today) return texts;
  return pointed > readEdits(edits, context).startDay! ? { ...texts, endDate: words.date(pointed) } : texts;
}

/** The range that the texts mean. */
export function readRange(
  ends: WallEnds,
  texts: RangeTexts,
  { range, first, setting, temporal }: EditContext,
): RangeFilter {
  // A range that cannot be read is shown as today, so today is what the user applies.
  const isReadable = typeof resolveRange(range, setting, temporal) !== "string";
  return isReadable ? readEditedRange(ends, texts, { range, texts: first }) : toRange(ends);
}

/** The range to apply; undefined if the texts are wrong or the range is empty. */
export function readChosenRange(edits: RangeEdits, context: EditContext): RangeFilter | undefined {
  const { ends } = readEdits(edits, context);
  if (!ends) return undefined;
  const range = readRange(ends, edits.texts, context);
  return typeof resolveRange(range, context.setting, context.temporal) === "string" ? undefined : range;
}
