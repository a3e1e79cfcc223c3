import type { TimezoneStrings } from "../strings/timezones.js";
import type { ToolbarStrings } from "../strings/toolbar.js";
import { chooseForm } from "./count.js";

export const toolbar: ToolbarStrings & TimezoneStrings = {
  recordsPerPage: "Registros por página",
  perPage: "por página",
  allEvents: "Todos",
  inOneList: "en una lista",
  timezone: "Zona horaria",
  timezoneIs: (zone) => `Zona horaria: ${zone}`,
  findZone: "Buscar una ciudad o zona horaria",
  commonZones: "Habituales",
  allZones: "Todas las zonas",
  zoneNow: "Ahora",
  localZone: "Local",
  utcOffset: (offset) => `UTC${offset}`,
  noZones: "Ninguna zona horaria coincide.",
  announceZones: (matching) => chooseForm(matching, "# zona horaria", "# zonas horarias"),
  exportEvents: "Exportar",
  timeline: "Cronología",
  breakdown: "Desglose",
  help: "Ayuda",
  partLoading: "Cargando…",
  partFailed: "No se pudo cargar esta parte del visor.",
};
