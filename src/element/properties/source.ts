import { DEFAULT_SOURCE_OPTIONS, type SourceOptions } from "../../api/source-options.js";
import type { SourceSetup } from "../../api/source.js";
import { describeValue, isZone, mergeOptions, warnOnce } from "../../core/option-checks.js";

type Check = (value: unknown) => boolean;

const isOneOf =
  (...allowed: string[]): Check =>
  (value) =>
    allowed.some((one) => one === value);

/** At least 1: with 0, a search would wait forever. */
const isCount: Check = (value) => typeof value === "number" && value >= 1;

const isMinutes: Check = (value) => typeof value === "number" && value >= 0 && Number.isFinite(value);

type OptionPath = Exclude<keyof SourceOptions, "budget"> | `budget.${keyof SourceOptions["budget"]}`;

const CHECKS: Readonly<Record<`source.${OptionPath}`, Check>> = {
  "source.paging": isOneOf("auto", "offset", "window"),
  "source.sendFilters": isOneOf("verified", "always", "never"),
  "source.naiveZone": isZone,
  "source.signIns": isOneOf("auto", "on", "off"),
  "source.concurrency": isCount,
  "source.budget.seconds": isCount,
  "source.budget.records": isCount,
  "source.budget.requests": isCount,
  "source.clockSkewMinutes": isMinutes,
  "source.lateMinutes": isMinutes,
};

/** The parts of a setup that a page may change without another server. */
export type ChangingSetup = "options" | "taxonomy" | "redact";

/** Creates a setup that reads at each search what may have changed, so the source and what it has learned stay. */
export function createSourceSetup(
  fixed: Omit<SourceSetup, ChangingSetup>,
  read: { readonly [Name in ChangingSetup]: () => SourceSetup[Name] },
): SourceSetup {
  return {
    ...fixed,
    get options() {
      return read.options();
    },
    get taxonomy() {
      return read.taxonomy();
    },
    get redact() {
      return read.redact();
    },
  };
}

/** Merges the property `source` over the defaults. An option that is unknown or of another type is left out with a warning. */
export function readSource(value: unknown): SourceOptions {
  return mergeOptions("source", "options", DEFAULT_SOURCE_OPTIONS, value, (option, _, path) => {
    const check = Object.hasOwn(CHECKS, path) ? CHECKS[path as keyof typeof CHECKS] : undefined;
    if (check?.(option)) return option;
    const what = check ? "is not of the documented type" : "is not an option";
    warnOnce(`\`${path}\` ${what}; ${describeValue(option)} is ignored.`);
    return undefined;
  });
}
