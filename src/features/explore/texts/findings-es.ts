import { formatCounted, formatEventCount, chooseForm } from "../../../i18n/es/count.js";
import type { FindingsStrings } from "./findings-strings.js";

export const findings: FindingsStrings = {
  findings: "Para revisar",
  findingsNote: "Un punto de partida, no un veredicto.",
  findingsCounting: "Revisando los eventos contados…",
  findingsNone: "Nada llama la atención.",
  findingsTooShort:
    "Las direcciones y los clientes nuevos solo se indican tras una búsqueda de al menos 30 días sin lagunas.",
  findingsFailed: "No se pudieron revisar los eventos contados.",
  findingTitles: {
    "bad-passwords": "Contraseñas incorrectas",
    "new-address": "Dirección nueva",
    "new-client": "Cliente nuevo",
    "many-deletes": "Muchas eliminaciones",
    "unusual-hours": "Horario inusual",
    "outside-change": "Cambio desde otro dominio",
  },
  findingShow: "Mostrar los eventos",
  findingBadPasswords: (who, count, after) =>
    `${formatCounted(count, "contraseña incorrecta seguida", "contraseñas incorrectas seguidas")} para ${who}. ${
      {
        "same-address": "Después funcionó un inicio de sesión desde la misma dirección.",
        "other-address": "Después funcionó un inicio de sesión desde otra dirección.",
        nothing: "No se encontró ningún inicio de sesión correcto en la hora siguiente.",
      }[after]
    }`,
  findingNewAddress: (who, address, earlier, others) =>
    `${who} usó ${address} por primera vez. ${chooseForm(earlier, "El # evento anterior vino", "Los # eventos anteriores vinieron")} de ${formatCounted(others, "dirección distinta", "direcciones distintas")}.`,
  findingNewClient: (who, client, earlier, others) =>
    `${who} usó ${client} por primera vez. ${chooseForm(earlier, "El # evento anterior vino", "Los # eventos anteriores vinieron")} de ${formatCounted(others, "cliente distinto", "clientes distintos")}.`,
  findingManyDeletes: (who, count, minutes) =>
    `${formatCounted(count, "eliminación", "eliminaciones")} de ${who} en ${formatCounted(minutes, "minuto", "minutos")}.`,
  findingUnusualHours: (who, count, days, from, until) =>
    `${formatEventCount(count)} de ${who}. En ${chooseForm(days, "otro día", "otros # días")}, todos los eventos fueron entre las ${from} y las ${until}.`,
  findingOutsideChange: (who, count, customer, all, inside) =>
    `${count.text} de los ${all.text} cambios en ${customer} ${chooseForm(count, "es", "son")} de ${who}. ${inside.text} ${chooseForm(inside, "es", "son")} de usuarios del propio dominio.`,
};
