import { endSentence } from "../plural.js";
import type { NothingFoundStrings } from "../strings/nothing-found.js";
import type { StateStrings } from "../strings/states.js";
import { formatCounted, chooseForm } from "./count.js";

export const states: StateStrings & NothingFoundStrings = {
  notConfiguredTitle: "Aucun serveur n’est configuré",
  notConfigured: (attribute, property) =>
    `Définissez l’attribut ${attribute} ou la propriété ${property} de ce journal. D’ici là, aucune requête n’est envoyée.`,

  readyTitle: "Prêt pour la recherche",
  readyText: "Cherchez maintenant dans les dernières 24 heures, ou réglez d’abord les filtres.",
  readyFilters: (range) => `Période : ${range}. Lancez la recherche ou réglez d’autres filtres.`,

  emptyTitle: "Aucun événement ne correspond",
  didYouMean: (name) => `Vouliez-vous dire ${name} ?`,
  searchPattern: (pattern) => `Rechercher ${pattern}`,
  emptyRead: (count, from, until, filtered) => {
    const time = `du ${from} au ${until}`;
    if (count.number === 0) {
      return endSentence(
        filtered ? `Aucun enregistrement ne correspond ${time}` : `Le serveur n’a aucun enregistrement ${time}`,
      );
    }
    return chooseForm(
      count,
      `Le seul enregistrement ${time} ne correspond pas à vos filtres.`,
      `Aucun des # enregistrements ${time} ne correspond à vos filtres.`,
    );
  },
  emptyIncomplete: () => "Les événements antérieurs n’ont pas encore été recherchés.",
  notLoggedTitle: "Ce que la plateforme n’enregistre pas",
  notLoggedText:
    "La synchronisation des fonctions du téléphone, le menu de la messagerie vocale et les codes étoile ne laissent aucune trace. Ils expliquent souvent pourquoi des règles de réponse semblent changer d’elles-mêmes.",

  errorTitles: {
    auth: "Votre session est terminée",
    forbidden: "Vous ne pouvez pas voir le journal d’audit",
    unsupported: "Ce serveur n’a pas de journal d’audit",
    "bad-request": "Le serveur a rejeté cette recherche",
    "rate-limited": "Trop de requêtes",
    server: "La recherche a échoué",
    network: "Le serveur est injoignable",
    timeout: "Le serveur a mis trop de temps",
    "bad-data": "Réponse inattendue",
    aborted: "Recherche arrêtée",
  },
  errorTexts: {
    auth: "Reconnectez-vous, puis revenez. Vos filtres sont conservés sur cette page.",
    forbidden: "Il vous faut le rôle Channel Partner ou un rôle supérieur. Demandez l’accès à votre administrateur.",
    unsupported: "Le serveur est peut-être antérieur à la version 45 de la plateforme, ou son adresse est incorrecte.",
    "bad-request": "Le serveur a rejeté un filtre ou la période. Modifiez-les et relancez la recherche.",
    "rate-limited": "Le serveur n’accepte plus de requêtes pour le moment. Vos filtres sont conservés.",
    server: "Le serveur a signalé une erreur. Une période plus courte aide souvent.",
    network:
      "Aucune réponse. Vérifiez votre connexion\u00A0; l’accès de cette page au serveur est peut-être aussi bloqué.",
    timeout: "Aucune réponse à temps. Une période plus courte ou un domaine accélère la recherche.",
    "bad-data": "La réponse n’est pas un journal d’audit. L’adresse du serveur est peut-être incorrecte.",
    aborted: "Rien n’a été chargé. Vos filtres sont conservés.",
  },
  errorWait: (seconds) => `Il demande d’attendre ${formatCounted(seconds, "seconde")}.`,
  noticeWait: (seconds, busy) =>
    `${busy ? "Le serveur est occupé" : "Trop de requêtes"}. Nouvel essai dans ${formatCounted(seconds, "seconde")}.`,
  errorAnswer: (message, status) => `Réponse du serveur\u00A0: ${status}${message ? `, ${message}` : ""}`,
  errorStatus: (message, status) => `Statut ${status}. ${message}`,

  noticeTitles: {
    search: "La recherche a échoué.",
    "next-page": "La page suivante n’a pas pu être chargée.",
    refresh: "Les résultats n’ont pas pu être actualisés.",
    scan: "Les événements plus anciens n’ont pas pu être chargés.",
    "sign-ins": "Les connexions manquantes n’ont pas pu être chargées.",
  },
  noticeCauses: {
    auth: "Votre session est terminée. Reconnectez-vous, puis revenez.",
    forbidden: "Le serveur a refusé l’accès.",
    unsupported: "Le serveur n’a pas de journal d’audit.",
    "bad-request": "Le serveur a rejeté la requête.",
    "rate-limited": "Le serveur n’accepte plus de requêtes pour le moment.",
    server: "Le serveur a signalé une erreur.",
    network: "Aucune réponse.",
    timeout: "Le serveur a mis trop de temps.",
    "bad-data": "Réponse inattendue.",
    aborted: "Recherche arrêtée.",
  },
  noticeKept: (events) =>
    events.number === 0
      ? ""
      : chooseForm(
          events,
          "L’événement ci-dessous est toujours affiché.",
          "Les # événements ci-dessous sont toujours affichés.",
        ),

  noticeMissing: (from, until) => `Incomplet du ${from} au ${until}.`,
  noticeMissingText:
    "Le journal des accès n’a pas pu être lu pour cette période\u00A0: des connexions peuvent manquer.",
  readAgain: "Réessayer",

  tryAgain: "Réessayer",
  checkAgain: "Vérifier à nouveau",
  searchLast24Hours: "Chercher dans les dernières 24 heures",
  searchLast30Days: "Chercher plutôt dans les 30 derniers jours",
  clearFilters: "Effacer tous les filtres",
  lookFurther: "Remonter plus loin",
  stop: "Arrêter",

  loadingEvents: "Chargement des événements",
  searching: "Recherche…",
  searchingRange: (from, until) => `Recherche ${from} – ${until}…`,
  scanning: "Recherche en cours",
  scanFound: (found, wanted) => chooseForm(found, `# trouvé sur ${wanted.text}`, `# trouvés sur ${wanted.text}`),
  scanAt: (day) => `recherche jusqu’au ${day}`,
  scanRecords: (count) => chooseForm(count, "# enregistrement vérifié.", "# enregistrements vérifiés."),
  scanShown: "Les résultats apparaissent au fur et à mesure.",
  noticePaused: (day, count) =>
    `Recherche jusqu’au ${day}\u00A0: ${chooseForm(count, "# enregistrement vérifié", "# enregistrements vérifiés")}.`,
  noticePageShort: "Cette page n’est pas complète.",
  noticePageNone: "Aucun autre événement trouvé pour l’instant.",
  noticeScanning: (day, count, found) =>
    `Recherche jusqu’au ${day}\u00A0: ${chooseForm(count, "# enregistrement vérifié", "# enregistrements vérifiés")}, ${chooseForm(found, "# trouvé", "# trouvés")}.`,
};
