import type { ObjectStrings } from "../strings/objects.js";

export const objects: ObjectStrings = {
  allObjects: "كل الكائنات",
  moreObjects: (more) => `+${more.text} أخرى`,
  objectsChosen: (chosen) => `الكائنات: ${chosen}`,
  removeObject: (label) => `إزالة ${label}`,
  findObject: "البحث عن كائن",
  objectsLoading: "جارٍ تحميل الكائنات…",
  objectsFailed: "تعذر تحميل القائمة.",
  objectsNone: "لا يوجد كائن بهذا الاسم.",
  objectsOfCategory: (chosen, all) => `${chosen.text} من ${all.text}`,
  objectsSelected: (count) => `المحدد: ${count.text}`,
  clearObjects: "مسح الكل",
  announceObjects: (matching) => `الكائنات التي عُثر عليها: ${matching.text}.`,
};
