import type { Counted } from "./results.js";

/** The texts of the live region; each change is announced once. */
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
