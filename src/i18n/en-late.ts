import { domains } from "../features/domains/texts/en.js";
import { exports } from "../features/export/texts/en.js";
import { summary } from "./en/summary.js";
import type { LateStrings } from "./strings.js";

/** The English texts that a reader needs only after a search. Other languages have theirs in one chunk with all others. */
export const lateEnglish: LateStrings = { ...domains, ...exports, ...summary };
