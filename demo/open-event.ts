import type { AuditEvent, AuditLogViewer } from "../src/index.js";
import type { ResultsTable } from "../src/views/results/results-table.js";

/**
 * Opens the first event on the screen that matches, by a click on its row or card, as a user does: a host page has no
 * method for it. Call it after a search.
 */
export async function openEvent(viewer: AuditLogViewer, isWanted: (event: AuditEvent) => boolean): Promise<void> {
  await viewer.updateComplete;
  // Cards have the same properties as the table.
  const results = viewer.shadowRoot?.querySelector<ResultsTable>('[part="results"]');
  if (!results) return;
  await customElements.whenDefined(results.localName);
  await results.updateComplete;
  const at = results.events.findIndex(isWanted);
  const isOpen = results.events[at]?.id === results.openId;
  if (!isOpen) results.shadowRoot?.querySelector<HTMLElement>(`[data-row="${at}"], [data-card="${at}"]`)?.click();
}
