import type { AnnouncementStrings } from "../strings/announcements.js";
import { formatCounted, formatEventCount } from "./count.js";

export const announcements: AnnouncementStrings = {
  announceSearching: "Buscando.",
  announcePage: (page, count, more) =>
    `Página ${page.text}, ${formatEventCount(count)}${more === true ? ", hay más" : ""}.`,
  announceEmpty: "Ningún evento coincide.",
  announceRefreshed: (added) =>
    added.number === 0 ? "Ningún evento nuevo." : `${formatCounted(added, "evento nuevo", "eventos nuevos")}.`,
  announceFailed: (title) => `${title}.`,
  announceUserChanged: "Otro usuario inició sesión. Se borraron los eventos cargados.",
  announcePaused: (day) => `Se buscó hasta ${day}. Los eventos anteriores aún no se han buscado.`,
};
