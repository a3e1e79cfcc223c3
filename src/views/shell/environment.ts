import { createContext } from "../../ui/context.js";
import type { CompiledTaxonomy } from "../../core/taxonomy/taxonomy.js";
import type { TimeFormatter } from "../../core/time/time-format.js";
import type { LateStrings, Strings } from "../../i18n/strings.js";
import { VERSION } from "../../version.js";

/** A part of a view that is loaded when the pointer or the focus reaches its button, or when it is first shown. */
export type ViewPart =
  | "range-dialog"
  | "objects-list"
  | "columns-list"
  | "timezone-list"
  | "help-link"
  | "nothing-found"
  | "results-cards"
  | "column-sizer"
  | "row-window"
  | "row-tools"
  | "coverage-notes"
  | "details-copy"
  | "look-alikes"
  | "text-masker";

/** The texts, formats and functions that all components share. It contains no events. */
export interface Environment {
  readonly strings: Strings;
  /** Returns the texts together with English ones that a part brings along. The texts of the page and of its language replace them. */
  readonly completeTexts: (english: Partial<LateStrings>) => Strings;
  /** BCP 47. */
  readonly locale: string;
  /** Times in the chosen zone. */
  readonly times: TimeFormatter;
  readonly taxonomy: CompiledTaxonomy;
  /** Milliseconds since 1970-01-01T00:00Z. */
  readonly now: () => number;
  /** Resolves after so many milliseconds, or rejects as soon as the signal is aborted. */
  readonly pause: (ms: number, signal: AbortSignal) => Promise<void>;
  /** Loads a part of a view. Rejects if it cannot be loaded. */
  readonly load: (part: ViewPart) => Promise<unknown>;
  /** The module of a part that is loaded; else undefined. */
  readonly find: (part: ViewPart) => unknown;
}

/** All copies of one version share this context, because they share the inner elements. Another version has its own. */
export const environmentContext = createContext<Environment>(Symbol.for(`audit-log-viewer.environment.${VERSION}`));
