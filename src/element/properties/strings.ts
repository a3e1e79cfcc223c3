import type { Strings } from "../../i18n/strings.js";
import { isRecord, isUnset, describeValue, warnOnce } from "../../core/options.js";

/**
 * Texts from outside (the property `strings`) over those of the language, also inside of a group such as `presets`. A
 * text of another type than the viewer's own could not be shown: it is left out and said once in the console.
 *
 * @param isWhole false: the language lacks texts that are loaded later, so an unknown name may be one of those
 */
export function readStrings(value: unknown, language: Strings, isWhole: boolean): Strings {
  return isUnset(value) ? language : merged(language, value, "strings", isWhole);
}

function merged<T extends object>(own: T, given: unknown, path: string, isWhole: boolean): T {
  if (!isRecord(given)) {
    warnOnce(`\`${path}\` must be an object of texts; ${describeValue(given)} is ignored.`);
    return own;
  }
  const texts = { ...own } as Record<string, unknown>;
  for (const [name, text] of Object.entries(given)) {
    if (text === undefined) continue;
    const known = Object.hasOwn(texts, name) ? texts[name] : undefined;
    if (isRecord(known)) texts[name] = merged(known, text, `${path}.${name}`, true);
    else if (typeof known === "function" && typeof text === "function") {
      texts[name] = guarded(text as TextFunction, known as TextFunction, `${path}.${name}`);
    } else if (known !== undefined && typeof text === typeof known) texts[name] = text;
    else if (known !== undefined || isWhole) {
      const what = known === undefined ? "is not a text of the viewer" : `must be a ${typeof known}`;
      warnOnce(`\`${path}.${name}\` ${what}; ${describeValue(text)} is ignored.`);
    }
  }
  return texts as T;
}

type TextFunction = (...facts: unknown[]) => unknown;

/** Where a page's function throws, or returns something else than a text, the viewer's own text stands. */
function guarded(given: TextFunction, own: TextFunction, path: string): TextFunction {
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
