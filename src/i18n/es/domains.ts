import type { DomainStrings } from "../strings/domains.js";
import { counted, domainsOf } from "./count.js";

export const domains: DomainStrings = {
  recentDomains: "Recientes",
  otherDomains: "Dominios",
  domainsLoading: "Cargando dominios…",
  domainsSoFar: (loaded) => `${counted(loaded, "cargado", "cargados")} hasta ahora…`,
  domainsMatching: (matching, all) => `${matching.text} de ${domainsOf(all)}`,
  domainsShown: (shown, matching) =>
    `Los primeros ${shown.text} de ${matching.text} que coinciden: siga escribiendo para ver menos.`,
  domainsNone: "Ningún dominio coincide. Se puede buscar cualquier texto.",
  domainsOwn: "Solo puede ver la lista de su propio dominio. Cualquier otro se puede escribir.",
  domainsCut: (loaded, total) =>
    `El servidor solo muestra ${total ? `${loaded.text} de ${domainsOf(total)}` : domainsOf(loaded)}. Cualquier otro se puede escribir.`,
  domainsFailed: (loaded) =>
    loaded.number === 0
      ? "No se pudieron cargar los dominios."
      : loaded.number === 1
        ? "Solo se pudo cargar 1 dominio."
        : `Solo se pudieron cargar ${loaded.text} dominios.`,
  domainsReload: "Cargar los dominios de nuevo",
  announceDomains: (matching) => `${counted(matching, "dominio coincide", "dominios coinciden")}.`,
};
