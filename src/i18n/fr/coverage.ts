import type { CoverageStrings } from "../strings/coverage.js";
import { formed } from "./count.js";

export const coverage: CoverageStrings = {
  coverageLabel: "Ce qui a été lu",
  coverageWhole: (count, from, until) =>
    `${formed(count, "# enregistrement lu", "# enregistrements lus")}, toute la période du ${from} au ${until}.`,
  coverageSoFar: (count, from) =>
    `${formed(count, "# enregistrement lu", "# enregistrements lus")}, depuis le ${from}.`,
  coverageSent: (filters) => `Le serveur a cherché lui-même ${filters}.`,
  coverageNarrowed: (before, spellings) => `Avant le ${before}, il n’a été interrogé que sur ${spellings}.`,
  coverageCut: (count, when) =>
    `Le serveur ne donne qu’une partie de ${when}\u00A0: au moins ${formed(count, "# enregistrement appartient", "# enregistrements appartiennent")} à cette seconde.`,
  coverageCutMore: (seconds) => `Il en va de même pour ${formed(seconds, "# autre seconde", "# autres secondes")}.`,
  coverageOutside: (count) =>
    `${formed(count, "# enregistrement est arrivé avec une heure hors de la demande et n’est pas affiché", "# enregistrements sont arrivés avec une heure hors de la demande et ne sont pas affichés")}. Le serveur utilise peut-être un autre fuseau horaire.`,
  coverageShift: (hours) =>
    `Le serveur écrit les heures sans fuseau. Elles ont été décalées de ${hours} pour correspondre à la demande.`,
  coverageNaive:
    "Le serveur écrit les heures sans fuseau. Autour d’un changement d’heure, un enregistrement peut être décalé d’une heure.",
  coverageUndated: (count) =>
    `${formed(count, "# enregistrement sans heure lisible reste là où le serveur l’a mis", "# enregistrements sans heure lisible restent là où le serveur les a mis")}.`,
  coverageUnreadable: (count) =>
    `${formed(count, "# enregistrement n’a pas pu être lu et n’est pas affiché", "# enregistrements n’ont pas pu être lus et ne sont pas affichés")}.`,
  coverageNoSignIns: "Le journal des accès, qui peut contenir d’autres connexions, n’a pas pu être lu.",
  printed: "Imprimé",
};
