import type { CountingStrings } from "./counting-strings.js";

export const counting: CountingStrings = {
  countRange: "Contar todo el intervalo",
  countRunning: (when) => `Contando, ahora en ${when}`,
  countRate: ({ text }) => `${text} registros por segundo`,
  countWaiting: "El recuento continúa después de esta búsqueda",
  countStop: "Detener el recuento",
  countResume: "Reanudar el recuento",
  countStopped: (when) => `Recuento detenido. Los eventos anteriores a ${when} no se han contado.`,
  countFailed: (when) => `No se pudieron contar los eventos anteriores a ${when}.`,
  countRetry: "Reintentar",
  countLost: "Se descartó el recuento de eventos anteriores.",
  countAgain: "Contar de nuevo",
  countDone: ({ number, text }) =>
    `Intervalo contado por completo: ${number === 1 ? "1 registro más comprobado" : `${text} registros más comprobados`}`,
};
