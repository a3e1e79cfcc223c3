import { formatEventCount, chooseForm, formatRecordCount } from "../../../i18n/es/count.js";
import { endSentence } from "../../../i18n/plural.js";
import type { BreakdownStrings } from "./breakdown-strings.js";

export const breakdown: BreakdownStrings = {
  breakdownOf: (events) => `de ${formatEventCount(events)}`,
  breakdownCounting: "contando",
  breakdownSoFar: (count, from) => endSentence(`En ${formatRecordCount(count)}, con búsqueda desde ${from}`),
  breakdownWhole: (count, from, until) => endSentence(`En ${formatRecordCount(count)} desde ${from} hasta ${until}`),
  breakdownAhead: "Incluyen registros leídos por adelantado para la página siguiente.",
  breakdownUnsearched: "Aún no se han buscado los eventos anteriores, así que no están en estas cifras.",
  breakdownCountedOnly: (events) =>
    `${formatEventCount(events)} ${chooseForm(events, "está contado pero no cargado", "están contados pero no cargados")}.`,
  breakdownMissing: (from, until) =>
    endSentence(`Incompleto: no se pudieron leer ni contar los inicios de sesión desde ${from} hasta ${until}`),
  breakdownCut: (seconds) =>
    `Incompleto: el servidor devolvió solo una parte de ${chooseForm(seconds, "# segundo", "# segundos")}. Puede haber más eventos.`,
  breakdownNothing: "Ningún evento coincide, así que no hay nada que desglosar.",
  breakdownValue: (value, events) => `${value}, ${formatEventCount(events)}`,
  breakdownNotGiven: "Sin especificar",
  breakdownMore: ({ text }) => `+${text} más`,
  breakdownFind: (field) => `Buscar en ${field}`,
  breakdownFound: (found, all) => `${found.text} de ${all.text}`,
  breakdownNoValues: "Ningún valor coincide.",
  breakdownFailed: "No se pudieron contar los valores.",
  breakdownClose: "Cerrar el desglose",
  filterFor: (value) => `Filtrar por ${value}`,
  filterForAnyDomain: (user) => `Filtrar por ${user} en cualquier dominio`,
};
