import type { InnerEvents } from "../views/shell/inner-events.js";
import { defaultFilters, type AuditFilters } from "../core/filters/filters.js";
import type { Preferences } from "../core/preferences.js";
import type { LogController } from "../search/log-controller.js";

type InnerHandlers = { [Name in keyof InnerEvents]: (detail: InnerEvents[Name]) => void };

/** What the steps need of the root element. */
interface Steps {
  readonly viewer: {
    readonly updateComplete: Promise<boolean>;
    search(filters?: Partial<AuditFilters>): Promise<void>;
    refresh(): Promise<void>;
    clear(): Promise<void>;
  };
  readonly log: LogController;
  /** Says something once to a screen reader. */
  readonly say: (text: string) => void;
  /** The reader chose how events are shown. */
  readonly prefer: (choice: Preferences) => void;
  readonly investigate: (whom: InnerEvents["alv-inner-investigate"]) => Promise<void>;
  /** The reader has begun this search: its results take the focus. */
  readonly follow: (search: Promise<void>) => Promise<void>;
  readonly showTop: () => void;
  /** The page size is another one than the last search asked for. */
  readonly isResized: () => boolean;
}

/**
 * Takes the next steps that the viewer's own elements ask for. Inner events end here; the root element alone speaks to the
 * page.
 */
export function followInnerEvents(root: EventTarget, steps: Steps): void {
  const handlers = innerHandlers(steps);
  for (const name of Object.keys(handlers) as (keyof InnerEvents)[])
    root.addEventListener(name, (event) => {
      event.stopPropagation();
      (handlers[name] as (detail: unknown) => void)((event as CustomEvent<unknown>).detail);
    });
}

function innerHandlers({ viewer, log, say, prefer, investigate, follow, showTop, isResized }: Steps): InnerHandlers {
  const page = async (go: "previous" | "next"): Promise<void> => {
    if (go === "previous") log.store.previous();
    else await log.run((store, signal) => store.next(signal), true);
    await viewer.updateComplete;
    showTop();
  };

  const act = async (action: InnerEvents["alv-inner-action"]["action"]): Promise<void> => {
    switch (action) {
      case "search":
        return follow(viewer.search());
      case "retry":
        return follow(isResized() ? viewer.search() : log.run((store, signal) => store.retry(signal), true));
      case "refresh":
        return viewer.refresh();
      case "mend":
        return log.run((store, signal) => store.mend(signal));
      case "look-further":
        return log.run((store, signal) => store.further(signal), true);
      case "stop":
        return log.stop();
      case "clear-and-search":
        return follow(viewer.search(defaultFilters()));
      case "clear":
        return viewer.clear();
      default:
        // What was searched, not what was typed since.
        return follow(
          viewer.search({
            ...log.state.searched?.filters,
            range: { preset: action === "search-last-24-hours" ? "last-24-hours" : "last-30-days" },
          }),
        );
    }
  };

  return {
    "alv-inner-draft": ({ change }) => log.store.setDraft(change),
    "alv-inner-narrow": ({ filters }) => void follow(viewer.search(filters)),
    "alv-inner-view": (choice) => prefer(choice),
    "alv-inner-page-size": (choice) => prefer(choice),
    "alv-inner-timezone": (choice) => prefer(choice),
    "alv-inner-columns": (choice) => prefer(choice),
    "alv-inner-widths": (choice) => prefer(choice),
    "alv-inner-toggle": ({ event }) => log.store.toggle(event.id),
    "alv-inner-investigate": (whom) => void follow(investigate(whom)),
    "alv-inner-announce": ({ text }) => say(text),
    "alv-inner-page": ({ go }) => void page(go),
    "alv-inner-action": ({ action }) => void act(action),
  };
}
