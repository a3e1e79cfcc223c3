import type { CountingStrings } from "./counting-strings.js";

export const counting: CountingStrings = {
  countRange: "Compter toute la période",
  countRunning: (when) => `Comptage en cours, actuellement au ${when}`,
  countRate: ({ text }) => `${text} enregistrements par seconde`,
  countWaiting: "Le comptage reprendra après cette recherche",
  countStop: "Arrêter le comptage",
  countResume: "Reprendre le comptage",
  countStopped: (when) => `Comptage arrêté. Les événements antérieurs au ${when} ne sont pas comptés.`,
  countFailed: (when) => `Les événements antérieurs au ${when} n’ont pas pu être comptés.`,
  countRetry: "Réessayer",
  countLost: "Le comptage des événements antérieurs a été abandonné.",
  countAgain: "Compter de nouveau",
  countDone: ({ number, text }) =>
    `Toute la période est comptée\u00A0: ${number <= 1 ? `${text} autre enregistrement vérifié` : `${text} autres enregistrements vérifiés`}`,
};
