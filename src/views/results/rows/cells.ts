import type { AuditEvent } from "../../../core/audit-event.js";
import { findField, type ColumnId } from "../../../core/table-columns.js";
import { FIELDS } from "../../../core/fields.js";
import type { Environment } from "../../shell/environment.js";
import { actionBadge } from "../../values/action-badge.js";
import { objectMark } from "../../values/object-mark.js";
import { rowTime, shortAddress, textValue, userValue } from "../../values/values.js";
import type { ValueMarkup } from "./value-markup.js";

/** What the cells of all rows depend on. */
export interface CellSetting {
  readonly env: Environment;
  readonly values: ValueMarkup;
  /** Whether the table is on paper, which has no tooltips: addresses are not shortened. */
  readonly isPrinted: boolean;
}

/** A cell, whose elements show one event after the other. */
export interface Cell {
  readonly element: HTMLElement;
  show(event: AuditEvent, setting: CellSetting): void;
}

export function createCell(id: ColumnId): Cell {
  const element = document.createElement("td");
  element.setAttribute("role", "cell");
  element.setAttribute("part", "cell");
  element.className = `col-${id}`;
  const field = findField(id);
  if (field === "time") return createTimeCell(element);
  return {
    element,
    show: (event, setting) => showValue(element, findValue(field, event[field], setting)),
  };
}

function findValue(
  field: Exclude<ReturnType<typeof findField>, "time">,
  value: string,
  { env, values, isPrinted }: CellSetting,
): HTMLElement {
  const { strings, taxonomy } = env;
  if (field === "action") return values.get(`action ${value}`, () => actionBadge(value, env));
  if (field === "object") return values.get(`object ${value}`, () => objectMark(taxonomy.object(value), strings));
  const { kind } = FIELDS[field];
  if (kind === "user") return values.get(`user ${value}`, () => userValue(value, strings));
  const isShort = kind === "address" && !isPrinted;
  return values.get(`${isShort ? "short" : "text"} ${value}`, () =>
    textValue(value, strings, isShort ? shortAddress : undefined),
  );
}

/** The originals that elements in cells are copies of. */
const ORIGINALS = new WeakMap<Element, Element>();

/** Text that needs no other markup is in the cell itself: one element less in most cells saves a fifth of the layout. */
function showValue(cell: HTMLElement, original: HTMLElement): void {
  const isPlain = original.matches(".ltr") && isText(original);
  cell.classList.toggle("ltr", isPlain);
  const shown = cell.firstElementChild;
  if (isPlain) {
    if (shown || !isText(cell)) cell.replaceChildren(new Text());
    changeText(cell, original);
  } else {
    cell.removeAttribute("title");
    if (!shown || !change(shown, original)) cell.replaceChildren(copy(original));
  }
}

function copy(original: Element): Element {
  const made = original.cloneNode(true) as Element;
  ORIGINALS.set(made, original);
  return made;
}

/**
 * Makes an element look like another one that has the same structure: new texts need less style and layout than new elements.
 * Returns false if it has another structure.
 */
function change(shown: Element, original: Element): boolean {
  if (ORIGINALS.get(shown) === original) return true;
  const { firstElementChild: icon, lastElementChild: text } = original;
  const [shownIcon, shownText] = [shown.firstElementChild, shown.lastElementChild];
  if (!isText(shownText ?? shown) || !isText(text ?? original) || !icon !== !shownIcon) return false;
  setAttribute(shown, "class", original.className);
  changeText(shownText ?? shown, text ?? original);
  if (icon && shownIcon && !shownIcon.isEqualNode(icon)) shownIcon.replaceWith(icon.cloneNode(true));
  ORIGINALS.set(shown, original);
  return true;
}

/** Whether the element contains one text. */
function isText({ firstChild }: Element): boolean {
  return firstChild instanceof Text && firstChild.nextSibling === null;
}

function changeText(shown: Element, original: Element): void {
  (shown.firstChild as Text).data = (original.firstChild as Text).data;
  setAttribute(shown, "title", original.getAttribute("title") ?? undefined);
}

function createTimeCell(element: HTMLElement): Cell {
  const date = document.createElement("span");
  date.className = "muted";
  const time = document.createElement("span");
  const [dateText, timeText] = [new Text(), new Text()];
  date.append(dateText);
  time.append(timeText);
  element.append(date, " ", time);
  return {
    element,
    show(event, { env }) {
      const shown = rowTime(event, env.times);
      dateText.data = shown.date;
      timeText.data = shown.time || "-";
      setAttribute(element, "title", describeElsewhere(event, env));
    },
  };
}

/** The tooltip of a timestamp: the instant in UTC and in the reader's own zone, unless they show the same time. */
function describeElsewhere({ time }: AuditEvent, { times, strings }: Environment): string | undefined {
  if (time === null) return undefined;
  const { utc, local } = times.elsewhere(time);
  const lines = [utc && strings.timeInUtc(utc), local && strings.timeHere(local)].filter(Boolean);
  return lines.length > 0 ? lines.join("\n") : undefined;
}

/** Writes an attribute only if it changes: each write costs style and layout. */
export function setAttribute(element: Element, name: string, value: string | undefined): void {
  if (value === undefined) element.removeAttribute(name);
  else if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}
