import { language as ar } from "../../src/i18n/ar.js";
import { language as es } from "../../src/i18n/es.js";
import { language as fr } from "../../src/i18n/fr.js";
import type { Strings } from "../../src/i18n/strings.js";

/** Every language besides English. */
export const LANGUAGES: readonly (readonly [tag: string, name: string, strings: Strings])[] = [
  ["es", "Spanish", es],
  ["fr", "French", fr],
  ["ar", "Arabic", ar],
];

type Text = string | ((...given: unknown[]) => unknown);

/** Every text with its path; sentences about events and names of the tables have tests of their own. */
export function listTexts(strings: object, path = ""): [path: string, text: Text][] {
  return Object.entries(strings).flatMap(([name, text]: [string, unknown]): [string, Text][] => {
    if (name === "summary" || name === "shortSummary" || name === "taxonomyLabels") return [];
    return typeof text === "object" && text !== null
      ? listTexts(text, `${path}${name}.`)
      : [[`${path}${name}`, text as Text]];
  });
}
