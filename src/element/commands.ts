import { createDefaultFilters, type AuditFilters, type RangePreset } from "../core/filters/filters.js";
import { escapePattern } from "../core/filters/pattern.js";
import type { AuditEvent } from "../core/audit-event.js";
import type { Preferences } from "../core/preferences.js";
import { COMMAND_EVENT, type CommandEvent, type Commands } from "../views/shell/commands.js";
import { runAfterPaint } from "../ui/after-paint.js";
import { areFramesSlow, timeFrame } from "../ui/frame-time.js";
import { preloadFiltering } from "./late-code.js";
import type { SearchController } from "./search-controller.js";

type Handlers = { readonly [Name in keyof Commands]: (detail: Commands[Name]) => unknown };

/** The parts of the root element that commands use. */
export interface CommandTarget {
  readonly viewer: {
    readonly updateComplete: Promise<boolean>;
    readonly view: string;
    readonly isConnected: boolean;
    refresh(): Promise<void>;
    clear(): Promise<void>;
  };
  readonly searches: Pick<SearchController, "log" | "run" | "isResized">;
  /** Announces a text once to a screen reader. */
  readonly say: (text: string) => void;
  readonly prefer: (choice: Preferences) => void;
  /** Moves the focus to the results of this search. */
  readonly follow: (search: Promise<void>) => Promise<void>;
  readonly showTop: () => void;
  /** Prepares rows for the events of a page, if it is loaded. */
  readonly prepareRows: (events: readonly AuditEvent[] | undefined) => void;
  readonly showTextsAgain: () => void;
}

/** Handles the commands that components send. Their events do not leave the shadow root. */
export function handleCommands(root: EventTarget, target: CommandTarget): void {
  const handlers = createHandlers(target);
  root.addEventListener("pointerdown", timeFrame);
  root.addEventListener(COMMAND_EVENT, (event) => {
    event.stopPropagation();
    const { command, detail } = (event as CommandEvent).detail;
    (handlers[command] as (detail: unknown) => unknown)(detail);
  });
}

function createHandlers({
  viewer,
  searches,
  say,
  prefer,
  follow,
  showTop,
  prepareRows,
  showTextsAgain,
}: CommandTarget): Handlers {
  const { log } = searches;
  // These change much of the screen. The button that was pressed is painted before.
  const later = (job: () => void) => runAfterPaint(() => viewer.isConnected && job());
  const search = (filters: Partial<AuditFilters> = {}) => later(() => void follow(searches.run("search", filters)));
  // With the filters of the last search, not those that were edited since.
  const searchRange = (preset: RangePreset) => search({ ...log.state.searched?.filters, range: { preset } });

  const prepare = (page: "previous" | "next") =>
    later(() => prepareRows(log.state.pages[log.state.pageIndex + (page === "next" ? 1 : -1)]));

  return {
    "edit-filters": (change) => {
      log.store.setDraft(change);
      // Before the first search, nothing is loaded.
      if (log.state.searched) void preloadFiltering();
    },
    "search-for": (filters) => search(filters),
    search: () => search(),
    "search-last-24-hours": () => searchRange("last-24-hours"),
    "search-last-30-days": () => searchRange("last-30-days"),
    retry: () => (searches.isResized ? search() : follow(log.run((store, signal) => store.retry(signal), true))),
    stop: () => log.stop(),
    "search-further": () => log.run((store, signal) => store.further(signal), true),
    refresh: () => later(() => void viewer.refresh()),
    "retry-sign-ins": () => log.run((store, signal) => store.readMissing(signal)),
    clear: () => viewer.clear(),
    "show-page": async (page) => {
      // The button is painted before the page where this takes long. All cards of a page are rendered.
      if (viewer.view === "cards" || areFramesSlow()) await new Promise<void>(runAfterPaint);
      if (page === "previous") log.store.previous();
      else await log.run((store, signal) => store.next(signal), true);
      await viewer.updateComplete;
      showTop();
      prepare(page);
    },
    "prepare-page": prepare,
    "load-more": () => log.run((store, signal) => store.next(signal), true),
    "toggle-event": ({ id }) => later(() => log.store.toggle(id)),
    investigate: (whom) => search(createUserFilters(whom)),
    prefer: (choice) => later(() => prefer(choice)),
    "show-texts-again": showTextsAgain,
    announce: (text) => say(text),
  };
}

/** Creates filters for the last 12 months of one user. A `*` in the name is not a wildcard. */
export function createUserFilters(whom: Commands["investigate"]): AuditFilters {
  const [user, domain] = [escapePattern(whom.user), escapePattern(whom.domain)];
  const who =
    whom.role === "affected" ? { affectedUser: user, affectedDomain: domain } : { byUser: user, byDomain: domain };
  return { ...createDefaultFilters(), ...who, range: { preset: "last-year" } };
}
