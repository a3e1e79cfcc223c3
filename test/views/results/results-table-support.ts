import { sendMouse } from "@web/test-runner-commands";
import { html } from "lit";
import type { ResultsTable } from "../../../src/views/results/results-table.js";
import "../../../src/views/results/results-table.js";
import type { AuditEvent } from "../../../src/core/audit-event.js";
import { COLUMN_IDS, type ColumnId } from "../../../src/core/table-columns.js";
import { loadPart } from "../../../src/element/late-code.js";
import { runAfterPaint } from "../../../src/ui/after-paint.js";
import { getAll, getParts } from "../../support/screen.js";
import { createEvent, findMiddle, mount, handleCommand, waitForUpdate, type MountOptions } from "../support.js";

export const LONG_DOMAIN = "riverbend-pediatrics-and-family-medicine.southwest.partners.example";
export const IPV6 = "2001:db8:4c1e:90aa:7f03:12ff:fe9a:61b4";

export const EVENTS: AuditEvent[] = [
  createEvent({ at: "2026-11-22T23:52:30Z", action: "login", object: "oauth", byUser: "2104" }),
  createEvent({ at: "2026-11-22T23:49:07Z", action: "Login Failed (Bad Password)", object: "oauth", byIp: IPV6 }),
  createEvent({ parameters: [{ name: "timeframe", value: "After hours" }] }),
  createEvent({
    ...{ action: "load", object: "phonenumber", affectedUser: "", affectedDomain: LONG_DOMAIN },
    ...{ byUser: "System", byIp: "" },
  }),
  createEvent({ action: "purge", object: "fax account", time: null, timeText: "yesterday" }),
];

/** A table that opens what it is asked to, as the root does. */
export async function showTable(
  options: MountOptions & { openId?: string | null; columns?: readonly ColumnId[]; events?: AuditEvent[] } = {},
) {
  const { openId = null, columns, events = EVENTS } = options;
  const { element, root } = await mount<ResultsTable>(
    html`<alv-results-table .events=${events} .openId=${openId}></alv-results-table>`,
    options,
  );
  if (columns) element.columns = columns;
  handleCommand(root, "toggle-event", ({ id }) => (element.openId = element.openId === id ? null : id));
  await waitForUpdate(element);
  return { element, root };
}

export const getRows = (element: Element) => getParts(element, "row");
/** The cell of a column; the first cell of a row has its button. */
export const getCell = (row: HTMLElement, column: ColumnId) => getAll(row, "cell")[COLUMN_IDS.indexOf(column) + 1]!;
export const countDetails = (element: Element) => getParts(element, "details").length;

/** The tooltip of a cell, which it gets after the pointer has reached it and that is painted. */
export async function readTooltip(cell: Element): Promise<string> {
  cell.scrollIntoView({ block: "center" });
  await sendMouse({ type: "move", position: findMiddle(cell) });
  // The code is loaded, and the table writes the tooltip in the next task.
  await loadPart("row-tools");
  await new Promise<void>((resolve) => runAfterPaint(resolve));
  return (cell as HTMLElement).title;
}
