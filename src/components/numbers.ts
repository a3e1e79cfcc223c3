import type { Counted } from "../i18n/strings/results.js";

const formats = new Map<string, Intl.NumberFormat>();

/** A number with its text in a locale. */
export function counted(number: number, locale: string): Counted {
  let format = formats.get(locale);
  if (!format) formats.set(locale, (format = new Intl.NumberFormat(locale)));
  return { number, text: format.format(number) };
}

/** A part from 0 to 1 in whole percent. */
export function percent(part: number, locale: string): string {
  return new Intl.NumberFormat(locale, { style: "percent" }).format(part);
}
