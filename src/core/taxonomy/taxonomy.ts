export type BadgeColor = "blue" | "green" | "orange" | "red" | "purple" | "cyan" | "neutral";

/** One known action or object. */
export interface TaxonomyItem {
  /** The stable id that filters, links and preferences use instead of the label. */
  readonly id: string;
  readonly label: string;
  readonly color: BadgeColor;
  /** The values that are requested from the server. */
  readonly send: readonly string[];
  /** Patterns of the server's values: lower-case letters and digits, all other characters ignored; `*` matches any text. */
  readonly match: readonly string[];
  /** `false`: recognized and colored, but not in the filter lists. */
  readonly listed?: boolean;
  /** Values of this action with another color, such as a login with a bad password. */
  readonly alarm?: { readonly color: BadgeColor; readonly match: readonly string[] };
  /** Values of a failed action, such as a refused sign-in. */
  readonly failed?: readonly string[];
}

export interface TaxonomyCategory {
  readonly category: string;
  /** The label of the category, if it differs from the name. */
  readonly label?: string;
  readonly items: readonly TaxonomyItem[];
}

/** The tables of actions and objects. */
export interface Taxonomy {
  readonly actions: readonly TaxonomyItem[];
  readonly objects: readonly TaxonomyCategory[];
}

/** How a server's value is shown. `item` is undefined for an unknown value. */
export interface Classified {
  readonly item: TaxonomyItem | undefined;
  readonly label: string;
  readonly color: BadgeColor;
  /** True if an alarm pattern of the action matches, such as a login with a bad password. */
  readonly alarm: boolean;
  /** True if a `failed` or alarm pattern of the action matches. */
  readonly failed: boolean;
  /** The category of an object; `""` for unknown objects and for actions. */
  readonly category: string;
}

interface Rule {
  readonly test: (value: string) => boolean;
  readonly alarm: (value: string) => boolean;
  readonly failed: (value: string) => boolean;
  readonly item: TaxonomyItem;
  readonly category: string;
}

/** A taxonomy prepared for classification; results are cached per value. */
export interface CompiledTaxonomy {
  readonly taxonomy: Taxonomy;
  action(value: string): Classified;
  object(value: string): Classified;
}

export function compileTaxonomy(taxonomy: Taxonomy): CompiledTaxonomy {
  const actions = taxonomy.actions.map((item) => createRule(item, ""));
  const objects = taxonomy.objects.flatMap(({ category, items }) => items.map((item) => createRule(item, category)));
  return {
    taxonomy,
    action: memoize((value) => classify(actions, value)),
    object: memoize((value) => classify(objects, value)),
  };
}

/** The same tables with other labels, by id. */
export function relabelTaxonomy({ actions, objects }: Taxonomy, labels: Readonly<Record<string, string>>): Taxonomy {
  const all = (items: readonly TaxonomyItem[]) =>
    items.map((item) => (Object.hasOwn(labels, item.id) ? { ...item, label: labels[item.id] ?? item.label } : item));
  return {
    actions: all(actions),
    objects: objects.map((group) => ({
      ...group,
      items: all(group.items),
      label: labels[group.category] ?? group.category,
    })),
  };
}

/** Lower case, letters and digits only: `Call-Queue`, `call_queue` and `callqueue` are equal. */
export function normalizeSpelling(value: string): string {
  return value.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}

/** A matcher for one pattern; `*` matches any text. */
function compilePattern(text: string): RegExp {
  const parts = text.split("*").map(normalizeSpelling);
  return new RegExp(`^${parts.join(".*")}$`, "su");
}

function matchAny(patterns: readonly string[]): (value: string) => boolean {
  const compiled = patterns.map(compilePattern);
  return (value) => compiled.some((one) => one.test(value));
}

function createRule(item: TaxonomyItem, category: string): Rule {
  const { match, alarm, failed = [] } = item;
  const alarms = alarm?.match ?? [];
  return {
    ...{ item, category, alarm: matchAny(alarms) },
    test: matchAny([...match, ...alarms]),
    failed: matchAny([...failed, ...alarms]),
  };
}

function classify(rules: readonly Rule[], value: string): Classified {
  const text = normalizeSpelling(value);
  const found = text === "" ? undefined : rules.find((one) => one.test(text));
  if (!found) return { item: undefined, label: value, color: "neutral", alarm: false, failed: false, category: "" };
  const alarm = found.alarm(text);
  return {
    item: found.item,
    label: found.item.label,
    color: alarm && found.item.alarm ? found.item.alarm.color : found.item.color,
    alarm,
    failed: found.failed(text),
    category: found.category,
  };
}

/**
 * The size of the cache. Most servers have few values, but a server with a new value in each record must not fill the
 * memory.
 */
const REMEMBERED = 2000;

function memoize(classify: (value: string) => Classified): (value: string) => Classified {
  const known = new Map<string, Classified>();
  return (value) => {
    let answer = known.get(value);
    if (!answer) {
      if (known.size >= REMEMBERED) known.clear();
      answer = classify(value);
      known.set(value, answer);
    }
    return answer;
  };
}
