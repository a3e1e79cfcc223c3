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
import { createTimeFormatter, localZone } from "../../core/time/time-format.js";
import { DEFAULT_TAXONOMY } from "../../core/taxonomy/vocabulary.js";
import { checkValue, isUnset, isZone, describeValue, warnOnce } from "../../core/options.js";
import { VIEW_PARTS } from "../late-code.js";
import { isLocale, localeOf, nearest } from "./host-page.js";
import { Languages, type LanguageSources } from "../../i18n/languages.js";
import type { Strings } from "../../i18n/strings.js";
import { readStrings } from "./strings.js";

/** What a viewer is told about words and times. */
interface EnvironmentInput extends Element {
  readonly timezone: unknown;
  readonly locale: unknown;
  readonly strings: unknown;
  readonly clock: Clock;
}

/** The viewer's properties that change words and times. */
export const ENVIRONMENT_KEYS = ["timezone", "locale", "strings", "taxonomy", "clock"] as const;

export function readZone(timezone: unknown): string {
  return checkValue("timezone", timezone, isZone, "a time zone that this browser knows", localZone());
}

export function readEnvironment(
  viewer: EnvironmentInput,
  taxonomy: CompiledTaxonomy,
  languages: Languages,
): Environment & Pick<ViewerSetting, "lang" | "dir"> {
  const locale = checkValue("locale", viewer.locale, isLocale, "a language tag", localeOf(viewer));
  const { strings: spoken, tag, direction, isWhole } = languages.of(locale);
  const strings = readStrings(viewer.strings, spoken, isWhole);
  const now = () => viewer.clock.now();
  // The direction is the page's, which says it where its language needs it. A page that says nothing of direction and sets
  // a locale for the viewer alone, has not laid it out for that language: there the viewer turns by itself.
  const isOwn = !isUnset(viewer.locale) && direction === "rtl" && nearest(viewer, "dir") === undefined;
  return {
    strings,
    locale,
    times: createTimeFormatter(locale, readZone(viewer.timezone), now, () =>
      warnOnce("This page's Intl.DateTimeFormat failed. Times are in UTC."),
    ),
    taxonomy: taxonomy.taxonomy === DEFAULT_TAXONOMY ? named(strings.taxonomyLabels, taxonomy) : taxonomy,
    now,
    pause: (ms, signal) => viewer.clock.sleep(ms, signal),
    load: (part) => VIEW_PARTS[part](),
    lang: tag,
    dir: isOwn ? direction : undefined,
  };
}

/** Made once per language: what it remembers of the records is worth keeping. */
const NAMED = new WeakMap<object, CompiledTaxonomy>();

/** The viewer's own tables in the words of a language; a page's tables bring their own. */
function named(labels: Strings["taxonomyLabels"], english: CompiledTaxonomy): CompiledTaxonomy {
  if (Object.keys(labels).length === 0) return english;
  const made = NAMED.get(labels) ?? compileTaxonomy(relabelTaxonomy(DEFAULT_TAXONOMY, labels));
  NAMED.set(labels, made);
  return made;
}

/** The languages of a viewer; what cannot be fetched is said once in the console. */
export function createLanguages(onChange: () => void, sources?: LanguageSources): Languages {
  const onFailure = (name: string) => warnOnce(`The texts in "${name}" could not be loaded; English is shown instead.`);
  return new Languages(onChange, onFailure, sources);
}

/** The tables of actions and objects, made ready once for equal ones: a page may make them anew whenever it renders. */
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
