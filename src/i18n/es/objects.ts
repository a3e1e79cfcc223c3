import type { ObjectStrings } from "../strings/objects.js";
import type { ObjectsListStrings } from "../strings/objects-list.js";
import { chooseForm } from "./count.js";

export const objects: ObjectStrings & ObjectsListStrings = {
  allObjects: "Todos los objetos",
  moreObjects: (more) => `+${more.text} más`,
  objectsChosen: (chosen) => `Objetos: ${chosen}`,
  removeObject: (label) => `Quitar ${label}`,
  findObject: "Buscar un objeto",
  objectsNone: "Ningún objeto coincide.",
  objectsOfCategory: (chosen, all) => `${chosen.text} de ${all.text}`,
  objectsSelected: (count) => chooseForm(count, "# seleccionado", "# seleccionados"),
  clearObjects: "Quitar todo",
  announceObjects: (matching) => `${chooseForm(matching, "# objeto encontrado", "# objetos encontrados")}.`,
};
