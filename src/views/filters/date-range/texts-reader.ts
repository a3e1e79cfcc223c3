import type { RangeTexts, ReadDraft } from "../../../core/time/range-draft.js";
import type { Environment } from "../../shell/environment.js";
import { readEdits, type EditContext } from "./range-edits.js";
import { summarizeRange } from "./range-summary.js";

/** What the texts of the fields mean. */
interface Reading {
  readonly read: ReadDraft;
  /** "" while something is wrong with the texts. */
  readonly summary: string;
}

/** Reads the texts on the screen, once: turning the months, for example, does not change them. */
export class TextsReader {
  #before: readonly unknown[] = [];
  #reading: Reading | undefined;

  read(texts: RangeTexts, context: EditContext, env: Environment): Reading {
    const now = [texts, context, env];
    if (!this.#reading || now.some((one, at) => one !== this.#before[at])) {
      const read = readEdits({ texts }, context);
      this.#reading = { read, summary: read.ends ? summarizeRange(read.ends, texts, context, env) : "" };
      this.#before = now;
    }
    return this.#reading;
  }
}
