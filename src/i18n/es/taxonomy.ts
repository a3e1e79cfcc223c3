import { createLabels } from "../sentences/labels.js";
import type { TaxonomyStrings } from "../strings/taxonomy.js";
import { grammar } from "./summary.js";

export const taxonomy: TaxonomyStrings = {
  taxonomyLabels: createLabels(grammar, {
    login: "Inicio de sesión",
    logout: "Cierre de sesión",
    "add-create": "Agregar/Crear",
    delete: "Eliminar",
    "modify-update": "Modificar/Actualizar",
    "export-upload": "Exportar/Subir",
    import: "Importar",
    load: "Cargar",
    activate: "Activar",
    restart: "Reiniciar",
    validate: "Validar",
    "google-authenticator": "Google Authenticator",
    "security-warning": "Advertencia de seguridad",
    Authentication: "Autenticación",
    "Users & Domains": "Usuarios y dominios",
    Communication: "Comunicación",
    Configuration: "Configuración",
    System: "Sistema",
    Other: "Otros",
  }),
};
