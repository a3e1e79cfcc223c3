import { formatEventCount, chooseForm, formatRecordCount } from "../../../i18n/es/count.js";
import type { TimelineStrings } from "./timeline-strings.js";

const list = (parts: readonly string[]) => parts.join(", ");

export const timeline: TimelineStrings = {
  timelineFold: "Plegar la cronología",
  timelineUnfold: "Desplegar la cronología",
  timelineBars: (width) => `Eventos en barras de ${width}`,
  timelineSpan: (from, until) => `${from} a ${until}`,
  timelineEvents: (count) => (count.number === 0 ? "ningún evento" : formatEventCount(count)),
  timelinePart: ({ text }, name) => `${name.toLowerCase()}: ${text}`,
  timelineList: list,
  timelineSentence: (when, facts) => `${when}: ${list(facts)}`,
  timelineNames: { "add-create": "Crear", "modify-update": "Modificar", "export-upload": "Exportar" },
  timelineOr: (one, other) => `${one} o ${other}`,
  timelineOther: "Otros",

  timelineUnread: "Aún no buscado",
  timelineUnreadBar: "aún no buscado",
  timelinePartBar: "buscado solo en parte",
  timelineCountedOnly: ({ text }) => `Contados, no mostrados: ${text}`,
  timelineMissing: "No se pudo leer",
  timelineUndated: (count) =>
    chooseForm(
      count,
      "# evento sin hora legible no está en ninguna barra",
      "# eventos sin hora legible no están en ninguna barra",
    ),
  timelinePage: "Esta página",
  timelineScale: (width, tallest) => `Barra: ${width}, la más alta ${tallest}`,
  timelineCounting: "Contando los eventos",
  timelineSearched: (count) => `Se buscó en todo el intervalo, ${formatRecordCount(count)}`,
  timelineSearchedBack: (when, count) => `Se buscó hasta ${when}, ${formatRecordCount(count)}`,
  timelineAhead: "incluye registros leídos por adelantado para la página siguiente",
  timelineMost: (events, when) => `${events}; la mayoría, ${when}`,

  timelineSelected: "Tiempo seleccionado",
  timelineStart: "Inicio de la selección",
  timelineEnd: "Fin de la selección",
  timelineZoom: "Ampliar la selección",
  timelineClear: "Borrar la selección",
  timelineClearShort: "Borrar",
  timelineBack: "Volver",

  timelineTable: (width) => `Eventos por tiempo en pasos de ${width}, sin los pasos que no tienen ninguno`,
  timelineTime: "Hora",
  timelineTotal: "Eventos",
};
