import type { AuditEvent } from "../../../core/audit-event.js";
import { findField, type ColumnId } from "../../../core/table-columns.js";
import { FIELDS } from "../../../core/fields.js";
import type { Environment } from "../../shell/environment.js";
import { renderActionBadge } from "../../values/action-badge.js";
import { renderObjectMark } from "../../values/object-mark.js";
import { formatRowTime, shortenAddress, renderText, renderUser } from "../../values/values.js";
import type { ShownValue, ValueMarkup } from "./value-markup.js";

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

/** A field of an event other than its time. */
type ValueField = Exclude<ReturnType<typeof findField>, "time">;

export function createCell(id: ColumnId): Cell {
  const element = document.createElement("td");
  element.setAttribute("role", "cell");
  element.setAttribute("part", "cell");
  element.className = `col-${id}`;
  const field = findField(id);
  return field === "time" ? createTimeCell(element) : createValueCell(element, id, field);
}

function createValueCell(element: HTMLElement, id: ColumnId, field: ValueField): Cell {
  let shown: ShownValue | undefined;
  return {
    element,
    show(event, setting) {
      const value = findValue(field, event[field], setting);
      if (value !== shown) showValue(element, value, shown);
      shown = value;
      element.classList.toggle("cut", !setting.fits(id, value.text));
    },
  };
}

function findValue(field: ValueField, value: string, { env, values, isPrinted }: CellSetting): ShownValue {
  const { strings, taxonomy } = env;
  if (field === "action") return values.get(field, value, () => renderActionBadge(value, env));
  if (field === "object") return values.get(field, value, () => renderObjectMark(taxonomy.object(value), strings));
  const { kind } = FIELDS[field];
  if (kind === "user") return values.get(kind, value, () => renderUser(value, strings));
  const shorten = kind === "address" && !isPrinted ? shortenAddress : undefined;
  return values.get(shorten ? "short" : "text", value, () => renderText(value, strings, shorten));
}

/** A text alone is in the cell itself, and changes without a new element; of other values, the cell has a copy. */
function showValue(cell: HTMLElement, value: ShownValue, before: ShownValue | undefined): void {
  const { element, text, isPlain, title } = value;
  if (isPlain !== before?.isPlain) cell.classList.toggle("ltr", isPlain);
  setAttribute(cell, "title", isPlain ? title : undefined);
  if (before?.isPlain !== isPlain) cell.replaceChildren(isPlain ? new Text(text) : element.cloneNode(true));
  else if (isPlain) setText(cell.firstChild as Text, text);
  else makeAlike(cell.firstChild!, element);
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
      element.classList.toggle("cut", !fits("timestamp", `${dateText.data} ${timeText.data}`));
    },
  };
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
