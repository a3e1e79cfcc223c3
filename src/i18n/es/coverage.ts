import { endSentence } from "../plural.js";
import type { CoverageStrings, CoverageNoteStrings } from "../strings/coverage.js";
import { chooseForm, formatRecordCount } from "./count.js";

export const coverage: CoverageStrings & CoverageNoteStrings = {
  coverageLabel: "Alcance de la búsqueda",
  coverageWhole: (count, from, until) =>
    endSentence(
      `${chooseForm(count, "Se revisó # registro", "Se revisaron # registros")} desde ${from} hasta ${until}`,
    ),
  coverageSoFar: (count, from) =>
    endSentence(`${chooseForm(count, "Se revisó # registro", "Se revisaron # registros")}, desde ${from}`),
  coverageSent: (filters) => `El servidor filtró por ${filters}.`,
  coverageNarrowed: (before, spellings) => `Antes de ${before} solo se solicitó ${spellings}.`,
  coverageCut: (count, when) =>
    `El servidor devolvió solo una parte de ${when}: ese segundo tiene al menos ${formatRecordCount(count)}.`,
  coverageCutMore: (seconds) => `Lo mismo ocurre en ${chooseForm(seconds, "# segundo más", "# segundos más")}.`,
  coverageOutside: (count) =>
    `${chooseForm(count, "# registro está fuera del intervalo solicitado y no se muestra", "# registros están fuera del intervalo solicitado y no se muestran")}. Es posible que el servidor use otra zona horaria.`,
  coverageShift: (hours) => `Las horas del servidor no tienen zona horaria; se desplazaron ${hours}.`,
  coverageNaive:
    "Las horas del servidor no tienen zona horaria. Cerca de un cambio de horario pueden tener una hora de diferencia.",
  coverageUndated: (count) =>
    `${chooseForm(count, "# registro sin hora legible aparece", "# registros sin hora legible aparecen")} en el orden del servidor.`,
  coverageUnreadable: (count) =>
    `${formatRecordCount(count)} ${chooseForm(count, "no se pudo leer y no se muestra", "no se pudieron leer y no se muestran")}.`,
  coverageNoSignIns: "No se pudo leer el registro de accesos. Puede contener más inicios de sesión.",
  coverageOldest: (when) =>
    `${endSentence(`El registro más antiguo que se conoce es del ${when}`)} Los registros anteriores pueden estar archivados.`,
  coverageDoubled:
    "El servidor envía cada registro dos veces: cada evento se muestra, se cuenta y se exporta dos veces.",
  coverageClockAhead: "El reloj del servidor puede estar adelantado; es posible que falten los eventos más recientes.",
  printed: "Impreso",
};
