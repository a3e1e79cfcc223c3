import { consume } from "@lit/context";
import { html, LitElement, type TemplateResult } from "lit";
import { property, state } from "lit/decorators.js";
import { registerElement } from "../../../ui/register-element.js";
import {
  addMonths,
  daysIntoWeek,
  firstOf,
  dayOf,
  monthOf,
  type Day,
  type Month,
} from "../../../core/time/calendar-month.js";
import { createDateWords, type DateWords } from "../../../core/time/date-words.js";
import type { RangeFilter } from "../../../core/filters/filters.js";
import {
  draftOf,
  editedRange,
  factsOf,
  LAST_MINUTE,
  rangeOf,
  readDraft,
  type RangeField,
  type RangeTexts,
  type ReadDraft,
  type WallEnds,
} from "../../../core/time/range-draft.js";
import { loadTemporal } from "../../../core/time/temporal.js";
import type { ZonedCalendar } from "../../../core/time/zoned-calendar.js";
import { resolveRange, weekStartOf, type RangeSetting } from "../../../core/time/time-range.js";
import { shared } from "../../../ui/styles/shared.js";
import { environmentContext, type Environment } from "../../shell/environment.js";
import "../../toolbar/timezone-select.js";
import { dayAt, monthGrid, type MonthView, type Turn } from "./month-grid.js";
import { rangeEnd, type FieldsView } from "./range-fields.js";
import { rangeEditorStyles } from "./range-editor.styles.js";
import { summaryOf } from "./range-summary.js";

let temporal: ZonedCalendar;

/** What the editor cannot do without. */
export async function loadCalendar(): Promise<void> {
  temporal = await loadTemporal();
}

/**
 * The dates of a range: typed, or picked in two months. A draft: nothing is chosen before `Apply`.
 */
export class RangeEditor extends LitElement {
  static override styles = [shared, rangeEditorStyles];

  @consume({ context: environmentContext, subscribe: true })
  private env!: Environment;

  /** A copy with the same ends is no other range: what was begun stays. */
  @property({ attribute: false, hasChanged: (one, other) => JSON.stringify(one) !== JSON.stringify(other) })
  range!: RangeFilter;
  @property({ attribute: false }) choose!: (range: RangeFilter) => void;
  @property({ attribute: false }) cancel!: () => void;
  /** Somebody begins to choose other dates. */
  @property({ attribute: false }) begin: () => void = () => undefined;

  @state() private texts!: RangeTexts;
  /** The last month that is shown. */
  @state() private month!: Month;
  /** The day that has the focus, or gets it. */
  @state() private active!: Day;
  /** A start was picked, and its end comes next. */
  @state() private picking = false;
  /** Where the mouse or the focus is. */
  @state() private pointed: Day | undefined;
  /** What is wrong is said once somebody is done with a field; an order that is wrong, once it is applied. */
  @state() private complains: "no" | "fields" | "all" = "no";

  #words!: DateWords;
  #shown = "";
  #locale = "";
  #first!: RangeTexts;
  /** When the texts were written: a preset ends there, however long the dialog is open. */
  #now!: number;
  #today!: Day;
  /** A time that was typed stays when another day is picked. */
  readonly #typed = new Set<RangeField>();
  readonly #narrow = matchMedia("(max-width: 719px)");

  override connectedCallback(): void {
    super.connectedCallback();
    this.#narrow.addEventListener("change", this.#onNarrow);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#narrow.removeEventListener("change", this.#onNarrow);
  }

