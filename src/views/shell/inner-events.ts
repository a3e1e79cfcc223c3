import type { AuditEvent } from "../../core/audit-event.js";
import type { ColumnId, ColumnWidths } from "../../core/columns.js";
import type { AuditFilters } from "../../core/filters/filters.js";
import type { Preferences } from "../../core/preferences.js";

/**
 * Events between the viewer's own elements. They never leave the root's shadow tree: the root element alone dispatches
 * public ones.
 */
export interface InnerEvents {
  /** Filters were edited; nothing is searched yet. */
  "alv-inner-draft": { change: Partial<AuditFilters> };
  /** A chip was removed or a suggestion taken: search again with these filters. */
  "alv-inner-narrow": { filters: AuditFilters };
  "alv-inner-view": { view: "table" | "cards" };
  "alv-inner-page-size": { pageSize: NonNullable<Preferences["pageSize"]> };
  "alv-inner-timezone": { timezone: string };
  /** The reader chose columns. */
  "alv-inner-columns": { columns: readonly ColumnId[] };
  /** The reader set widths of columns; the others have their own again. */
  "alv-inner-widths": { widths: ColumnWidths };
  /** A row or card was opened or closed. */
  "alv-inner-toggle": { event: AuditEvent; open: boolean };
  /** Show the last year of one user: what was done to it, or what it did itself. */
  "alv-inner-investigate": { user: string; domain: string; role: "affected" | "by" };
  /** Say something once to a screen reader. */
  "alv-inner-announce": { text: string };
  /** The next step of a state or notice was taken. */
  "alv-inner-action": { action: StateAction };
  "alv-inner-page": { go: "previous" | "next" };
}

/** What a state or a notice offers to do. */
export type StateAction =
  | "search"
  | "retry"
  | "stop"
  | "look-further"
  | "refresh"
  | "mend"
  | "search-last-24-hours"
  | "search-last-30-days"
  | "clear"
  | "clear-and-search";

/** Dispatches an inner event: bubbling and composed through the inner shadow roots; the root element stops it there. */
export function send<K extends keyof InnerEvents>(from: EventTarget, name: K, detail: InnerEvents[K]): void {
  from.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
}
