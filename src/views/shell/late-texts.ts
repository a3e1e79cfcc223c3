import { textMasker } from "../../core/secrets/texts.js";
import type * as TextMaskerCode from "../../core/secrets/text-masker.js";
import { coverageNotes } from "../results/coverage-text.js";
import type * as CoverageNotesCode from "../results/coverage-notes.js";
import type * as LookAlikeCode from "../values/look-alike-name.js";
import { lookAlikes } from "../values/name-text.js";
import type { Environment } from "./environment.js";

/** Says how the code is loaded that few texts need. */
export function loadLateTextsWith(load: Environment["load"]): void {
  coverageNotes.loadWith(() => load("coverage-notes") as Promise<typeof CoverageNotesCode>);
  lookAlikes.loadWith(async () => ((await load("look-alikes")) as typeof LookAlikeCode).renderLookAlikes);
  textMasker.loadWith(async () => ((await load("text-masker")) as typeof TextMaskerCode).maskSecrets);
}
