import { DEFAULT_SOURCE_OPTIONS, type SourceOptions } from "../../api/source-options.js";
import type { SourceSetup } from "../../api/source.js";
import { isRecord, isUnset, isZone, describeValue, warnOnce } from "../../core/options.js";

type Check = (value: unknown) => boolean;

const oneOf =
  (...allowed: string[]): Check =>
  (value) =>
    allowed.some((one) => one === value);

/** At least one: with none at all a search would wait for ever. */
const isCount: Check = (value) => typeof value === "number" && value >= 1;

const isMinutes: Check = (value) => typeof value === "number" && value >= 0 && Number.isFinite(value);

const RULES: Readonly<Record<keyof SourceOptions, Check | Readonly<Record<string, Check>>>> = {
  paging: oneOf("auto", "offset", "window"),
  sendFilters: oneOf("verified", "always", "never"),
  naiveZone: isZone,
  signIns: oneOf("auto", "on", "off"),
  concurrency: isCount,
  budget: { seconds: isCount, records: isCount, requests: isCount },
  clockSkewMinutes: isMinutes,
  lateMinutes: isMinutes,
};

/** What a page may change between two searches of one server. */
export type Changing = "options" | "taxonomy" | "redact";

/** The setup of a source that reads what may change at each search, so that a page's new render needs no new source. */
export function changingSetup(
  fixed: Omit<SourceSetup, Changing>,
  read: { readonly [Name in Changing]: () => SourceSetup[Name] },
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

/**
 * Options from outside (the property `source`): each that is given and right takes the place of its default, also inside
 * of `budget`. What is not of the documented type or name is left out and said once in the console.
 */
export function readSource(value: unknown): SourceOptions {
  return merged(DEFAULT_SOURCE_OPTIONS, value, RULES, "source");
}

function merged<T extends object>(
  defaults: T,
  given: unknown,
  rules: Readonly<Record<string, Check | Readonly<Record<string, Check>>>>,
  path: string,
): T {
  if (isUnset(given)) return defaults;
  if (!isRecord(given)) {
    warnOnce(`\`${path}\` must be an object of options; ${describeValue(given)} is ignored.`);
    return defaults;
  }
  const options = { ...defaults } as Record<string, unknown>;
  for (const [name, one] of Object.entries(given)) {
    const rule = Object.hasOwn(rules, name) ? rules[name] : undefined;
    if (one === undefined) continue;
    if (typeof rule === "object") options[name] = merged(options[name] as object, one, rule, `${path}.${name}`);
    else if (rule?.(one)) options[name] = one;
    else {
      const what = rule ? "is not of the documented type" : "is not an option";
      warnOnce(`\`${path}.${name}\` ${what}; ${describeValue(one)} is ignored.`);
    }
  }
  return options as T;
}
