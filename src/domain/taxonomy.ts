export type BadgeColor = "blue" | "green" | "orange" | "red" | "purple" | "cyan" | "neutral";

/** One action or object that the viewer knows. */
export interface TaxonomyItem {
  /** Stable: filters, links and preferences use it, never the label. */
  readonly id: string;
  readonly label: string;
  readonly color: BadgeColor;
  /** Wire values worth asking a server for. */
  readonly send: readonly string[];
  /** Patterns of wire values, compared after lower-casing and dropping all but letters and digits; `*` is anything. */
  readonly match: readonly string[];
  /** `false`: recognised and coloured, but not offered in a list. */
  readonly listed?: boolean;
  /** Wire values that are this action, too, in another colour: a login that failed for a bad password. */
  readonly alarm?: { readonly color: BadgeColor; readonly match: readonly string[] };
  /** Wire values that say that the action failed: a sign-in that was refused for whatever reason. */
  readonly failed?: readonly string[];
}

export interface TaxonomyCategory {
  readonly category: string;
  /** What the category is called where that is not its name. */
  readonly label?: string;
  readonly items: readonly TaxonomyItem[];
}

/** The tables of actions and objects. */
export interface Taxonomy {
  readonly actions: readonly TaxonomyItem[];
  readonly objects: readonly TaxonomyCategory[];
}

/** How a wire value is shown. `item` is undefined for a value that the taxonomy does not know. */
export interface Classified {
  readonly item: TaxonomyItem | undefined;
  readonly label: string;
  readonly color: BadgeColor;
  /** An action whose alarm pattern matches: a login that failed for a bad password. */
  readonly alarm: boolean;
  /** An action whose `failed` or alarm pattern matches. */
  readonly failed: boolean;
  /** An object's category, `""` for an unknown object and for every action. */
  readonly category: string;
}

interface Rule {
  readonly test: (value: string) => boolean;
  readonly alarm: (value: string) => boolean;
  readonly failed: (value: string) => boolean;
  readonly item: TaxonomyItem;
  readonly category: string;
}

/** A taxonomy made ready for classifying; answers are remembered per wire value. */
export interface CompiledTaxonomy {
  readonly taxonomy: Taxonomy;
  action(value: string): Classified;
  object(value: string): Classified;
}

export function compileTaxonomy(taxonomy: Taxonomy): CompiledTaxonomy {
  const actions = taxonomy.actions.map((item) => rule(item, ""));
  const objects = taxonomy.objects.flatMap(({ category, items }) => items.map((item) => rule(item, category)));
  return {
    taxonomy,
    action: remember((value) => classify(actions, value)),
    object: remember((value) => classify(objects, value)),
  };
}

/** The same tables under other names, by ids. */
export function relabelled({ actions, objects }: Taxonomy, labels: Readonly<Record<string, string>>): Taxonomy {
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

/** Lower case, letters and digits only: `Call-Queue`, `call_queue` and `callqueue` are one spelling. */
export function spelling(value: string): string {
  return value.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}

/** A matcher for one pattern: `*` stands for anything, all else for itself. */
function pattern(text: string): RegExp {
  const parts = text.split("*").map(spelling);
  return new RegExp(`^${parts.join(".*")}$`, "su");
}

function anyOf(patterns: readonly string[]): (value: string) => boolean {
  const compiled = patterns.map(pattern);
  return (value) => compiled.some((one) => one.test(value));
}

function rule(item: TaxonomyItem, category: string): Rule {
  const { match, alarm, failed = [] } = item;
  const alarms = alarm?.match ?? [];
  return {
    ...{ item, category, alarm: anyOf(alarms) },
    test: anyOf([...match, ...alarms]),
    failed: anyOf([...failed, ...alarms]),
  };
}

function classify(rules: readonly Rule[], value: string): Classified {
  const text = spelling(value);
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

/** Wire values are few; a server that invents one per record must not fill the memory. */
const REMEMBERED = 2000;

function remember(ask: (value: string) => Classified): (value: string) => Classified {
  const known = new Map<string, Classified>();
  return (value) => {
    let answer = known.get(value);
    if (!answer) {
      if (known.size >= REMEMBERED) known.clear();
      answer = ask(value);
      known.set(value, answer);
    }
    return answer;
  };
}
