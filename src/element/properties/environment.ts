import type { Environment } from "../../views/shell/environment.js";
import type { ViewerSetting } from "../../views/shell/viewer-template.js";
import type { Clock } from "../../core/clock.js";
import { findTaxonomyProblem } from "../../core/taxonomy/taxonomy-input.js";
import {
  compileTaxonomy,
  relabelTaxonomy,
  type CompiledTaxonomy,
  type Taxonomy,
} from "../../core/taxonomy/taxonomy.js";
import { createTimeFormatter, findLocalZone } from "../../core/time/time-format.js";
import { DEFAULT_TAXONOMY } from "../../core/taxonomy/vocabulary.js";
import { checkValue, isUnset, isZone, describeValue, warnOnce } from "../../core/option-checks.js";
import { findPart, loadPart } from "../late-code.js";
import { isLocale, findLocale, findAttribute } from "./host-page.js";
import { Languages, type LanguageSources } from "../../i18n/languages.js";
import type { LateStrings, Strings } from "../../i18n/strings.js";
import { readStrings } from "./strings.js";

/** The properties of the viewer that change texts and times. */
export interface EnvironmentInput extends Element {
  readonly timezone: unknown;
  readonly locale: unknown;
  readonly strings: unknown;
  readonly clock: Clock;
}

/** The names of all properties that change texts, times or labels. */
export const ENVIRONMENT_KEYS = ["timezone", "locale", "strings", "taxonomy", "clock"] as const;

export function readZone(timezone: unknown): string {
  return checkValue("timezone", timezone, isZone, "a time zone that this browser knows", findLocalZone());
}

export function readEnvironment(
  viewer: EnvironmentInput,
  taxonomy: CompiledTaxonomy,
  languages: Languages,
): Environment & Pick<ViewerSetting, "lang" | "dir"> {
  const locale = checkValue("locale", viewer.locale, isLocale, "a language tag", findLocale(viewer));
  const { strings: spoken, tag, direction, mayGet } = languages.of(locale);
  const given = viewer.strings;
  const strings = readStrings(given, spoken, mayGet);
  const completed = new Map<Partial<LateStrings>, Strings>();
  const completeTexts = (english: Partial<LateStrings>) => {
    const texts = completed.get(english) ?? readStrings(given, { ...english, ...spoken }, mayGet);
    completed.set(english, texts);
    return texts;
  };
  const now = () => viewer.clock.now();
  // The viewer takes the direction of the page. Only if the page sets no `dir`, but a right-to-left locale for the viewer, does
  // the viewer set its own.
  const isOwn = !isUnset(viewer.locale) && direction === "rtl" && findAttribute(viewer, "dir") === undefined;
  return {
    strings,
    completeTexts,
    locale,
    times: createTimeFormatter(locale, readZone(viewer.timezone), now, () =>
      warnOnce("This page's Intl.DateTimeFormat failed. Times are in UTC."),
    ),
    taxonomy: taxonomy.taxonomy === DEFAULT_TAXONOMY ? relabel(strings.taxonomyLabels, taxonomy) : taxonomy,
    now,
    pause: (ms, signal) => viewer.clock.sleep(ms, signal),
    load: loadPart,
    find: findPart,
    lang: tag,
    dir: isOwn ? direction : undefined,
  };
}

/** One taxonomy per language, because a taxonomy caches how it classifies values. */
const RELABELED = new WeakMap<object, CompiledTaxonomy>();

/** Translates the labels of the default taxonomy. A taxonomy of the page has its own labels. */
function relabel(labels: Strings["taxonomyLabels"], english: CompiledTaxonomy): CompiledTaxonomy {
  if (Object.keys(labels).length === 0) return english;
  const relabeled = RELABELED.get(labels) ?? compileTaxonomy(relabelTaxonomy(DEFAULT_TAXONOMY, labels));
  RELABELED.set(labels, relabeled);
  return relabeled;
}

/** Creates the languages of a viewer. It warns once about a language that cannot be loaded. */
export function createLanguages(onChange: () => void, sources?: LanguageSources): Languages {
  const onFailure = (name: string) => warnOnce(`The texts in "${name}" could not be loaded; English is shown instead.`);
  return new Languages(onChange, onFailure, sources);
}

/** Compiles `taxonomy`. An equal value is compiled once, because a page may create a new object at each render. */
export class TaxonomyInput {
  #given: unknown;
  #text = "";
  #compiled = compileTaxonomy(DEFAULT_TAXONOMY);

  read(given: unknown): CompiledTaxonomy {
    if (given === this.#given) return this.#compiled;
    this.#given = given;
    const text = isUnset(given) ? "" : describeValue(given);
    if (text === this.#text) return this.#compiled;
    this.#text = text;
    const problem = isUnset(given) ? undefined : findTaxonomyProblem(given);
    if (problem) warnOnce(`\`${problem}\` is not of the documented type; the viewer's own tables are used.`);
    this.#compiled = compileTaxonomy(text === "" || problem ? DEFAULT_TAXONOMY : (given as Taxonomy));
    return this.#compiled;
  }
}
