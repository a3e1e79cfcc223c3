import type { ComplexAttributeConverter } from "lit";
import { isText } from "../../core/options.js";

/** The nearest `lang` of the host page that this browser can format, else the browser's own language. */
export function localeOf(element: Element): string {
  const marked = nearest(element, "lang");
  return marked && isLocale(marked) ? marked : navigator.language;
}

/** An attribute of the element or of what it is in, out of shadow roots too. */
export function nearest(element: Element, attribute: "lang" | "dir"): string | undefined {
  for (let node: Node | null = element; node; node = node.parentNode ?? (node as Partial<ShadowRoot>).host ?? null) {
    const value = node instanceof Element ? node.getAttribute(attribute) : null;
    if (value) return value;
  }
  return undefined;
}

export function isLocale(locale: unknown): locale is string {
  if (!isText(locale)) return false;
  try {
    return Intl.DateTimeFormat.supportedLocalesOf([locale]).length > 0;
  } catch {
    // RangeError is how Intl says "not a language tag".
    return false;
  }
}

/** Reflects a property, for the style sheet, unless it has its default: an element adds no attribute of its own. */
export function unless(fallback: string): ComplexAttributeConverter<string> {
  return {
    fromAttribute: (value) => value ?? fallback,
    // What is no text would have to be made one first, and a symbol cannot.
    toAttribute: (value) => (value === fallback || !isText(value) ? null : value),
  };
}

/** Whether the user asked the browser to load no more than needed. */
export function savesData(): boolean {
  return (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true;
}
