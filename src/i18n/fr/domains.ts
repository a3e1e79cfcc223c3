import type { DomainStrings } from "../strings/domains.js";
import { counted, formed } from "./count.js";

export const domains: DomainStrings = {
  recentDomains: "Récents",
  otherDomains: "Domaines",
  domainsLoading: "Chargement des domaines…",
  domainsSoFar: (loaded) => `${counted(loaded, "chargé")} pour l’instant…`,
  domainsMatching: (matching, all) => `${matching.text} sur ${counted(all, "domaine")}`,
  domainsShown: (shown, matching) =>
    `Les ${shown.text} premiers sur ${matching.text} correspondants\u00A0: continuez à saisir pour en voir moins.`,
  domainsNone: "Aucun domaine ne correspond. Tout texte peut être recherché.",
  domainsOwn: "Seul votre propre domaine peut être proposé. Tout autre peut être saisi.",
  domainsCut: (loaded, total) =>
    `Le serveur ne propose que ${total ? `${loaded.text} domaines sur ${total.text}` : counted(loaded, "domaine")}. Tout autre peut être saisi.`,
  domainsFailed: (loaded) =>
    loaded.number === 0
      ? "Les domaines n’ont pas pu être chargés."
      : formed(loaded, "Seul # domaine a pu être chargé.", "Seuls # domaines ont pu être chargés."),
  domainsReload: "Recharger les domaines",
  announceDomains: (matching) => `${formed(matching, "# domaine correspond", "# domaines correspondent")}.`,
};
