import { counter, type Forms } from "../plural.js";

const count = counter("ar");

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

export const RECORDS: Forms = {
  zero: "لا سجلات",
  one: "سجل واحد",
  two: "سجلان",
  few: "# سجلات",
  many: "# سجلًا",
  other: "# سجل",
};

export const DOMAINS: Forms = {
  zero: "لا نطاقات",
  one: "نطاق واحد",
  two: "نطاقان",
  few: "# نطاقات",
  many: "# نطاقًا",
  other: "# نطاق",
};
