import { html, nothing, type TemplateResult } from "lit";
import { guard } from "lit/directives/guard.js";
import { ifDefined } from "lit/directives/if-defined.js";
import { toFirstDay, toMonth, listWeeks, type Day, type Month } from "../../../core/time/calendar-month.js";
import type { DateWords } from "../../../core/time/date-words.js";
import type { Strings } from "../../../i18n/strings.js";
import { renderIcon } from "../../../ui/icons.js";

/** What all months of the dialog share. */
export interface MonthView {
  readonly words: DateWords;
  readonly strings: Strings;
  /** 1 is Monday, 7 is Sunday. */
  readonly weekStart: number;
  readonly today: Day;
  /** The one day that Tab reaches. */
  readonly active: Day;
  readonly start: Day | undefined;
  readonly end: Day | undefined;
  /** Whether the end is not chosen yet, but is the day under the pointer or with the focus. */
  readonly isPreview: boolean;
}

/** A button that turns the months. */
interface Turn {
  readonly by: 1 | -1;
  readonly possible: boolean;
  readonly act: () => void;
}

/**
 * Renders the months. The first one has the button for the previous months, the last one the button for the next months.
 *
 * @param turn turns the months by one
 */
export function renderMonths(
  months: readonly [Month, ...Month[]],
  view: MonthView,
  turn: (by: 1 | -1) => void,
): TemplateResult[] {
  const last = months[months.length - 1];
  const back: Turn = { by: -1, possible: toFirstDay(months[0]) > 0, act: () => turn(-1) };
  const on: Turn = { by: 1, possible: last! < toMonth(view.today), act: () => turn(1) };
  return months.map((month, at) =>
    renderMonth(month, view, [...(at === 0 ? [back] : []), ...(month === last ? [on] : [])]),
  );
}

/** @param turns the buttons beside the heading */
function renderMonth(month: Month, view: MonthView, turns: readonly Turn[]): TemplateResult {
  const { words, weekStart } = view;
  const heading = `month-${month % 2}`;
  return html`<div>
    <div class="month-head">
      ${turns.map((turn) => (turn.by < 0 ? renderTurn(turn, view) : nothing))}
      <h2 id=${heading} aria-live="polite">${words.month(month)}</h2>
      ${turns.map((turn) => (turn.by > 0 ? renderTurn(turn, view) : nothing))}
    </div>
    <table role="grid" class="num" aria-labelledby=${heading}>
      <thead>
        <tr>
          ${words
            .weekdays(weekStart)
            .map(({ letter, name }) => html`<th role="columnheader" scope="col" aria-label=${name}>${letter}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${listWeeks(month, weekStart).map(
          (week) =>
            html`<tr>
              ${week.map((day) => renderCell(day, view))}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

function renderTurn({ by, possible, act }: Turn, { strings }: MonthView): TemplateResult {
  return html`<button
    type="button"
    class="button button-plain button-sm button-icon"
    aria-label=${by < 0 ? strings.previousMonth : strings.nextMonth}
    aria-disabled=${ifDefined(possible ? undefined : "true")}
    @click=${possible ? act : nothing}
  >
    ${renderIcon(by < 0 ? "chevron-left" : "chevron-right")}
  </button>`;
}

/** Renders a cell, again only if it changes: most inputs change few of them. */
function renderCell(day: Day | undefined, view: MonthView): unknown {
  const { words, strings, active } = view;
  const classes = day === undefined ? "" : listClasses(day, view);
  return guard([day, classes, day === active, words, strings], () =>
    day === undefined ? html`<td></td>` : renderDay(day, classes, view),
  );
}

function renderDay(day: Day, classes: string, view: MonthView): TemplateResult {
  const { words, strings, today, active, start, end } = view;
  const isIn = isInRange(day, start, end);
  const state = day === start ? (day === end ? "both" : "start") : day === end ? "end" : isIn ? "in" : undefined;
  return html`<td
    role="gridcell"
    class=${classes}
    tabindex=${day === active ? 0 : -1}
    data-day=${day}
    aria-label=${state ? `${words.full(day)}, ${strings.dayStates[state]}` : words.full(day)}
    aria-selected=${isIn}
    aria-current=${ifDefined(day === today ? "date" : undefined)}
    aria-disabled=${ifDefined(day > today ? "true" : undefined)}
  >
    ${words.number(day)}
  </td>`;
}

function isInRange(day: Day, start: Day | undefined, end: Day | undefined): boolean {
  return start !== undefined && end !== undefined && day >= start && day <= end;
}

function listClasses(day: Day, { today, start, end, isPreview }: MonthView): string {
  const isIn = isInRange(day, start, end);
  const isStart = day === start;
  return [
    "day",
    isIn && "in",
    isStart && "start",
    day === end && (isPreview && !isStart ? "next-end" : "end"),
    isIn && isPreview && !isStart && "preview",
    day === today && "today",
    day > today && "future",
  ]
    .filter(Boolean)
    .join(" ");
}

/** The day of the cell that contains the target of an event. */
export function findDay(target: EventTarget | null): Day | undefined {
  const day = (target as Element).closest<HTMLElement>("[data-day]")?.dataset["day"];
  return day === undefined ? undefined : Number(day);
}
