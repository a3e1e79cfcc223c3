import type { DomainStrings } from "./strings.js";
import { formatCounted, formatDomainCount } from "../../../i18n/es/count.js";

export const domains: DomainStrings = {
  recentDomains: "Recientes",
  otherDomains: "Dominios",
  domainsLoading: "Cargando dominios…",
  domainsSoFar: (loaded) => `${formatCounted(loaded, "cargado", "cargados")} hasta ahora…`,
  domainsMatching: (matching, all) => `${matching.text} de ${formatDomainCount(all)}`,
  domainsShown: (shown, matching) =>
    `Los primeros ${shown.text} de ${matching.text} que coinciden: siga escribiendo para reducir la lista.`,
  domainsNone: "Ningún dominio coincide. De todos modos puede buscar este texto.",
  domainsOwn: "Solo aparece su propio dominio. Puede escribir cualquier otro dominio.",
  domainsCut: (loaded, total) =>
    `El servidor solo muestra ${total ? `${loaded.text} de ${formatDomainCount(total)}` : formatDomainCount(loaded)}. Puede escribir cualquier otro dominio.`,
  domainsFailed: (loaded) =>
    loaded.number === 0
      ? "No se pudieron cargar los dominios."
      : loaded.number === 1
        ? "Solo se pudo cargar 1 dominio."
        : `Solo se pudieron cargar ${loaded.text} dominios.`,
  domainsReload: "Cargar los dominios de nuevo",
  announceDomains: (matching) => `${formatCounted(matching, "dominio coincide", "dominios coinciden")}.`,
};
