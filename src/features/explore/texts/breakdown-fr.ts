import { formatCounted, chooseForm } from "../../../i18n/fr/count.js";
import { endSentence } from "../../../i18n/plural.js";
import type { Counted } from "../../../i18n/strings/results.js";
import type { BreakdownStrings } from "./breakdown-strings.js";

const events = (count: Counted) => formatCounted(count, "événement");
const records = (count: Counted) => formatCounted(count, "enregistrement");

export const breakdown: BreakdownStrings = {
  breakdownOf: (count) => `sur ${events(count)}`,
  breakdownCounting: "comptage en cours",
  breakdownSoFar: (count, from) => endSentence(`Dans ${records(count)}, recherche remontée jusqu’au ${from}`),
  breakdownWhole: (count, from, until) => endSentence(`Dans ${records(count)} du ${from} au ${until}`),
  breakdownAhead: "Ils comprennent des enregistrements lus d’avance pour la page suivante.",
  breakdownUnsearched: "Les événements antérieurs ne sont pas encore recherchés et ne sont pas dans ces chiffres.",
  breakdownCountedOnly: (count) =>
    `${events(count)} ${chooseForm(count, "est compté mais pas chargé", "sont comptés mais pas chargés")}.`,
  breakdownMissing: (from, until) =>
    endSentence(`Incomplet\u00A0: connexions impossibles à lire et à compter du ${from} au ${until}`),
  breakdownCut: (seconds) =>
    `Incomplet\u00A0: le serveur n’a renvoyé qu’une partie de ${chooseForm(seconds, "# seconde", "# secondes")}. Il peut y avoir d’autres événements.`,
  breakdownNothing: "Aucun événement ne correspond, il n’y a donc rien à répartir.",
  breakdownValue: (value, count) => `${value}, ${events(count)}`,
  breakdownNotGiven: "Non renseigné",
  breakdownMore: ({ number, text }) => `+${text} ${number < 2 ? "autre" : "autres"}`,
  breakdownFind: (field) => `Chercher dans ${field}`,
  breakdownFound: (found, all) => `${found.text} sur ${all.text}`,
  breakdownNoValues: "Aucune valeur ne correspond.",
  breakdownFailed: "Les valeurs n’ont pas pu être comptées.",
  breakdownClose: "Fermer la répartition",
  filterFor: (value) => `Filtrer sur ${value}`,
  filterForAnyDomain: (user) => `Filtrer sur ${user} dans tous les domaines`,
};
