import type { CoverageStrings } from "../strings/coverage.js";
import { formed, records } from "./count.js";

export const coverage: CoverageStrings = {
  coverageLabel: "Qué se ha leído",
  coverageWhole: (count, from, until) =>
    `${formed(count, "# registro leído", "# registros leídos")}, todo desde ${from} hasta ${until}.`,
  coverageSoFar: (count, from) => `${formed(count, "# registro leído", "# registros leídos")}, desde ${from}.`,
  coverageSent: (filters) => `El propio servidor buscó ${filters}.`,
  coverageNarrowed: (before, spellings) => `Antes de ${before} solo se le pidió ${spellings}.`,
  coverageCut: (count, when) =>
    `El servidor solo entrega una parte de ${when}: ${formed(count, "al menos # registro pertenece", "al menos # registros pertenecen")} a ese segundo.`,
  coverageCutMore: (seconds) => `Lo mismo ocurre en ${formed(seconds, "# segundo más", "# segundos más")}.`,
  coverageOutside: (count) =>
    `${formed(count, "# registro llegó con una hora fuera de lo solicitado y no se muestra", "# registros llegaron con una hora fuera de lo solicitado y no se muestran")}. Es posible que el servidor use otra zona horaria.`,
  coverageShift: (hours) =>
    `El servidor escribe las horas sin zona. Se desplazaron ${hours} para que queden dentro de lo solicitado.`,
  coverageNaive:
    "El servidor escribe las horas sin zona. Cerca de un cambio de hora, un registro puede aparecer con una hora de diferencia.",
  coverageUndated: (count) =>
    `${formed(count, "# registro sin hora legible está donde lo puso el servidor", "# registros sin hora legible están donde los puso el servidor")}.`,
  coverageUnreadable: (count) =>
    `${records(count)} ${formed(count, "no se pudo leer y no se muestra", "no se pudieron leer y no se muestran")}.`,
  coverageNoSignIns: "No se pudo leer el registro de accesos, que puede contener más inicios de sesión.",
  printed: "Impreso",
};
