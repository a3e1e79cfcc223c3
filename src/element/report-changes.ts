import { hasPageChanged } from "./announcements.js";
import type { AuditLogError } from "../core/errors.js";
import { copyFilters } from "../core/filters/filter-check.js";
import { setMark } from "./marks.js";
import { emit } from "./public-events.js";
import type { LogState } from "../search/log-state.js";

/** Dispatches `alv-error`, and `alv-auth-required` if the user must sign in again. */
export function reportError(viewer: EventTarget, { kind, status, message }: AuditLogError): void {
  emit(viewer, "alv-error", { kind, message, ...(status === undefined ? {} : { status }) });
  if (kind === "auth") emit(viewer, "alv-auth-required", { status: status ?? 401 });
}

/** Dispatches the events for what happened between two states, and sets marks. */
export function reportChange(viewer: EventTarget, now: LogState, before: LogState): void {
  const wasSearching = before.activity === "search";
  // The first search has no progress until its code is loaded.
  if (now.activity === "search" && !now.progress && (!wasSearching || before.progress)) setMark("search");
  if (wasSearching && before.progress?.readFrom === undefined && now.progress?.readFrom !== undefined)
    setMark("first-answer");
  // Invalid filters cause no request, and so no progress.
  if (now.activity === "search" && now.progress && !before.progress) {
    emit(viewer, "alv-search", { filters: copyFilters(now.progress.searched.filters) });
  }
  if (now.failure && now.failure !== before.failure) reportError(viewer, now.failure.error);
  if (now.openId !== null && now.openId !== before.openId) {
    const event = now.pages.flat().find(({ id }) => id === now.openId);
    if (event) emit(viewer, "alv-event-open", { event });
  }
}

/** Dispatches `alv-results` if another page is on the screen, or if there is no further page. */
export function reportPage(viewer: EventTarget, now: LogState, before: LogState | undefined): void {
  const { searched, coverage, pageIndex, pages, hasMore } = now;
  if (!coverage || !searched || !hasPageChanged(now, before)) return;
  setMark("rows");
  emit(viewer, "alv-results", { page: pageIndex + 1, count: pages[pageIndex]?.length ?? 0, hasMore, coverage });
}
