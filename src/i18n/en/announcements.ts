import type { AnnouncementStrings } from "../strings/announcements.js";
import { eventsOf } from "./count.js";

export const announcements: AnnouncementStrings = {
  announceSearching: "Searching.",
  announcePage: (page, count, more) =>
    `Page ${page.text}, ${eventsOf(count)}${more === true ? ", more available" : ""}.`,
  announceEmpty: "No events match.",
  announceRefreshed: ({ number, text }) =>
    number === 0 ? "Nothing new." : number === 1 ? "1 new event." : `${text} new events.`,
  announceFailed: (title) => `${title}.`,
  announceUserChanged: "Another user has signed in. What was loaded is removed.",
  announcePaused: (day) => `Looked back to ${day}. Older time has not been read.`,
};
