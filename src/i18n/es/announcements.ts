import type { AnnouncementStrings } from "../strings/announcements.js";
import { counted, eventsOf } from "./count.js";

export const announcements: AnnouncementStrings = {
  announceSearching: "Buscando.",
  announcePage: (page, count, more) => `Página ${page.text}, ${eventsOf(count)}${more === true ? ", hay más" : ""}.`,
  announceEmpty: "Ningún evento coincide.",
  announceRefreshed: (added) =>
    added.number === 0 ? "Nada nuevo." : `${counted(added, "evento nuevo", "eventos nuevos")}.`,
  announceFailed: (title) => `${title}.`,
  announceUserChanged: "Otro usuario ha iniciado sesión. Se quitó lo que estaba cargado.",
  announcePaused: (day) => `Se buscó hasta ${day}. Lo anterior no se ha leído.`,
};
