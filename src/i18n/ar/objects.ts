import type { ObjectStrings } from "../strings/objects.js";
import type { ObjectsListStrings } from "../strings/objects-list.js";
import { count } from "./count.js";

export const objects: ObjectStrings & ObjectsListStrings = {
  allObjects: "كل الكائنات",
  moreObjects: (more) => count(more, { one: "وكائن آخر", two: "وكائنان آخران", other: "و# أخرى" }),
  objectsChosen: (chosen) => `الكائنات: ${chosen}`,
  removeObject: (label) => `إزالة ${label}`,
  findObject: "البحث عن كائن",
  objectsNone: "لا كائنات مطابقة.",
  objectsOfCategory: (chosen, all) => `${chosen.text} من ${all.text}`,
  objectsSelected: (selected) =>
    count(selected, {
      zero: "لم يُحدد شيء",
      one: "كائن واحد محدد",
      two: "كائنان محددان",
      few: "# كائنات محددة",
      many: "# كائنًا محددًا",
      other: "# كائن محدد",
    }),
  clearObjects: "إزالة الكل",
  announceObjects: (matching) =>
    `${count(matching, {
      zero: "لم يُعثر على كائنات",
      one: "عُثر على كائن واحد",
      two: "عُثر على كائنين",
      few: "عُثر على # كائنات",
      many: "عُثر على # كائنًا",
      other: "عُثر على # كائن",
    })}.`,
};
