import type { Counted } from "./strings/results.js";

/** The forms of a text by the language's own kinds of number; `#` stands for the number. */
export type Forms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string };

/** Writes a number with the form of the text that belongs to it. A bare number is written as the language does it. */
export function counter(language: string): (count: Counted | number, forms: Forms) => string {
  const rules = new Intl.PluralRules(language);
  return (count, forms) => {
    const { number, text } =
      typeof count === "number" ? { number: count, text: new Intl.NumberFormat(language).format(count) } : count;
    return (forms[rules.select(number)] ?? forms.other).split("#").join(text);
  };
}
