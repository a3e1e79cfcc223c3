import type { ObjectStrings } from "../strings/objects.js";
import type { ObjectsListStrings } from "../strings/objects-list.js";
import { chooseForm } from "./count.js";

export const objects: ObjectStrings & ObjectsListStrings = {
  allObjects: "Tous les objets",
  moreObjects: (more) => chooseForm(more, "+# autre", "+# autres"),
  objectsChosen: (chosen) => `Objets\u00A0: ${chosen}`,
  removeObject: (label) => `Retirer ${label}`,
  findObject: "Trouver un objet",
  objectsNone: "Aucun objet ne correspond.",
  objectsOfCategory: (chosen, all) => `${chosen.text} sur ${all.text}`,
  objectsSelected: (count) => chooseForm(count, "# sélectionné", "# sélectionnés"),
  clearObjects: "Tout retirer",
  announceObjects: (matching) => `${chooseForm(matching, "# objet trouvé", "# objets trouvés")}.`,
};
