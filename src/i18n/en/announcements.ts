import type { AnnouncementStrings } from "../strings/announcements.js";

export const announcements: AnnouncementStrings = {
  announceSearching: "Searching.",
  announcePage: (page, count, more) =>
    `Page ${page}, ${count === 1 ? "1 event" : `${count} events`}${more === true ? ", more available" : ""}.`,
  announceEmpty: "No events match.",
  announceRefreshed: (added) =>
    added === 0 ? "Nothing new." : `${added === 1 ? "1 new event" : `${added} new events`}.`,
  announceFailed: (title) => `${title}.`,
  announceUserChanged: "Another user has signed in. What was loaded is removed.",
  announcePaused: (day) => `Looked back to ${day}. Older time has not been read.`,
};
