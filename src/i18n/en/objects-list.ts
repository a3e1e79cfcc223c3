import type { ObjectsListStrings } from "../strings/objects-list.js";

export const objectsList: ObjectsListStrings = {
  findObject: "Find an object",
  objectsNone: "No matching objects.",
  objectsOfCategory: (chosen, all) => `${chosen.text} of ${all.text}`,
  objectsSelected: (count) => `${count.text} selected`,
  clearObjects: "Clear all",
  announceObjects: (matching) => (matching.number === 1 ? "1 object found." : `${matching.text} objects found.`),
};
