import type { StateStrings } from "../strings/states.js";
import { formed, records } from "./count.js";

export const states: StateStrings = {
  notConfiguredTitle: "No se ha indicado ningún servidor",
  notConfigured: (attribute, property) =>
    `La página que muestra este visor debe indicar la API: con el atributo ${attribute}, o con un objeto en la propiedad ${property} que haga las solicitudes. Hasta entonces no se envía nada.`,

  readyTitle: "Listo para buscar",
  readyText: "Busque ahora en las últimas 24 horas, o ajuste primero los filtros.",

  emptyTitle: "Ningún evento coincide",
  emptyRead: (count, from, until, filtered) => {
    const time = `entre ${from} y ${until}`;
    if (count.number === 0) {
      return filtered
        ? `El servidor no encontró ningún registro de este tipo ${time}.`
        : `El servidor no tiene ningún registro ${time}.`;
    }
    if (filtered) {
      return `Se leyó el tiempo ${time}. ${formed(count, "El único registro recibido no coincide con los filtros", "Ninguno de los # registros recibidos coincide con los filtros")}.`;
    }
    return formed(
      count,
      `Se leyó # registro ${time}. No coincide con los filtros.`,
      `Se leyeron # registros ${time}. Ninguno coincide con los filtros.`,
    );
  },
  emptyIncomplete: (from) => `Lo anterior a ${from} aún no se ha leído.`,
  notLoggedTitle: "Lo que la plataforma no registra",
  notLoggedText:
    "Los cambios que un teléfono hace por sincronización de funciones, los del menú del buzón de voz y los códigos con asterisco no dejan registro. Suelen ser la causa de las reglas de respuesta que parecen cambiar solas.",

  errorTitles: {
    auth: "Su sesión ha terminado",
    forbidden: "No puede ver el registro de auditoría",
    unsupported: "Este servidor no tiene registro de auditoría",
    "bad-request": "El servidor no aceptó esta búsqueda",
    "rate-limited": "Demasiadas solicitudes",
    server: "La búsqueda falló",
    network: "No se puede contactar con el servidor",
    timeout: "El servidor tardó demasiado",
    "bad-data": "La respuesta no se puede leer",
    aborted: "La búsqueda se detuvo",
  },
  errorTexts: {
    auth: "Inicie sesión de nuevo y vuelva. Sus filtros se conservan en esta página.",
    forbidden: "Requiere el rol Channel Partner o superior. Consulte a su administrador si debería tenerlo.",
    unsupported:
      "No hay registro de auditoría en esa dirección. El servidor puede ser anterior a la versión 45 de la plataforma, o la dirección puede ser incorrecta.",
    "bad-request": "Uno de los filtros o el intervalo de fechas no es lo que espera. Cámbielos y busque de nuevo.",
    "rate-limited": "El servidor no acepta más solicitudes por el momento. Sus filtros se conservan.",
    server: "El servidor informó de un error propio. Un intervalo más corto suele ayudar.",
    network:
      "No llegó respuesta. Compruebe la conexión; si funciona, es posible que esta página no tenga permiso para consultar este servidor.",
    timeout: "No llegó respuesta a tiempo. Un intervalo más corto o un dominio acelera la búsqueda.",
    "bad-data": "El servidor respondió con algo que no es un registro de auditoría. Su dirección puede ser incorrecta.",
    aborted: "No se cargó nada. Sus filtros se conservan.",
  },
  errorWait: (seconds) => `Pide esperar ${formed(seconds, "# segundo", "# segundos")}.`,
  errorAnswer: (message, status) => `El servidor respondió: ${status}${message ? `, ${message}` : ""}`,
  errorStatus: (message, status) => `Estado ${status}. ${message}`,

  noticeTitles: {
    search: "La búsqueda falló.",
    "next-page": "No se pudo cargar la página siguiente.",
    refresh: "No se pudieron actualizar los resultados.",
    scan: "No se pudieron leer los eventos anteriores.",
    "sign-ins": "No se pudieron leer los inicios de sesión que faltan.",
  },
  noticeCauses: {
    auth: "Su sesión ha terminado: inicie sesión de nuevo y vuelva.",
    forbidden: "El servidor denegó el acceso.",
    unsupported: "El servidor no conoce el registro de auditoría.",
    "bad-request": "El servidor no aceptó la solicitud.",
    "rate-limited": "El servidor no acepta más solicitudes por el momento.",
    server: "El servidor informó de un error propio.",
    network: "La red no respondió.",
    timeout: "El servidor tardó demasiado.",
    "bad-data": "La respuesta no se pudo leer.",
    aborted: "Se detuvo.",
  },
  noticeKept: (events) =>
    events.number === 0
      ? ""
      : formed(events, "El evento de abajo se conserva.", "Los # eventos de abajo se conservan."),

  noticeMissing: (from, until) => `Incompleto entre ${from} y ${until}.`,
  noticeMissingText: "Ahí no se pudo leer el registro de accesos; pueden faltar inicios de sesión.",
  readAgain: "Leer de nuevo",

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
  scanFound: (found, wanted) => formed(wanted, `${found.text} de # encontrado`, `${found.text} de # encontrados`),
  scanAt: (day) => `leído hasta ${day}`,
  scanRecords: (count) => formed(count, "# registro leído.", "# registros leídos."),
  scanShown: "Las coincidencias aparecen a medida que se encuentran.",
  noticeScanning: (day, count, found) =>
    `Leído hasta ${day}: ${records(count)}, ${formed(found, "# coincide", "# coinciden")}.`,
};
