/** What a case is made of: for each factor its values. */
export type Factors = Readonly<Record<string, readonly string[]>>;

/** One value for each factor. */
export type Choice<F extends Factors> = { readonly [Name in keyof F]: F[Name][number] };

/** Every pair of values of two factors, as texts; `choice` alone has one pair for each two factors. */
export function listPairs(lists: Factors): string[] {
  const names = Object.keys(lists);
  return names.flatMap((one, at) =>
    names
      .slice(at + 1)
      .flatMap((other) => lists[one]!.flatMap((a) => lists[other]!.map((b) => formatPair(one, a, other, b)))),
  );
}

const formatPair = (one: string, a: string, other: string, b: string) => `${one} ${a} + ${other} ${b}`;

/**
 * Choices in which every pair of values of every two factors occurs. Each begins with a pair that did not occur before, and
 * takes for every other factor the value with most such pairs.
 */
export function coverPairs<F extends Factors>(factors: F): Choice<F>[] {
  const names = Object.keys(factors);
  const open = new Set(listPairs(factors));
  const rows: Choice<F>[] = [];
  const createKey = (one: number, a: string, other: number, b: string) =>
    one < other ? formatPair(names[one]!, a, names[other]!, b) : formatPair(names[other]!, b, names[one]!, a);
  for (let [next] = open; next !== undefined; [next] = open) {
    const chosen = new Map<number, string>();
    for (const part of next.split(" + ")) {
      const space = part.indexOf(" ");
      chosen.set(names.indexOf(part.slice(0, space)), part.slice(space + 1));
    }
    names.forEach((name, at) => {
      if (chosen.has(at)) return;
      const countGain = (value: string) =>
        [...chosen].filter(([other, b]) => open.has(createKey(at, value, other, b))).length;
      // Of equal ones another one in every row, so that no value is preferred.
      const values = factors[name]!;
      const turned = values.map((_, index) => values[(index + rows.length) % values.length]!);
      chosen.set(
        at,
        turned.reduce((best, value) => (countGain(value) > countGain(best) ? value : best)),
      );
    });
    const row = Object.fromEntries(names.map((name, at) => [name, chosen.get(at)!])) as Choice<F>;
    for (const found of listPairs(Object.fromEntries(names.map((name) => [name, [row[name]!]])))) open.delete(found);
    rows.push(row);
  }
  return rows;
}
