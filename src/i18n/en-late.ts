import { domains } from "../features/domains/texts/en.js";
import { exports } from "../features/export/texts/en.js";
import { summary } from "./en/summary.js";
import type { LateStrings } from "./strings.js";

/** The English texts for the results of a search. Other languages have all their texts in one chunk. */
export const lateEnglish: LateStrings = { ...domains, ...exports, ...summary };
