import type { DomainStrings } from "./strings.js";
import { formatCounted, chooseForm } from "../../../i18n/fr/count.js";

export const domains: DomainStrings = {
  recentDomains: "Récents",
  otherDomains: "Domaines",
  domainsLoading: "Chargement des domaines…",
  domainsSoFar: (loaded) => `${formatCounted(loaded, "chargé")} pour l’instant…`,
  domainsMatching: (matching, all) => `${matching.text} sur ${formatCounted(all, "domaine")}`,
  domainsShown: (shown, matching) =>
    `Les ${shown.text} premiers sur ${matching.text} correspondants\u00A0: continuez à saisir pour réduire la liste.`,
  domainsNone: "Aucun domaine ne correspond. Vous pouvez quand même rechercher ce texte.",
  domainsOwn: "Seul votre propre domaine est proposé. Vous pouvez saisir tout autre domaine.",
  domainsCut: (loaded, total) =>
    `Le serveur ne propose que ${total ? `${loaded.text} domaines sur ${total.text}` : formatCounted(loaded, "domaine")}. Vous pouvez saisir tout autre domaine.`,
  domainsFailed: (loaded) =>
    loaded.number === 0
      ? "Les domaines n’ont pas pu être chargés."
      : chooseForm(loaded, "Seul # domaine a pu être chargé.", "Seuls # domaines ont pu être chargés."),
  domainsReload: "Recharger les domaines",
  announceDomains: (matching) => `${chooseForm(matching, "# domaine correspond", "# domaines correspondent")}.`,
};
