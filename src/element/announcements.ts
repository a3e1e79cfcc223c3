import type { Environment } from "../views/shell/environment.js";
import { waitText } from "../views/shell/error-panel.js";
import { PHASES } from "../views/results/notice-content.js";
import { formatCount } from "../i18n/numbers.js";
import { shownEvents, type LogState } from "../search/log-state.js";

/** Whether another page is on the screen, or a read for one has ended: then the coverage is new, also if nothing was found. */
export function hasPageChanged(now: LogState, before: LogState | undefined): boolean {
  return now.revision !== before?.revision || now.pageIndex !== before.pageIndex || now.coverage !== before.coverage;
}

/** Describes the change on the screen in a sentence for the live region. Undefined if nothing changed. */
export function describeChange(now: LogState, before: LogState | undefined, env: Environment): string | undefined {
  const { strings, times, locale } = env;
  const number = (value: number) => formatCount(value, locale);
  if (now.failure && now.failure !== before?.failure) {
    const { error, during } = now.failure;
    if (!now.searched) return strings.announceFailed(strings.errorTitles[error.kind]);
    return `${strings.noticeTitles[PHASES[during]]} ${strings.noticeCauses[error.kind]}`;
  }
  if (now.activity === "search" && before?.activity !== "search") return strings.announceSearching;
  // A wait has several pauses, and is announced once.
  if (now.waiting && !before?.waiting) return waitText(now.waiting, env);
  if (!now.searched || now.activity || !hasPageChanged(now, before)) return undefined;
  if (now.added !== undefined && now.revision !== before?.revision) return strings.announceRefreshed(number(now.added));
  const { length } = shownEvents(now);
  const page =
    length === 0
      ? strings.announceEmpty
      : now.isOneList
        ? strings.loadedEvents(number(length))
        : strings.announcePage(number(now.pageIndex + 1), number(length), now.hasMore);
  const isPausedHere = now.paused && now.coverage && now.pageIndex >= now.pages.length - 1;
  return isPausedHere ? `${page} ${strings.announcePaused(times.dayAndTime(now.coverage.readFrom))}` : page;
}
