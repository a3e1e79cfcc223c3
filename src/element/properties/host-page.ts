import type { ComplexAttributeConverter } from "lit";
import { isText } from "../../core/option-checks.js";

/** Finds the nearest `lang` of the host page. Returns the language of the browser if there is none that it can format. */
export function findLocale(element: Element): string {
  const marked = findAttribute(element, "lang");
  return marked && isLocale(marked) ? marked : navigator.language;
}

/** Finds an attribute of the element or of its nearest ancestor that has it, also outside of the shadow root. */
export function findAttribute(element: Element, attribute: "lang" | "dir"): string | undefined {
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

/** Reflects a property for the style sheet, unless it has its default value: a new element should add no attributes to itself. */
export function reflectUnless(fallback: string): ComplexAttributeConverter<string> {
  return {
    fromAttribute: (value) => value ?? fallback,
    // A symbol cannot be converted to a string.
    toAttribute: (value) => (value === fallback || !isText(value) ? null : value),
  };
}

/** Whether the user asked the browser to load no more than needed. */
export function savesData(): boolean {
  return (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true;
}
