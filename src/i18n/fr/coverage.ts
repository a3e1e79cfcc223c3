import { endSentence } from "../plural.js";
import type { CoverageStrings, CoverageNoteStrings } from "../strings/coverage.js";
import { chooseForm } from "./count.js";

export const coverage: CoverageStrings & CoverageNoteStrings = {
  coverageLabel: "Étendue de la recherche",
  coverageWhole: (count, from, until) =>
    endSentence(
      `${chooseForm(count, "# enregistrement vérifié", "# enregistrements vérifiés")} du ${from} au ${until}`,
    ),
  coverageSoFar: (count, from) =>
    endSentence(`${chooseForm(count, "# enregistrement vérifié", "# enregistrements vérifiés")}, depuis le ${from}`),
  coverageSent: (filters) => `Le serveur a filtré selon ${filters}.`,
  coverageNarrowed: (before, spellings) => `Avant le ${before}, seul ${spellings} a été demandé.`,
  coverageCut: (count, when) =>
    `Le serveur n’a renvoyé qu’une partie de ${when}\u00A0: cette seconde compte au moins ${chooseForm(count, "# enregistrement", "# enregistrements")}.`,
  coverageCutMore: (seconds) => `Il en va de même pour ${chooseForm(seconds, "# autre seconde", "# autres secondes")}.`,
  coverageOutside: (count) =>
    `${chooseForm(count, "# enregistrement est hors de la période demandée et n’est pas affiché", "# enregistrements sont hors de la période demandée et ne sont pas affichés")}. Le serveur utilise peut-être un autre fuseau horaire.`,
  coverageShift: (hours) =>
    `Les heures du serveur n’ont pas de fuseau horaire\u00A0; elles ont été décalées de ${hours}.`,
  coverageNaive:
    "Les heures du serveur n’ont pas de fuseau horaire. Près d’un changement d’heure, elles peuvent être décalées d’une heure.",
  coverageUndated: (count) =>
    `${chooseForm(count, "# enregistrement sans heure lisible suit l’ordre du serveur", "# enregistrements sans heure lisible suivent l’ordre du serveur")}.`,
  coverageUnreadable: (count) =>
    `${chooseForm(count, "# enregistrement n’a pas pu être lu et n’est pas affiché", "# enregistrements n’ont pas pu être lus et ne sont pas affichés")}.`,
  coverageNoSignIns: "Le journal des accès n’a pas pu être lu. Il contient peut-être d’autres connexions.",
  coverageOldest: (when) =>
    `${endSentence(`L’enregistrement le plus ancien connu date du ${when}`)} Les journaux plus anciens sont peut-être archivés.`,
  coverageDoubled:
    "Le serveur envoie chaque enregistrement deux fois\u00A0: chaque événement est affiché, compté et exporté deux fois.",
  coverageClockAhead:
    "L’horloge du serveur est peut-être en avance\u00A0: les événements les plus récents peuvent manquer.",
  printed: "Imprimé",
};
