import { endSentence } from "../plural.js";
import type { DateRangeStrings } from "../strings/date-range.js";

export const dateRange: DateRangeStrings = {
  customRangeOption: "Intervalo personalizado",
  rangeStart: "Inicio",
  rangeEnd: "Fin",
  rangeFields: {
    startDate: "Fecha de inicio",
    startTime: "Hora de inicio",
    endDate: "Fecha de fin",
    endTime: "Hora de fin",
  },
  previousMonth: "Mes anterior",
  nextMonth: "Mes siguiente",
  dayStates: {
    start: "inicio del intervalo",
    end: "fin del intervalo",
    both: "inicio y fin del intervalo",
    in: "dentro del intervalo",
  },
  rangeCancel: "Cancelar",
  rangeApply: "Aplicar",
  rangeProblem: (problem, example) =>
    ({
      "not-a-date": `Escriba una fecha como ${example}.`,
      "not-a-time": `Escriba una hora como ${example}.`,
      "end-before-start": "El fin es anterior al inicio.",
    })[problem],
  rangeSummary(length, zone, changes) {
    const turns = changes.map(({ forward, date }) => `se ${forward ? "adelanta" : "atrasa"} el ${date}`).join(" y ");
    return `${length} en ${zone}${turns ? `: el reloj ${turns}` : ""}.`;
  },
  rangeLong: "Las búsquedas de más de 90 días tardan más.",
  rangeSkipped: "El reloj se salta esta hora: el intervalo está vacío.",
  clockNote: (kind, time, date, taken) =>
    kind === "skipped"
      ? endSentence(`${time} no existe el ${date}: se usa ${taken}`)
      : `${time} se repite el ${date}: se usa la primera vez.`,
};
