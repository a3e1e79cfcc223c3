/** What the live region says, each change once. */
export interface AnnouncementStrings {
  announceSearching: string;
  /** A page is on the screen. */
  announcePage(page: number, count: number, more: boolean | "unknown"): string;
  announceEmpty: string;
  announceRefreshed(added: number): string;
  announceFailed(title: string): string;
  announceUserChanged: string;
  announcePaused(day: string): string;
}
