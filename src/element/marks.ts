/** The names of the marks. docs/performance.md says when each is set. */
type Phase = "connected" | "shell" | "search" | "first-answer" | "rows";

/**
 * Sets a mark in the page's performance timeline, for example `audit-log-viewer:rows`. It replaces the last mark of this name,
 * so that a long session keeps five of them, and contains nothing about the search.
 */
export function setMark(phase: Phase): void {
  const name = `audit-log-viewer:${phase}`;
  try {
    performance.clearMarks(name);
    performance.mark(name);
  } catch {
    // Host pages replace these functions. Marks only help to measure, so the viewer works without them.
  }
}
