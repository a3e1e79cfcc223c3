import type { AnnouncementStrings } from "../strings/announcements.js";
import { formatCounted } from "./count.js";

export const announcements: AnnouncementStrings = {
  announceSearching: "Recherche en cours.",
  announcePage: (page, count, more) =>
    `Page ${page.text}, ${formatCounted(count, "événement")}${more === true ? ", d’autres sont disponibles" : ""}.`,
  announceEmpty: "Aucun événement ne correspond.",
  announceRefreshed: (added) =>
    added.number === 0
      ? "Aucun nouvel événement."
      : `${formatCounted(added, "nouvel événement", "nouveaux événements")}.`,
  announceFailed: (title) => `${title}.`,
  announceUserChanged: "Un autre utilisateur s’est connecté. Les événements chargés ont été effacés.",
  announcePaused: (day) =>
    `Recherche effectuée jusqu’au ${day}. Les événements antérieurs n’ont pas encore été recherchés.`,
};
