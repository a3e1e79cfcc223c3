import type { ObjectStrings } from "../strings/objects.js";

export const objects: ObjectStrings = {
  allObjects: "All objects",
  moreObjects: (more) => `+${more.text} more`,
  objectsChosen: (chosen) => `Objects: ${chosen}`,
  removeObject: (label) => `Remove ${label}`,
};
