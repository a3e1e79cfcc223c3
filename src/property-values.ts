import type { ComplexAttributeConverter } from "lit";

const warned = new Set<string>();

/** Says once per message what is wrong with a property: a host page's mistake never throws and never goes unsaid. */
export function warnOnce(message: string): void {
  if (warned.has(message)) return;
  warned.add(message);
  console.warn(`<audit-log-viewer> ${message}`);
}

/** One of the allowed values, else the default. Nothing set is no mistake. */
export function oneOf<T>(name: string, allowed: readonly T[], value: unknown, fallback: T): T {
  if (value === undefined || value === null || value === "") return fallback;
  const found = allowed.find((one) => one === value);
  if (found !== undefined) return found;
  warnOnce(`\`${name}\` is one of ${allowed.join(", ")}; ${JSON.stringify(value)} is ignored.`);
  return fallback;
}

/** A value that passes a check, else the default. */
export function checked<T>(name: string, value: unknown, isRight: (value: T) => boolean, what: string, fallback: T): T {
  if (value === undefined || value === null || value === "") return fallback;
  if (isRight(value as T)) return value as T;
  warnOnce(`\`${name}\` is ${what}; ${JSON.stringify(value)} is ignored.`);
  return fallback;
}

/** The browser's own zone. */
export function localZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone || "UTC";
}

/** The nearest `lang` of the host page that this browser can format, else the browser's own language. */
export function localeOf(element: Element): string {
  const marked = nearestLang(element);
  return marked && isLocale(marked) ? marked : navigator.language;
}

function nearestLang(element: Element): string | undefined {
  for (let node: Node | null = element; node; node = node.parentNode ?? (node as Partial<ShadowRoot>).host ?? null) {
    const lang = node instanceof Element ? node.getAttribute("lang") : null;
    if (lang) return lang;
  }
  return undefined;
}

export function isLocale(locale: string): boolean {
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
    toAttribute: (value) => (value === fallback ? null : value),
  };
}