  override focus(): void {
    this.#focus("input");
  }

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    const { locale, times } = this.env;
    const setting = `${locale} ${times.zone}`;
    if (!changed.has("range") && this.#shown === setting) return;
    // Dates that were begun are meant in whatever zone is chosen for them.
    const begun = !changed.has("range") && this.#locale === locale && this.texts !== this.#first && this.texts;
    this.#shown = setting;
    this.#locale = locale;
    this.#words = createDateWords(locale);
    this.#now = this.env.now();
    this.#today = dayOf(temporal.wallTime(this.#now, times.zone));
    this.#first = draftOf(this.range, this.#setting, this.#words, temporal);
    this.texts = begun || this.#first;
    // What was typed need not be a date.
    this.active = Math.min(this.#read().endDay ?? this.#today, this.#today);
    this.month = monthOf(this.active);
  }

  override render(): TemplateResult {
    const { strings } = this.env;
    const texts = this.#withPointed();
    const read = readDraft(texts, this.#words, this.#today);
    const fields: FieldsView = {
      strings,
      texts,
      problems: this.complains === "no" ? {} : read.problems,
      saysOrder: this.complains === "all",
      date: this.#words.date(this.#today),
      time: this.#words.time(1265),
      onInput: this.#onType,
      onChange: this.#onTyped,
    };
    return html`<form novalidate @submit=${this.#onSubmit}>
      <div class="body">
        <div class="ends ${this.#narrow.matches ? "one" : ""}">
          ${rangeEnd(strings.rangeStart, ["startDate", "startTime"], fields)}
          ${rangeEnd(strings.rangeEnd, ["endDate", "endTime"], fields)}
        </div>
        ${this.#months(read)}
        <p class="summary muted num" aria-live=${this.picking ? "off" : "polite"}>${this.#summary(read, texts)}</p>
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

  #months({ startDay, endDay }: ReadDraft): TemplateResult {
    const view: MonthView = {
      words: this.#words,
      strings: this.env.strings,
      number: new Intl.NumberFormat(this.env.locale),
      weekStart: this.#setting.weekStart,
      today: this.#today,
      active: this.active,
      start: startDay,
      end: endDay,
      isPreview: this.picking && this.pointed !== undefined,
    };
    const months = this.#visible();
    const back: Turn = { by: -1, possible: firstOf(months[0]!) > 0, act: () => this.#turn(-1) };
    const on: Turn = { by: 1, possible: this.month < monthOf(this.#today), act: () => this.#turn(1) };
    return html`<div
      class="months ${months.length === 1 ? "one" : ""}"
      @click=${this.#onClick}
      @keydown=${this.#onKey}
      @pointerover=${this.#onPoint}
      @pointerleave=${this.#onLeave}
      @focusin=${this.#onPoint}
      @focusout=${this.#onLeave}
    >
      ${months.map((month, at) =>
        monthGrid(month, view, [...(at === 0 ? [back] : []), ...(at === months.length - 1 ? [on] : [])]),
      )}
    </div>`;
  }

  #summary({ ends }: ReadDraft, texts: RangeTexts): string {
    if (!ends) return "";
    const found = resolveRange(this.#edited(ends, texts), this.#setting, temporal);
    if (typeof found === "string") return this.env.strings.rangeSkipped;
    return summaryOf(factsOf(ends, found.span, this.#setting.zone, temporal), this.#words, this.env);
  }

  #edited(ends: WallEnds, texts: RangeTexts): RangeFilter {
    // A range that cannot be read is shown as today, and that is what is applied.
    const isRead = typeof resolveRange(this.range, this.#setting, temporal) !== "string";
    return isRead ? editedRange(ends, texts, { range: this.range, texts: this.#first }) : rangeOf(ends);
  }

  get #setting(): RangeSetting {
    const { times, locale } = this.env;
    return { now: this.#now, zone: times.zone, weekStart: weekStartOf(locale) };
  }

  #read(): ReadDraft {
    return readDraft(this.texts, this.#words, this.#today);
  }

  #visible(): Month[] {
    return this.#narrow.matches ? [this.month] : [this.month - 1, this.month];
  }

  /** While the end is looked for, it is where the mouse or the focus is. */
  #withPointed(): RangeTexts {
    const { pointed, picking, texts } = this;
    if (!picking || pointed === undefined || pointed > this.#today || pointed <= this.#read().startDay!) return texts;
    return { ...texts, endDate: this.#words.date(pointed) };
  }

  #pick(day: Day): void {
    if (day > this.#today) return;
    this.begin();
    const { startDay } = this.#read();
    const isEnd = this.picking && startDay !== undefined && day >= startDay;
    const date = this.#words.date(day);
    const time = (field: RangeField, whole: number) =>
      this.#typed.has(field) ? this.texts[field] : this.#words.time(whole);
    this.texts = {
      startDate: isEnd ? this.texts.startDate : date,
      startTime: isEnd ? this.texts.startTime : time("startTime", 0),
      endDate: date,
      endTime: time("endTime", LAST_MINUTE),
    };
    this.picking = !isEnd;
    this.complains = "no";
    this.active = day;
  }

  /** The times of "Last 24 Hours" are nobody's wish: who types a date means the day. */
  #wholeDay(field: RangeField): Partial<RangeTexts> {
    if (!("preset" in this.range)) return {};
    if (field === "startDate" && !this.#typed.has("startTime")) return { startTime: this.#words.time(0) };
    if (field === "endDate" && !this.#typed.has("endTime")) return { endTime: this.#words.time(LAST_MINUTE) };
    return {};
  }

  #turn(by: 1 | -1): void {
    this.month += by;
    this.#keepActiveIn(this.#visible());
  }

  #keepActiveIn(months: readonly Month[]): void {
    const month = monthOf(this.active);
    const to = Math.min(Math.max(month, months[0]!), this.month);
    this.active = Math.min(addMonths(this.active, to - month), this.#today);
  }

  #show(day: Day): void {
    this.active = Math.max(0, Math.min(day, this.#today));
    const month = monthOf(this.active);
    const [first] = this.#visible();
    if (month > this.month) this.month = month;
    else if (month < first!) this.month += month - first!;
  }

  #focus(selector: string): void {
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }

  readonly #onNarrow = (): void => {
    this.#keepActiveIn(this.#visible());
    this.requestUpdate();
  };

  readonly #onType = ({ currentTarget }: Event): void => {
    const { value, dataset } = currentTarget as HTMLInputElement;
    const field = dataset["field"] as RangeField;
    this.#typed.add(field);
    this.begin();
    this.picking = false;
    this.texts = { ...this.texts, ...this.#wholeDay(field), [field]: value };
  };

  readonly #onTyped = ({ currentTarget }: Event): void => {
    if (this.complains === "no") this.complains = "fields";
    const { startDay, endDay } = this.#read();
    const day = (currentTarget as HTMLInputElement).dataset["field"]!.slice(0, 3) === "end" ? endDay : startDay;
    if (day !== undefined) this.#show(day);
  };

  readonly #onClick = (event: Event): void => {
    const day = dayAt(event);
    if (day !== undefined) this.#pick(day);
  };

  readonly #onPoint = (event: Event): void => {
    this.pointed = dayAt(event);
  };

  readonly #onLeave = ({ type, relatedTarget }: PointerEvent | FocusEvent): void => {
    // A day that leaves the screen with its month loses the focus to nothing, amid the rendering: another one gets it next.
    if (type === "pointerleave" || relatedTarget) this.pointed = undefined;
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    const day = dayAt(event);
    if (day === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    const ahead = this.matches(":dir(rtl)") ? -1 : 1;
    const into = daysIntoWeek(day, this.#setting.weekStart);
    const months = event.shiftKey ? 12 : 1;
    const to: number | undefined = {
      ArrowLeft: day - ahead,
      ArrowRight: day + ahead,
      ArrowUp: day - 7,
      ArrowDown: day + 7,
      Home: day - into,
      End: day - into + 6,
      PageUp: addMonths(day, -months),
      PageDown: addMonths(day, months),
      Enter: day,
      " ": day,
    }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    if (event.key === "Enter" || event.key === " ") return this.#pick(day);
    this.#show(to);
    void this.updateComplete.then(() => this.#focus('[tabindex="0"]'));
  };

  readonly #onSubmit = (event: Event): void => {
    event.preventDefault();
    const range = this.#chosen();
    if (range) return this.choose(range);
    this.complains = "all";
    void this.updateComplete.then(() => this.#focus('[aria-invalid="true"]'));
  };

  #chosen(): RangeFilter | undefined {
    const { ends } = this.#read();
    if (!ends) return undefined;
    const range = this.#edited(ends, this.texts);
    return typeof resolveRange(range, this.#setting, temporal) === "string" ? undefined : range;
  }
}

registerElement("alv-range-editor", RangeEditor);

declare global {
  interface HTMLElementTagNameMap {
    "alv-range-editor": RangeEditor;
  }
}
