import type { StateStrings } from "../strings/states.js";
import { counted, formed } from "./count.js";

export const states: StateStrings = {
  notConfiguredTitle: "Aucun serveur n’est indiqué",
  notConfigured: (attribute, property) =>
    `La page qui affiche ce journal doit indiquer l’API\u00A0: par l’attribut ${attribute}, ou par un objet dans la propriété ${property} qui effectue les requêtes. D’ici là, rien n’est envoyé.`,

  readyTitle: "Prêt pour la recherche",
  readyText: "Cherchez maintenant dans les dernières 24 heures, ou réglez d’abord les filtres.",

  emptyTitle: "Aucun événement ne correspond",
  emptyRead: (count, from, until, filtered) => {
    const time = `entre le ${from} et le ${until}`;
    if (count.number === 0) {
      return filtered
        ? `Le serveur n’a trouvé aucun enregistrement de ce type ${time}.`
        : `Le serveur n’a aucun enregistrement ${time}.`;
    }
    if (filtered) {
      return `La période ${time} a été lue. ${formed(count, "Le seul enregistrement reçu ne correspond pas aux filtres", "Aucun des # enregistrements reçus ne correspond aux filtres")}.`;
    }
    return formed(
      count,
      `# enregistrement ${time} a été lu. Il ne correspond pas aux filtres.`,
      `# enregistrements ${time} ont été lus. Aucun ne correspond aux filtres.`,
    );
  },
  emptyIncomplete: (from) => `Ce qui précède le ${from} n’a pas encore été lu.`,
  notLoggedTitle: "Ce que la plateforme n’enregistre pas",
  notLoggedText:
    "Les changements faits par un téléphone (synchronisation des fonctions), par le menu de la messagerie vocale ou par les codes étoile ne laissent aucune trace. C’est souvent pourquoi des règles de réponse semblent changer d’elles-mêmes.",

  errorTitles: {
    auth: "Votre session est terminée",
    forbidden: "Vous ne pouvez pas voir le journal d’audit",
    unsupported: "Ce serveur n’a pas de journal d’audit",
    "bad-request": "Le serveur n’a pas accepté cette recherche",
    "rate-limited": "Trop de requêtes",
    server: "La recherche a échoué",
    network: "Le serveur est injoignable",
    timeout: "Le serveur a mis trop de temps",
    "bad-data": "La réponse est illisible",
    aborted: "La recherche a été arrêtée",
  },
  errorTexts: {
    auth: "Reconnectez-vous, puis revenez. Vos filtres sont conservés sur cette page.",
    forbidden:
      "Il faut le rôle Channel Partner ou un rôle supérieur. Demandez à votre administrateur si vous devriez l’avoir.",
    unsupported:
      "Il n’y a pas de journal d’audit à cette adresse. Le serveur est peut-être antérieur à la version 45 de la plateforme, ou l’adresse est incorrecte.",
    "bad-request": "Un filtre ou la période n’est pas ce qu’il attend. Changez-les et relancez la recherche.",
    "rate-limited": "Le serveur n’accepte plus de requêtes pour le moment. Vos filtres sont conservés.",
    server: "Le serveur a signalé une erreur interne. Une période plus courte aide souvent.",
    network:
      "Aucune réponse. Vérifiez la connexion\u00A0; si elle fonctionne, cette page n’est peut-être pas autorisée à interroger ce serveur.",
    timeout: "Aucune réponse à temps. Une période plus courte ou un domaine accélère la recherche.",
    "bad-data": "Le serveur a répondu autre chose qu’un journal d’audit. Son adresse est peut-être incorrecte.",
    aborted: "Rien n’a été chargé. Vos filtres sont conservés.",
  },
  errorWait: (seconds) => `Il demande d’attendre ${counted(seconds, "seconde")}.`,
  errorAnswer: (message, status) => `Le serveur a répondu\u00A0: ${status}${message ? `, ${message}` : ""}`,
  errorStatus: (message, status) => `Statut ${status}. ${message}`,

  noticeTitles: {
    search: "La recherche a échoué.",
    "next-page": "La page suivante n’a pas pu être chargée.",
    refresh: "Les résultats n’ont pas pu être actualisés.",
    scan: "Les événements plus anciens n’ont pas pu être lus.",
    "sign-ins": "Les connexions manquantes n’ont pas pu être lues.",
  },
  noticeCauses: {
    auth: "Votre session est terminée\u00A0: reconnectez-vous, puis revenez.",
    forbidden: "Le serveur a refusé l’accès.",
    unsupported: "Le serveur ne connaît pas le journal d’audit.",
    "bad-request": "Le serveur n’a pas accepté la requête.",
    "rate-limited": "Le serveur n’accepte plus de requêtes pour le moment.",
    server: "Le serveur a signalé une erreur interne.",
    network: "Le réseau n’a pas répondu.",
    timeout: "Le serveur a mis trop de temps.",
    "bad-data": "La réponse n’a pas pu être lue.",
    aborted: "L’opération a été arrêtée.",
  },
  noticeKept: (events) =>
    events.number === 0
      ? ""
      : formed(events, "L’événement ci-dessous reste affiché.", "Les # événements ci-dessous restent affichés."),

  noticeMissing: (from, until) => `Incomplet entre le ${from} et le ${until}.`,
  noticeMissingText: "Le journal des accès n’a pas pu y être lu\u00A0: des connexions peuvent manquer.",
  readAgain: "Relire",

  tryAgain: "Réessayer",
  checkAgain: "Vérifier à nouveau",
  searchLast24Hours: "Chercher dans les dernières 24 heures",
  searchLast30Days: "Chercher plutôt dans les 30 derniers jours",
  clearFilters: "Effacer tous les filtres",
  lookFurther: "Chercher plus loin",
  stop: "Arrêter",

  loadingEvents: "Chargement des événements",
  searching: "Recherche…",
  searchingRange: (from, until) => `Recherche ${from} – ${until}…`,
  scanning: "Lecture en cours",
  scanFound: (found, wanted) => formed(wanted, `${found.text} trouvé sur #`, `${found.text} trouvés sur #`),
  scanAt: (day) => `lu jusqu’au ${day}`,
  scanRecords: (count) => formed(count, "# enregistrement lu.", "# enregistrements lus."),
  scanShown: "Les résultats apparaissent au fur et à mesure.",
  noticeScanning: (day, count, found) =>
    `Lu jusqu’au ${day}\u00A0: ${counted(count, "enregistrement")}, ${formed(found, "# correspond", "# correspondent")}.`,
};
