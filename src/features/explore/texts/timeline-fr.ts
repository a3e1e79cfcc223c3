import { formatCounted, chooseForm } from "../../../i18n/fr/count.js";
import type { Counted } from "../../../i18n/strings/results.js";
import type { TimelineStrings } from "./timeline-strings.js";

const records = (count: Counted) => formatCounted(count, "enregistrement");

const list = (parts: readonly string[]) => parts.join(", ");

export const timeline: TimelineStrings = {
  timelineFold: "Replier la chronologie",
  timelineUnfold: "Déplier la chronologie",
  timelineBars: (width) => `Événements par barres de ${width}`,
  timelineSpan: (from, until) => `${from} à ${until}`,
  timelineEvents: (count) => (count.number === 0 ? "aucun événement" : formatCounted(count, "événement")),
  timelinePart: ({ text }, name) => `${name.toLowerCase()}\u00A0: ${text}`,
  timelineList: list,
  timelineSentence: (when, facts) => `${when}\u00A0: ${list(facts)}`,
  timelineNames: { "add-create": "Créer", "modify-update": "Modifier", "export-upload": "Exporter" },
  timelineOr: (one, other) => `${one} ou ${other}`,
  timelineOther: "Autres",

  timelineUnread: "Pas encore recherché",
  timelineUnreadBar: "pas encore recherché",
  timelinePartBar: "recherché en partie seulement",
  timelineCountedOnly: ({ text }) => `Comptés, non affichés\u00A0: ${text}`,
  timelineMissing: "Lecture impossible",
  timelineUndated: (count) =>
    chooseForm(
      count,
      "# événement sans heure lisible n’est dans aucune barre",
      "# événements sans heure lisible ne sont dans aucune barre",
    ),
  timelinePage: "Cette page",
  timelineScale: (width, tallest) => `Barre\u00A0: ${width}, la plus haute ${tallest}`,
  timelineCounting: "Comptage des événements",
  timelineSearched: (count) => `Toute la période a été recherchée, ${records(count)}`,
  timelineSearchedBack: (when, count) => `Recherche jusqu’au ${when}, ${records(count)}`,
  timelineAhead: "y compris les enregistrements lus d’avance pour la page suivante",
  timelineMost: (events, when) => `${events}, le plus souvent ${when}`,

  timelineSelected: "Temps sélectionné",
  timelineStart: "Début de la sélection",
  timelineEnd: "Fin de la sélection",
  timelineZoom: "Zoomer sur la sélection",
  timelineClear: "Effacer la sélection",
  timelineClearShort: "Effacer",
  timelineBack: "Retour",

  timelineTable: (width) => `Événements dans le temps par pas de ${width}, sans les pas qui n’en ont aucun`,
  timelineTime: "Heure",
  timelineTotal: "Événements",
};
