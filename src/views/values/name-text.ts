import type { TemplateResult } from "lit";
import { LateCode } from "../../core/text/late-code.js";
import type { Strings } from "../../i18n/strings.js";
import type { renderLookAlikes } from "./look-alike-name.js";

/** Marks letters that may be taken for Latin ones. */
export const lookAlikes = new LateCode<typeof renderLookAlikes>();

/** Renders the name of a user or domain. Only a name with Greek or Cyrillic letters may have some that look like Latin ones. */
export function renderName(shown: string, strings: Pick<Strings, "lookAlikes">): string | TemplateResult {
  return (/[\p{sc=Cyrl}\p{sc=Grek}]/u.test(shown) && lookAlikes.find()?.(shown, strings)) || shown;
}
