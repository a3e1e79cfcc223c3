import type { AuditEvent } from "../../core/audit-event.js";
import type { AuditFilters } from "../../core/filters/filters.js";
import type { Preferences } from "../../core/preferences.js";

/** One user to investigate. */
export interface Investigated {
  readonly user: string;
  readonly domain: string;
  /** Whether to search for what was done to the user, or for what the user did. */
  readonly role: "affected" | "by";
}

/**
 * Everything that a reader can ask the viewer for, with its detail. Views send commands; the root element handles them
 * (`element/commands.ts`).
 */
export interface Commands {
  /** Filters were edited; nothing is searched yet. */
  "edit-filters": Partial<AuditFilters>;
  /** Searches with these filters. */
  "search-for": Partial<AuditFilters>;
  /** Searches with the filters in the fields. */
  search: undefined;
  "search-last-24-hours": undefined;
  "search-last-30-days": undefined;
  /** Continues what failed. */
  retry: undefined;
  /** Ends what runs; what was found is shown. */
  stop: undefined;
  /** Searches earlier events for a page that is not full. */
  "search-further": undefined;
  refresh: undefined;
  /** Reads again what is missing of the access log. */
  "retry-sign-ins": undefined;
  /** Resets the filters. */
  clear: undefined;
  "show-page": "previous" | "next";
  /** Opens or closes the details of an event. */
  "toggle-event": AuditEvent;
  /** Shows the last 12 months of one user. */
  investigate: Investigated;
  /** The reader chose how events are shown. */
  prefer: Preferences;
  /** Says a text once to a screen reader. */
  announce: string;
}

/** Commands without a detail: what a button of a message can do. */
export type Step = { [Name in keyof Commands]: undefined extends Commands[Name] ? Name : never }[keyof Commands];

/** A command on its way to the root element. */
export type CommandEvent<Name extends keyof Commands = keyof Commands> = CustomEvent<{
  readonly command: Name;
  readonly detail: Commands[Name];
}>;

export const COMMAND_EVENT = "alv-command";

/** Sends a command. Its event never leaves the root's shadow tree. */
export function send<Name extends keyof Commands>(
  from: EventTarget,
  command: Name,
  ...[detail]: undefined extends Commands[Name] ? [] : [detail: Commands[Name]]
): void {
  from.dispatchEvent(new CustomEvent(COMMAND_EVENT, { detail: { command, detail }, bubbles: true, composed: true }));
}
