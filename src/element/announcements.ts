import type { Environment } from "../views/shell/environment.js";
import { waitText } from "../views/shell/error-panel.js";
import { PHASES } from "../views/results/notice-content.js";
import { counted } from "../i18n/numbers.js";
import { shownEvents, type LogState } from "../search/log-state.js";

/**
 * Whether a page came onto the screen, or a read ended that looked for one: what is covered is new then, also when
 * nothing was found.
 */
export function isTurned(now: LogState, before: LogState | undefined): boolean {
  return now.revision !== before?.revision || now.pageIndex !== before.pageIndex || now.coverage !== before.coverage;
}

/** What changed on the screen, in one sentence for the live region; undefined when nothing did. */
export function announcementOf(now: LogState, before: LogState | undefined, env: Environment): string | undefined {
  const { strings, times, locale } = env;
  const number = (value: number) => counted(value, locale);
  if (now.failure && now.failure !== before?.failure) {
    const { error, during } = now.failure;
    if (!now.searched) return strings.announceFailed(strings.errorTitles[error.kind]);
    return `${strings.noticeTitles[PHASES[during]]} ${strings.noticeCauses[error.kind]}`;
  }
  if (now.activity === "search" && before?.activity !== "search") return strings.announceSearching;
  // The next pause of the same wait is no news.
  if (now.waiting && !before?.waiting) return waitText(now.waiting, env);
  if (!now.searched || now.activity || !isTurned(now, before)) return undefined;
  if (now.added !== undefined && now.revision !== before?.revision) return strings.announceRefreshed(number(now.added));
  const { length } = shownEvents(now);
  const page =
    length === 0 ? strings.announceEmpty : strings.announcePage(number(now.pageIndex + 1), number(length), now.hasMore);
  const isPausedHere = now.paused && now.coverage && now.pageIndex >= now.pages.length - 1;
  return isPausedHere ? `${page} ${strings.announcePaused(times.dayAndTime(now.coverage.readFrom))}` : page;
}
