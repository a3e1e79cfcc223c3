import type { TimezoneStrings } from "../strings/timezones.js";
import type { ToolbarStrings } from "../strings/toolbar.js";
import { chooseForm } from "./count.js";

export const toolbar: ToolbarStrings & TimezoneStrings = {
  recordsPerPage: "Enregistrements par page",
  perPage: "par page",
  allEvents: "Tous",
  inOneList: "dans une liste",
  timezone: "Fuseau horaire",
  timezoneIs: (zone) => `Fuseau horaire\u00A0: ${zone}`,
  findZone: "Trouver une ville ou un fuseau horaire",
  commonZones: "Courants",
  allZones: "Tous les fuseaux",
  zoneNow: "Maintenant",
  localZone: "Local",
  utcOffset: (offset) => `UTC${offset}`,
  noZones: "Aucun fuseau horaire ne correspond.",
  announceZones: (matching) => chooseForm(matching, "# fuseau horaire", "# fuseaux horaires"),
  exportEvents: "Exporter",
  timeline: "Chronologie",
  breakdown: "Répartition",
  help: "Aide",
  partLoading: "Chargement…",
  partFailed: "Cette partie n’a pas pu être chargée.",
};
