import { formatCounted, chooseForm } from "../../../i18n/fr/count.js";
import type { FindingsStrings } from "./findings-strings.js";

export const findings: FindingsStrings = {
  findings: "À examiner",
  findingsNote: "Un point de départ, pas un verdict.",
  findingsCounting: "Examen des événements comptés…",
  findingsNone: "Rien ne sort de l’ordinaire.",
  findingsTooShort:
    "Les nouvelles adresses et les nouveaux clients ne sont signalés qu’après une recherche d’au moins 30 jours sans lacune.",
  findingsFailed: "Les événements comptés n’ont pas pu être examinés.",
  findingTitles: {
    "bad-passwords": "Mots de passe erronés",
    "new-address": "Nouvelle adresse",
    "new-client": "Nouveau client",
    "many-deletes": "Nombreuses suppressions",
    "unusual-hours": "Horaire inhabituel",
    "outside-change": "Modification depuis un autre domaine",
  },
  findingShow: "Afficher les événements",
  findingBadPasswords: (who, count, after) =>
    `${formatCounted(count, "mot de passe erroné", "mots de passe erronés")} de suite pour ${who}. ${
      {
        "same-address": "Ensuite, une connexion depuis la même adresse a réussi.",
        "other-address": "Ensuite, une connexion depuis une autre adresse a réussi.",
        nothing: "Aucune connexion réussie n’a été trouvée dans l’heure suivante.",
      }[after]
    }`,
  findingNewAddress: (who, address, earlier, others) =>
    `${who} se sert de ${address} pour la première fois. ${chooseForm(earlier, "Le seul événement antérieur vient", "Les # événements antérieurs viennent")} de ${formatCounted(others, "autre adresse", "autres adresses")}.`,
  findingNewClient: (who, client, earlier, others) =>
    `${who} se sert de ${client} pour la première fois. ${chooseForm(earlier, "Le seul événement antérieur vient", "Les # événements antérieurs viennent")} de ${formatCounted(others, "autre client", "autres clients")}.`,
  findingManyDeletes: (who, count, minutes) =>
    `${formatCounted(count, "suppression")} par ${who} en ${formatCounted(minutes, "minute")}.`,
  findingUnusualHours: (who, count, days, from, until) =>
    `${formatCounted(count, "événement")} par ${who}. Les ${formatCounted(days, "autre jour", "autres jours")}, tous les événements ont lieu entre ${from} et ${until}.`,
  findingOutsideChange: (who, count, customer, all, inside) =>
    `Modifications dans ${customer}\u00A0: ${count.text} sur ${all.text} par ${who}, ${inside.text} par des utilisateurs du domaine lui-même.`,
};
