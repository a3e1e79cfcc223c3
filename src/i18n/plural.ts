import type { Counted } from "./strings/results.js";

/** The forms of a text by the language's own kinds of number; `#` stands for the number. */
export type Forms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string };

/** Writes a number, which has its text in the reader's digits, with the form of the text that belongs to it. */
export function counter(language: string): (count: Counted, forms: Forms) => string {
  const rules = new Intl.PluralRules(language);
  return ({ number, text }, forms) => (forms[rules.select(number)] ?? forms.other).split("#").join(text);
}

/** A sentence with its full stop; the end of a time ("7:29 a. m.", "23 nov.") brings its own. */
export const sentence = (text: string): string => (text[text.length - 1] === "." ? text : `${text}.`);
