import type { AuditEvent } from "../../../core/audit-event.js";
import { findField, type ColumnId } from "../../../core/table-columns.js";
import { FIELDS } from "../../../core/fields.js";
import type { Environment } from "../../shell/environment.js";
import { describeAction, renderActionBadge } from "../../values/action-badge.js";
import { renderObjectMark } from "../../values/object-mark.js";
import { formatRowTime, shortenAddress, renderText, renderUser } from "../../values/values.js";
import type { ValueMarkup } from "./value-markup.js";

/** What the cells of all rows depend on. */
export interface CellSetting {
  readonly env: Environment;
  readonly values: ValueMarkup;
  /** Whether the table is on paper, which has no tooltips: addresses are not shortened. */
  readonly isPrinted: boolean;
  /**
   * Whether a cell has room for its text. Only the others are clipped: a clip for each cell would take the browser a seventh of the
   * time of another page.
   */
  readonly fits: (id: ColumnId, text: string) => boolean;
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
    show(event, setting) {
      showValue(element, findValue(field, event[field], setting));
      element.classList.toggle("cut", !setting.fits(id, element.textContent!));
    },
  };
}

function findValue(
  field: Exclude<ReturnType<typeof findField>, "time">,
  value: string,
  { env, values, isPrinted }: CellSetting,
): HTMLElement {
  const { strings, taxonomy } = env;
  if (field === "action") return values.get(`action ${value}`, () => renderActionBadge(value, env));
  if (field === "object") return values.get(`object ${value}`, () => renderObjectMark(taxonomy.object(value), strings));
  const { kind } = FIELDS[field];
  if (kind === "user") return values.get(`user ${value}`, () => renderUser(value, strings));
  const isShort = kind === "address" && !isPrinted;
  return values.get(`${isShort ? "short" : "text"} ${value}`, () =>
    renderText(value, strings, isShort ? shortenAddress : undefined),
  );
}

/** The values' own elements that the elements in cells are copies of. */
const ORIGINALS = new WeakMap<Element, Element>();

function showValue(cell: HTMLElement, original: HTMLElement): void {
  const isPlain = original.matches(".ltr") && isText(original);
  cell.classList.toggle("ltr", isPlain);
  if (isPlain) showText(cell, original);
  else showCopy(cell, original);
}

/** A text without marks is in the cell itself, and changes without a new element. */
function showText(cell: HTMLElement, { textContent, title }: HTMLElement): void {
  if (!isText(cell)) cell.replaceChildren(new Text());
  setText(cell.firstChild as Text, textContent!);
  setAttribute(cell, "title", title === textContent ? undefined : title);
}

function showCopy(cell: HTMLElement, original: HTMLElement): void {
  cell.removeAttribute("title");
  const shown = cell.firstElementChild;
  if (shown && ORIGINALS.get(shown) === original) return;
  if (shown) makeAlike(shown, original);
  else cell.replaceChildren(original.cloneNode(true));
  ORIGINALS.set(cell.firstElementChild!, original);
}

/** Makes a node like another one. Nodes that both have are not replaced: creating them takes longer than changing them. */
function makeAlike(shown: ChildNode, original: ChildNode): void {
  if (shown.nodeName !== original.nodeName || shown.childNodes.length !== original.childNodes.length) {
    shown.replaceWith(original.cloneNode(true));
  } else if (shown instanceof Text) {
    setText(shown, original.textContent!);
  } else {
    const [own, given] = [shown as Element, original as Element];
    for (const name of new Set([...own.getAttributeNames(), ...given.getAttributeNames()])) {
      setAttribute(own, name, given.getAttribute(name) ?? undefined);
    }
    for (const [at, child] of given.childNodes.entries()) makeAlike(own.childNodes[at]!, child);
  }
}

/** Whether the element contains one text and nothing else. */
function isText({ firstChild }: Element): boolean {
  return firstChild instanceof Text && firstChild.nextSibling === null;
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
    show(event, { env, fits }) {
      const shown = formatRowTime(event, env.times);
      setText(dateText, shown.date);
      setText(timeText, shown.time || env.strings.noValue);
      element.removeAttribute("title");
      element.classList.toggle("cut", !fits("timestamp", element.textContent!));
    },
  };
}

/**
 * Writes the tooltip of the cell under the pointer. Only a shortened text has one before: browsers have styles for the attribute,
 * so each cell that gets it is styled again.
 */
export function showTooltip(cell: HTMLElement, event: AuditEvent, env: Environment): void {
  if (cell.matches(".col-timestamp")) setAttribute(cell, "title", describeElsewhere(event, env));
  else if (cell.matches(".col-action:has(.clip)")) setAttribute(cell, "title", describeAction(event.action, env));
  else if (cell.matches(":is(.ltr, .col-object:has(.clip)):not([title])")) cell.title = cell.textContent!;
}

/** The tooltip of a timestamp: the instant in UTC and in the user's own zone, unless they show the same time. */
function describeElsewhere({ time }: AuditEvent, { times, strings }: Environment): string | undefined {
  if (time === null) return undefined;
  const { utc, local } = times.elsewhere(time);
  const lines = [utc && strings.timeInUtc(utc), local && strings.timeHere(local)].filter(Boolean);
  return lines.length > 0 ? lines.join("\n") : undefined;
}

/** Writes a text only if it changes: each write costs layout. */
function setText(text: Text, data: string): void {
  if (text.data !== data) text.data = data;
}

/** Writes an attribute only if it changes: each write costs style and layout. */
export function setAttribute(element: Element, name: string, value: string | undefined): void {
  if (value === undefined) element.removeAttribute(name);
  else if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}
