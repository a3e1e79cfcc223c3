import { createCounter, type Forms } from "../plural.js";

const count = createCounter("ar");

export { count };

/** The forms of the counted things: none, one, two, a few, many, and whole hundreds. */
export const EVENTS: Forms = {
  zero: "لا أحداث",
  one: "حدث واحد",
  two: "حدثان",
  few: "# أحداث",
  many: "# حدثًا",
  other: "# حدث",
};

export const ROWS: Forms = {
  zero: "لا صفوف",
  one: "صف واحد",
  two: "صفان",
  few: "# صفوف",
  many: "# صفًا",
  other: "# صف",
};

/** The forms after a preposition. */
export const OF_PAGES: Forms = { one: "صفحة واحدة", two: "صفحتين", few: "# صفحات", other: "# صفحة" };

export const COLUMNS: Forms = {
  zero: "لا أعمدة",
  one: "عمود واحد",
  two: "عمودان",
  few: "# أعمدة",
  many: "# عمودًا",
  other: "# عمود",
};

export const DOMAINS: Forms = {
  zero: "لا نطاقات",
  one: "نطاق واحد",
  two: "نطاقان",
  few: "# نطاقات",
  many: "# نطاقًا",
  other: "# نطاق",
};
