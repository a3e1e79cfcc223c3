import { lateEnglish } from "../../src/i18n/en-late.js";
import { en as start } from "../../src/i18n/en.js";
import type { Strings } from "../../src/i18n/strings.js";

/** Every English text. */
export const en: Strings = { ...start, ...lateEnglish };
