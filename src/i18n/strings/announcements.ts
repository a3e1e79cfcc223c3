import type { Counted } from "./results.js";

/** What the live region says, each change once. */
export interface AnnouncementStrings {
  announceSearching: string;
  /** A page is on the screen. */
  announcePage(page: Counted, count: Counted, more: boolean | "unknown"): string;
  announceEmpty: string;
  announceRefreshed(added: Counted): string;
  announceFailed(title: string): string;
  announceUserChanged: string;
  announcePaused(day: string): string;
}
