import type { AnnouncementStrings } from "../strings/announcements.js";

export const announcements: AnnouncementStrings = {
  announceSearching: "Searching.",
  announcePage: (page, count, more) =>
    `Page ${page}, ${count === 1 ? "1 event" : `${count} events`}${more === true ? ", more available" : ""}.`,
  announceEmpty: "No events match.",
  announceFailed: (title) => `${title}.`,
  announcePaused: (day) => `Looked back to ${day}. Older time has not been read.`,
};
