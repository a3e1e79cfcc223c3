import type { Counted } from "./strings/results.js";

/** The plural forms of a text. `#` stands for the number. */
export type Forms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string };

/** Returns a function that writes a number with its plural form. The text of the number has the digits of the locale. */
export function createCounter(language: string): (count: Counted, forms: Forms) => string {
  const rules = new Intl.PluralRules(language);
  return ({ number, text }, forms) => (forms[rules.select(number)] ?? forms.other).split("#").join(text);
}

/** Adds a period to a sentence, unless it ends with a time that has one ("7:29 a. m.", "23 nov."). */
export const endSentence = (text: string): string => (text[text.length - 1] === "." ? text : `${text}.`);
