import { html, type PropertyValues, type TemplateResult } from "lit";
import { reactive } from "../../../ui/reactive.js";
import type { RangeFilter } from "../../../core/filters/filters.js";
import type { Day } from "../../../core/time/calendar-month.js";
import type { RangeField, ReadDraft } from "../../../core/time/range-draft.js";
import { loadTemporal } from "../../../core/time/temporal.js";
import type { ZonedCalendar } from "../../../core/time/zoned-calendar.js";
import { dateRange } from "../../../i18n/en/date-range.js";
import { MediaQuery } from "../../../ui/media-query.js";
import { registerElement } from "../../../ui/register-element.js";
import { shared } from "../../../ui/styles/shared.js";
import { ViewElement } from "../../shell/view-element.js";
import "../../toolbar/timezone-select.js";
import {
  findDayForKey,
  keepActiveVisible,
  moveToDay,
  createPosition,
  turnMonths,
  listVisibleMonths,
  type CalendarFrame,
  type CalendarPosition,
} from "./calendar-position.js";
import { findDay, renderMonths, type MonthView } from "./month-grid.js";
import {
  readChosenRange,
  createEditContext,
  NO_EDITS,
  pickDay,
  previewTexts,
  readEdits,
  typeText,
  type EditContext,
} from "./range-edits.js";
import { rangeEditorStyles } from "./range-editor.styles.js";
import { renderRangeEnd, type FieldsView } from "./range-fields.js";
import { TextsReader } from "./texts-reader.js";

let temporal: ZonedCalendar;

/** Loads the calendar, which the editor needs before it is rendered. */
export async function loadCalendar(): Promise<void> {
  temporal = await loadTemporal();
}

/** The dates of a range, which the user types or picks in two months. Nothing is chosen before `Apply`. */
export class RangeEditor extends ViewElement {
  static override properties = {
    range: {
      attribute: false,
      hasChanged: (one: unknown, other: unknown) => JSON.stringify(one) !== JSON.stringify(other),
    },
    choose: reactive,
    cancel: reactive,
    begin: reactive,
    edits: reactive,
    position: reactive,
    complains: reactive,
  };
  static override styles = [shared, rangeEditorStyles];

  /** A copy with the same ends is no change, so that it does not undo edits. */
  range!: RangeFilter;
  /** Called with the range that the user applies. */
  choose!: (range: RangeFilter) => void;
  /** Called when the user cancels. */
  cancel!: () => void;
  /** Called when the user starts to choose other dates. */
  begin: () => void = () => undefined;

  private edits = NO_EDITS;
  private position!: CalendarPosition;
  /** The day under the pointer or with the focus. */
  #pointed: Day | undefined;
  /** Which problems are shown: those of the fields after the user leaves one, a wrong order after Apply. */
  private complains: "no" | "fields" | "all" = "no";

