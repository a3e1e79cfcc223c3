import type { ObjectStrings } from "../strings/objects.js";

export const objects: ObjectStrings = {
  allObjects: "All objects",
  moreObjects: (more) => `+${more.text} more`,
  objectsChosen: (chosen) => `Objects: ${chosen}`,
  removeObject: (label) => `Remove ${label}`,
  findObject: "Find an object",
  objectsNone: "No matching objects.",
  objectsOfCategory: (chosen, all) => `${chosen.text} of ${all.text}`,
  objectsSelected: (count) => `${count.text} selected`,
  clearObjects: "Clear all",
  announceObjects: (matching) => (matching.number === 1 ? "1 object found." : `${matching.text} objects found.`),
};
