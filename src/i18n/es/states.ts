import { endSentence } from "../plural.js";
import type { NothingFoundStrings } from "../strings/nothing-found.js";
import type { StateStrings } from "../strings/states.js";
import { chooseForm } from "./count.js";

export const states: StateStrings & NothingFoundStrings = {
  notConfiguredTitle: "No hay ningún servidor configurado",
  notConfigured: (attribute, property) =>
    `Configure el atributo ${attribute} o la propiedad ${property} de este visor. Hasta entonces no se envía ninguna solicitud.`,

  readyTitle: "Listo para buscar",
  readyText: "Busque ahora en las últimas 24 horas, o ajuste primero los filtros.",
  readyFilters: (range) => `Intervalo de fechas: ${range}. Busque ahora o ajuste más filtros.`,

  emptyTitle: "Ningún evento coincide",
  didYouMean: (name) => `¿Quiso decir ${name}?`,
  searchPattern: (pattern) => `Buscar ${pattern}`,
  emptyRead: (count, from, until, filtered) => {
    const time = `desde ${from} hasta ${until}`;
    if (count.number === 0) {
      return filtered
        ? endSentence(`Ningún registro coincide ${time}`)
        : endSentence(`El servidor no tiene registros ${time}`);
    }
    return chooseForm(
      count,
      `El único registro ${time} no coincide con sus filtros.`,
      `Ninguno de los # registros ${time} coincide con sus filtros.`,
    );
  },
  emptyIncomplete: () => "Los eventos anteriores aún no se han buscado.",
  notLoggedTitle: "Lo que la plataforma no registra",
  notLoggedText:
    "La sincronización de funciones del teléfono, los cambios en el menú del buzón de voz y los códigos con asterisco no dejan registro. A menudo explican por qué las reglas de respuesta parecen cambiar solas.",

  errorTitles: {
    auth: "Su sesión ha terminado",
    forbidden: "No puede ver el registro de auditoría",
    unsupported: "Este servidor no tiene registro de auditoría",
    "bad-request": "El servidor rechazó esta búsqueda",
    "rate-limited": "Demasiadas solicitudes",
    server: "La búsqueda falló",
    network: "No se puede contactar con el servidor",
    timeout: "El servidor tardó demasiado",
    "bad-data": "Respuesta inesperada",
    aborted: "Búsqueda detenida",
  },
  errorTexts: {
    auth: "Inicie sesión de nuevo y vuelva. Sus filtros se conservan en esta página.",
    forbidden: "Necesita el rol Channel Partner o superior. Solicite acceso a su administrador.",
    unsupported:
      "El servidor puede ser anterior a la versión 45 de la plataforma, o su dirección puede ser incorrecta.",
    "bad-request": "El servidor rechazó un filtro o el intervalo de fechas. Cámbielo y busque de nuevo.",
    "rate-limited": "El servidor no acepta más solicitudes por el momento. Sus filtros se conservan.",
    server: "El servidor informó un error. Un intervalo más corto suele ayudar.",
    network:
      "No hubo respuesta. Compruebe su conexión; también es posible que el acceso de esta página al servidor esté bloqueado.",
    timeout: "No hubo respuesta a tiempo. Un intervalo más corto o un dominio acelera la búsqueda.",
    "bad-data": "La respuesta no es un registro de auditoría. La dirección del servidor puede ser incorrecta.",
    aborted: "No se cargó nada. Sus filtros se conservan.",
  },
  errorWait: (seconds) => `Pide esperar ${chooseForm(seconds, "# segundo", "# segundos")}.`,
  noticeWait: (seconds, busy) =>
    `${busy ? "El servidor está ocupado" : "Demasiadas solicitudes"}. Nuevo intento en ${chooseForm(seconds, "# segundo", "# segundos")}.`,
  errorAnswer: (message, status) => `Respuesta del servidor: ${status}${message ? `, ${message}` : ""}`,
  errorStatus: (message, status) => `Estado ${status}. ${message}`,

  noticeTitles: {
    search: "La búsqueda falló.",
    "next-page": "No se pudo cargar la página siguiente.",
    refresh: "No se pudieron actualizar los resultados.",
    scan: "No se pudieron cargar los eventos anteriores.",
    "sign-ins": "No se pudieron cargar los inicios de sesión que faltan.",
  },
  noticeCauses: {
    auth: "Su sesión ha terminado. Inicie sesión de nuevo y vuelva.",
    forbidden: "El servidor denegó el acceso.",
    unsupported: "El servidor no tiene registro de auditoría.",
    "bad-request": "El servidor rechazó la solicitud.",
    "rate-limited": "El servidor no acepta más solicitudes por el momento.",
    server: "El servidor informó un error.",
    network: "No hubo respuesta.",
    timeout: "El servidor tardó demasiado.",
    "bad-data": "Respuesta inesperada.",
    aborted: "Búsqueda detenida.",
  },
  noticeKept: (events) =>
    events.number === 0
      ? ""
      : chooseForm(events, "El evento de abajo se sigue mostrando.", "Los # eventos de abajo se siguen mostrando."),

  noticeMissing: (from, until) => endSentence(`Incompleto desde ${from} hasta ${until}`),
  noticeMissingText: "No se pudo leer el registro de accesos en ese intervalo; pueden faltar inicios de sesión.",
  readAgain: "Reintentar",

  tryAgain: "Reintentar",
  checkAgain: "Comprobar de nuevo",
  searchLast24Hours: "Buscar en las últimas 24 horas",
  searchLast30Days: "Buscar en los últimos 30 días",
  clearFilters: "Borrar todos los filtros",
  lookFurther: "Buscar más atrás",
  stop: "Detener",

  loadingEvents: "Cargando eventos",
  searching: "Buscando…",
  searchingRange: (from, until) => `Buscando ${from} – ${until}…`,
  scanning: "Explorando",
  scanFound: (found, wanted) => chooseForm(wanted, `${found.text} de # encontrado`, `${found.text} de # encontrados`),
  scanAt: (day) => `se buscó hasta ${day}`,
  scanRecords: (count) => chooseForm(count, "Se revisó # registro.", "Se revisaron # registros."),
  scanShown: "Las coincidencias aparecen a medida que se encuentran.",
  noticePaused: (day, count) =>
    `Se buscó hasta ${day}: ${chooseForm(count, "# registro revisado", "# registros revisados")}.`,
  noticePageShort: "Esta página no está completa.",
  noticePageNone: "Por ahora no se encontraron más eventos.",
  noticeScanning: (day, count, found) =>
    `Se buscó hasta ${day}: ${chooseForm(count, "# registro revisado", "# registros revisados")}, ${chooseForm(found, "# encontrado", "# encontrados")}.`,
};
