import { defaultFilters, type AuditFilters, type RangePreset } from "../core/filters/filters.js";
import { escapePattern } from "../core/filters/pattern.js";
import type { Preferences } from "../core/preferences.js";
import { COMMAND_EVENT, type CommandEvent, type Commands } from "../views/shell/commands.js";
import type { LogController } from "./log-controller.js";

type Handlers = { readonly [Name in keyof Commands]: (detail: Commands[Name]) => unknown };

/** What the commands need of the root element. */
export interface CommandTarget {
  readonly viewer: {
    readonly updateComplete: Promise<boolean>;
    search(filters?: Partial<AuditFilters>): Promise<void>;
    refresh(): Promise<void>;
    clear(): Promise<void>;
  };
  readonly log: LogController;
  /** Says something once to a screen reader. */
  readonly say: (text: string) => void;
  readonly prefer: (choice: Preferences) => void;
  /** The reader started this search: its results take the focus. */
  readonly follow: (search: Promise<void>) => Promise<void>;
  readonly showTop: () => void;
  /** The page size changed since the latest search. */
  readonly isResized: () => boolean;
}

/** Handles the commands of the viewer's own elements; none of their events leaves the shadow root. */
export function handleCommands(root: EventTarget, target: CommandTarget): void {
  const handlers = handlersOf(target);
  root.addEventListener(COMMAND_EVENT, (event) => {
    event.stopPropagation();
    const { command, detail } = (event as CommandEvent).detail;
    (handlers[command] as (detail: unknown) => unknown)(detail);
  });
}

function handlersOf({ viewer, log, say, prefer, follow, showTop, isResized }: CommandTarget): Handlers {
  /** The searched filters, not those that were typed since. */
  const searchRange = (preset: RangePreset) =>
    follow(viewer.search({ ...log.state.searched?.filters, range: { preset } }));

  return {
    "edit-filters": (change) => log.store.setDraft(change),
    "search-for": (filters) => follow(viewer.search(filters)),
    search: () => follow(viewer.search()),
    "search-last-24-hours": () => searchRange("last-24-hours"),
    "search-last-30-days": () => searchRange("last-30-days"),
    retry: () => follow(isResized() ? viewer.search() : log.run((store, signal) => store.retry(signal), true)),
    stop: () => log.stop(),
    "search-further": () => log.run((store, signal) => store.further(signal), true),
    refresh: () => viewer.refresh(),
    "retry-sign-ins": () => log.run((store, signal) => store.mend(signal)),
    clear: () => viewer.clear(),
    "show-page": async (page) => {
      if (page === "previous") log.store.previous();
      else await log.run((store, signal) => store.next(signal), true);
      await viewer.updateComplete;
      showTop();
    },
    "toggle-event": ({ id }) => log.store.toggle(id),
    investigate: (whom) => follow(viewer.search(filtersFor(whom))),
    prefer: (choice) => prefer(choice),
    announce: (text) => say(text),
  };
}

/** The last 12 months of one user and no other filter. A name stands for itself: `*` in it is no wildcard. */
export function filtersFor(whom: Commands["investigate"]): AuditFilters {
  const [user, domain] = [escapePattern(whom.user), escapePattern(whom.domain)];
  const who =
    whom.role === "affected" ? { affectedUser: user, affectedDomain: domain } : { byUser: user, byDomain: domain };
  return { ...defaultFilters(), ...who, range: { preset: "last-year" } };
}
