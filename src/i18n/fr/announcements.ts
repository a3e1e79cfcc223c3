import type { AnnouncementStrings } from "../strings/announcements.js";
import { counted } from "./count.js";

export const announcements: AnnouncementStrings = {
  announceSearching: "Recherche en cours.",
  announcePage: (page, count, more) =>
    `Page ${page.text}, ${counted(count, "événement")}${more === true ? ", d’autres sont disponibles" : ""}.`,
  announceEmpty: "Aucun événement ne correspond.",
  announceRefreshed: (added) =>
    added.number === 0 ? "Aucun nouvel événement." : `${counted(added, "nouvel événement", "nouveaux événements")}.`,
  announceFailed: (title) => `${title}.`,
  announceUserChanged: "Un autre utilisateur s’est connecté. Les événements chargés ont été effacés.",
  announcePaused: (day) =>
    `Recherche effectuée jusqu’au ${day}. Les événements antérieurs n’ont pas encore été recherchés.`,
};
