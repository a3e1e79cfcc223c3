import type { DateRangeStrings } from "../strings/date-range.js";

export const dateRange: DateRangeStrings = {
  customRangeOption: "Période personnalisée",
  rangeStart: "Début",
  rangeEnd: "Fin",
  rangeFields: {
    startDate: "Date de début",
    startTime: "Heure de début",
    endDate: "Date de fin",
    endTime: "Heure de fin",
  },
  previousMonth: "Mois précédent",
  nextMonth: "Mois suivant",
  dayStates: {
    start: "début de la période",
    end: "fin de la période",
    both: "début et fin de la période",
    in: "dans la période",
  },
  rangeCancel: "Annuler",
  rangeApply: "Appliquer",
  rangeProblem: (problem, example) =>
    ({
      "not-a-date": `Saisissez une date comme ${example}.`,
      "not-a-time": `Saisissez une heure comme ${example}.`,
      "end-before-start": "La fin précède le début.",
    })[problem],
  rangeSummary(length, zone, changes) {
    const turns = changes.map(({ forward, date }) => `${forward ? "avance" : "recule"} le ${date}`).join(" et ");
    return `${length}, ${zone}${turns ? `\u00A0: l’horloge ${turns}` : ""}.`;
  },
  rangeLong: "Les recherches sur plus de 90 jours prennent plus de temps.",
  rangeSkipped: "L’horloge saute cette heure\u00A0: la période est vide.",
  clockNote: (kind, time, date, taken) =>
    kind === "skipped"
      ? `${time} n’existe pas le ${date}\u00A0: ${taken} est utilisé.`
      : `${time} se produit deux fois le ${date}\u00A0: la première fois est utilisée.`,
};
