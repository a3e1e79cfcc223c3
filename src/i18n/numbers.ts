import type { Counted } from "./strings/results.js";

const formats = new Map<string, Intl.NumberFormat>();

/** Cached, because formats are slow to create, and a running export writes thousands of numbers. */
export function getNumberFormat(locale: string, options: Intl.NumberFormatOptions = {}): Intl.NumberFormat {
  const key = [locale, ...Object.entries(options)].join();
  let format = formats.get(key);
  if (!format) formats.set(key, (format = new Intl.NumberFormat(locale, options)));
  return format;
}

/** A number with its text in a locale. */
export function formatCount(number: number, locale: string): Counted {
  return { number, text: getNumberFormat(locale).format(number) };
}

/** Formats a part from 0 to 1 in whole percent. */
export function formatPercent(part: number, locale: string): string {
  return getNumberFormat(locale, { style: "percent" }).format(part);
}
