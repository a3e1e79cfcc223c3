import { describeValue, mergeOptions, warnOnce } from "../../core/option-checks.js";
import type { Language } from "../../i18n/languages.js";
import type { Strings } from "../../i18n/strings.js";

/**
 * Merges the property `strings` over the texts of the language. A text of another type than the viewer's own cannot be shown,
 * so it is left out with a warning.
 *
 * @param mayGet whether a text of this name may be loaded later
 */
export function readStrings(value: unknown, language: Strings, mayGet: Language["mayGet"]): Strings {
  return mergeOptions("strings", "texts", language, value, (text, own, path) => {
    if (typeof own === "function" && typeof text === "function") {
      return createSafeText(text as TextFunction, own as TextFunction, path);
    }
    if (own !== undefined && typeof text === typeof own) return text;
    const [, name, ...inGroup] = path.split(".");
    if (own === undefined && inGroup.length === 0 && mayGet(name!)) return undefined;
    const what = own === undefined ? "is not a text of the viewer" : `must be a ${typeof own}`;
    warnOnce(`\`${path}\` ${what}; ${describeValue(text)} is ignored.`);
    return undefined;
  });
}

type TextFunction = (...facts: unknown[]) => unknown;

/** Uses the viewer's own text if the page's function throws or does not return a text. */
function createSafeText(given: TextFunction, own: TextFunction, path: string): TextFunction {
  return (...facts) => {
    try {
      const text = given(...facts);
      if (typeof text === "string") return text;
      warnOnce(`\`${path}\` must return a text; ${describeValue(text)} is ignored.`);
    } catch (error) {
      warnOnce(
        `\`${path}\` failed: ${describeValue(error instanceof Error ? error.message : error)}. The viewer's own text is used.`,
      );
    }
    return own(...facts);
  };
}
