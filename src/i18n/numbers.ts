import type { Counted } from "./strings/results.js";

const formats = new Map<string, Intl.NumberFormat>();

/** Kept, since a running export writes numbers a thousand times: formats are dear to make, and to forget. */
export function numberFormat(locale: string, options: Intl.NumberFormatOptions = {}): Intl.NumberFormat {
  const key = [locale, ...Object.entries(options)].join();
  let format = formats.get(key);
  if (!format) formats.set(key, (format = new Intl.NumberFormat(locale, options)));
  return format;
}

/** A number with its text in a locale. */
export function counted(number: number, locale: string): Counted {
  return { number, text: numberFormat(locale).format(number) };
}

/** A part from 0 to 1 in whole percent. */
export function percent(part: number, locale: string): string {
  return numberFormat(locale, { style: "percent" }).format(part);
}