  #context!: EditContext;
  readonly #reader = new TextsReader();
  #locale = "";
  readonly #narrow = new MediaQuery(this, "(max-width: 719px)", () => {
    this.position = keepActiveVisible(this.position, this.#frame);
  });

  override focus(): void {
    this.#focus("input");
  }

  override willUpdate(changed: PropertyValues): void {
    const { locale, times } = this.env;
    const isSameSetting = this.#locale === locale && this.#context.setting.zone === times.zone;
    if (!changed.has("range") && isSameSetting) return;
    // After a change of the zone, the edited dates are dates of the new zone.
    const keepsEdits = !changed.has("range") && this.#locale === locale && this.edits.texts !== this.#context.first;
    this.#context = createEditContext(this.range, this.env, temporal);
    this.#locale = locale;
    if (!keepsEdits) this.edits = { ...this.edits, texts: this.#context.first };
    // A typed text is not always a date.
    this.position = createPosition(readEdits(this.edits, this.#context).endDay ?? this.#frame.today, this.#frame);
  }

  get #frame(): CalendarFrame {
    return { today: this.#context.today, isNarrow: this.#narrow.matches };
  }

  override render(): TemplateResult {
    const strings = this.env.completeTexts(dateRange);
    const { words, today } = this.#context;
    const texts = previewTexts(this.edits, this.#pointed, this.#context);
    const { read, summary } = this.#reader.read(texts, this.#context, this.env);
    const fields: FieldsView = {
      strings,
      texts,
      problems: this.complains === "no" ? {} : read.problems,
      saysOrder: this.complains === "all",
      date: words.date(today),
      time: words.time(1265),
      onInput: this.#onInput,
      onChange: this.#onChange,
    };
    return html`<form novalidate @submit=${this.#onSubmit}>
      <div class="body">
        <div class="ends ${this.#narrow.matches ? "one" : ""}">
          ${renderRangeEnd(strings.rangeStart, ["startDate", "startTime"], fields)}
          ${renderRangeEnd(strings.rangeEnd, ["endDate", "endTime"], fields)}
        </div>
        ${this.#renderCalendar(read)}
        <p class="summary muted num" aria-live=${this.edits.isPicking ? "off" : "polite"}>${summary}</p>
      </div>
      <div class="foot">
        <alv-timezone-select .align=${"start"}></alv-timezone-select>
        <span class="foot-end">
          <button type="button" class="button" @click=${() => this.cancel()}>${strings.rangeCancel}</button>
          <button class="button button-primary">${strings.rangeApply}</button>
        </span>
      </div>
    </form>`;
  }

  #renderCalendar({ startDay, endDay }: ReadDraft): TemplateResult {
    const { words, today, setting } = this.#context;
    const view: MonthView = {
      words,
      strings: this.env.completeTexts(dateRange),
      weekStart: setting.weekStart,
      today,
      active: this.position.active,
      start: startDay,
      end: endDay,
      isPreview: this.edits.isPicking && this.#pointed !== undefined,
    };
    const months = listVisibleMonths(this.position, this.#frame);
    return html`<div
      class="months ${months.length === 1 ? "one" : ""}"
      @click=${this.#onClick}
      @keydown=${this.#onKey}
      @pointerover=${this.#onPoint}
      @pointerleave=${this.#onLeave}
      @focusin=${this.#onPoint}
      @focusout=${this.#onLeave}
    >
      ${renderMonths(months, view, this.#turn)}
    </div>`;
  }

  #pick(day: Day): void {
    if (day > this.#context.today) return;
    this.begin();
    this.edits = pickDay(this.edits, day, this.#context);
    this.complains = "no";
    this.position = { ...this.position, active: day };
  }

  readonly #turn = (by: 1 | -1): void => {
    this.position = turnMonths(this.position, by, this.#frame);
  };

  #focus(selector: string): void {
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }

  readonly #onInput = ({ currentTarget }: Event): void => {
    const { value, dataset } = currentTarget as HTMLInputElement;
    this.begin();
    this.edits = typeText(this.edits, dataset["field"] as RangeField, value, this.#context);
  };

  readonly #onChange = ({ currentTarget }: Event): void => {
    if (this.complains === "no") this.complains = "fields";
    const { startDay, endDay } = readEdits(this.edits, this.#context);
    const isEnd = (currentTarget as HTMLInputElement).dataset["field"]!.slice(0, 3) === "end";
    const day = isEnd ? endDay : startDay;
    if (day !== undefined) this.position = moveToDay(this.position, day, this.#frame);
  };

  readonly #onClick = (event: Event): void => {
    const day = findDay(event.target);
    if (day !== undefined) this.#pick(day);
  };

  readonly #onPoint = ({ target }: Event): void => this.#point(findDay(target));

  readonly #onLeave = ({ type, relatedTarget }: PointerEvent | FocusEvent): void => {
    // When the months turn, the focused day is removed and nothing has the focus. Another day gets it after rendering.
    if (type === "pointerleave" || (relatedTarget && findDay(relatedTarget) === undefined)) this.#point(undefined);
  };

  /** Only while the user picks the end, the day is on the screen. */
  #point(day: Day | undefined): void {
    if (this.edits.isPicking && day !== this.#pointed) this.requestUpdate();
    this.#pointed = day;
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    const day = findDay(event.target);
    if (day === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    const isPick = event.key === "Enter" || event.key === " ";
    const { weekStart } = this.#context.setting;
    const to = isPick ? day : findDayForKey(day, event, { isRightToLeft: this.matches(":dir(rtl)"), weekStart });
    if (to === undefined) return;
    event.preventDefault();
    if (isPick) return this.#pick(day);
    this.position = moveToDay(this.position, to, this.#frame);
    // The day gets the focus after rendering, and would be rendered again then.
    this.#point(this.position.active);
    void this.updateComplete.then(() => this.#focus('[tabindex="0"]'));
  };

  readonly #onSubmit = (event: Event): void => {
    event.preventDefault();
    const range = readChosenRange(this.edits, this.#context);
    if (range) return this.choose(range);
    this.complains = "all";
    void this.updateComplete.then(() => this.#focus('[aria-invalid="true"]'));
  };
}

registerElement("alv-range-editor", RangeEditor);

declare global {
  interface HTMLElementTagNameMap {
    "alv-range-editor": RangeEditor;
  }
}
