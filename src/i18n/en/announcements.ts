import type { AnnouncementStrings } from "../strings/announcements.js";
import { formatEventCount } from "./count.js";

export const announcements: AnnouncementStrings = {
  announceSearching: "Searching.",
  announcePage: (page, count, more) =>
    `Page ${page.text}, ${formatEventCount(count)}${more === true ? ", more available" : ""}.`,
  announceEmpty: "No events match.",
  announceRefreshed: ({ number, text }) =>
    number === 0 ? "No new events." : number === 1 ? "1 new event." : `${text} new events.`,
  announceFailed: (title) => `${title}.`,
  announceUserChanged: "Another user signed in. Loaded events were cleared.",
  announcePaused: (day) => `Searched back to ${day}. Earlier events not searched yet.`,
};
