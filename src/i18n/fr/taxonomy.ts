import { createLabels } from "../sentences/labels.js";
import type { TaxonomyStrings } from "../strings/taxonomy.js";
import { grammar } from "./summary.js";

export const taxonomy: TaxonomyStrings = {
  taxonomyLabels: createLabels(grammar, {
    login: "Connexion",
    logout: "Déconnexion",
    "add-create": "Ajouter/Créer",
    delete: "Supprimer",
    "modify-update": "Modifier/Mettre à jour",
    "export-upload": "Exporter/Téléverser",
    import: "Importer",
    load: "Charger",
    activate: "Activer",
    restart: "Redémarrer",
    validate: "Valider",
    "google-authenticator": "Google Authenticator",
    "security-warning": "Alerte de sécurité",
    Authentication: "Authentification",
    "Users & Domains": "Utilisateurs et domaines",
    Communication: "Communication",
    Configuration: "Configuration",
    System: "Système",
    Other: "Autres",
  }),
};
