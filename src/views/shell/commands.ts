import type { AuditEvent } from "../../core/audit-event.js";
import type { AuditFilters } from "../../core/filters/filters.js";
import type { Preferences } from "../../core/preferences.js";

/** A user to investigate. */
export interface UserToInvestigate {
  readonly user: string;
  readonly domain: string;
  /** Whether to search for changes to the user or by the user. */
  readonly role: "affected" | "by";
}

/** All commands, with their details. Components send them, and the root element handles them (`element/commands.ts`). */
export interface Commands {
  /** Changes filters in the fields. Does not search. */
  "edit-filters": Partial<AuditFilters>;
  /** Searches with these filters. */
  "search-for": Partial<AuditFilters>;
  /** Searches with the filters in the fields. */
  search: undefined;
  "search-last-24-hours": undefined;
  "search-last-30-days": undefined;
  /** Continues the search or read that failed. */
  retry: undefined;
  /** Ends the running search. What it has found is shown. */
  stop: undefined;
  /** Searches earlier events for the shown page, which is not full. */
  "search-further": undefined;
  refresh: undefined;
  /** Reads the missing part of the access log again. */
  "retry-sign-ins": undefined;
  /** Resets the filters. */
  clear: undefined;
  "show-page": "previous" | "next";
  /** The pointer or the focus is at the button of a page. */
  "prepare-page": "previous" | "next";
  /** Adds the next events to the list of all loaded ones. */
  "load-more": undefined;
  /** Opens or closes the details of an event. */
  "toggle-event": AuditEvent;
  /** Shows the last 12 months of one user. */
  investigate: UserToInvestigate;
  /** Changes how events are shown, and stores the choice. */
  prefer: Preferences;
  /** Shows all texts of events again, because more of them can be shown. */
  "show-texts-again": undefined;
  /** Announces a text once to a screen reader. */
  announce: string;
}

/** A command without a detail, for the buttons of panels and notices. */
export type SimpleCommand = {
  [Name in keyof Commands]: undefined extends Commands[Name] ? Name : never;
}[keyof Commands];

/** The event that carries a command to the root element. */
export type CommandEvent<Name extends keyof Commands = keyof Commands> = CustomEvent<{
  readonly command: Name;
  readonly detail: Commands[Name];
}>;

export const COMMAND_EVENT = "alv-command";

/** Sends a command. Its event does not leave the shadow root of the root element. */
export function send<Name extends keyof Commands>(
  from: EventTarget,
  command: Name,
  ...[detail]: undefined extends Commands[Name] ? [] : [detail: Commands[Name]]
): void {
  from.dispatchEvent(new CustomEvent(COMMAND_EVENT, { detail: { command, detail }, bubbles: true, composed: true }));
}
