import type { AnnouncementStrings } from "../strings/announcements.js";
import { counted } from "./count.js";

export const announcements: AnnouncementStrings = {
  announceSearching: "Recherche en cours.",
  announcePage: (page, count, more) =>
    `Page ${page.text}, ${counted(count, "événement")}${more === true ? ", d’autres sont disponibles" : ""}.`,
  announceEmpty: "Aucun événement ne correspond.",
  announceRefreshed: (added) =>
    added.number === 0 ? "Rien de nouveau." : `${counted(added, "nouvel événement", "nouveaux événements")}.`,
  announceFailed: (title) => `${title}.`,
  announceUserChanged: "Un autre utilisateur s’est connecté. Ce qui était chargé a été retiré.",
  announcePaused: (day) => `Recherche jusqu’au ${day}. Ce qui précède n’a pas été lu.`,
};
