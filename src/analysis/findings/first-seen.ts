import { findIpProblem } from "../../core/filters/ip-address.js";
import { trim } from "../../core/text/text.js";
import type { FindingRequest, FirstSeen } from "../../core/findings.js";
import { createRange, filtersForPerson, isSearchable, readPerson, toFilter, type EventGroup } from "./groups.js";

export interface FirstSeenLimits {
  /** The time that must have been read, and the time from the person's first event to the first use, in ms. */
  readonly read: number;
  readonly known: number;
  /** The number of earlier events, and the most values that they may have. */
  readonly earlier: number;
  readonly others: number;
}

interface Use {
  readonly first: number;
  last: number;
  count: number;
  readonly earlier: number;
  readonly others: number;
}

/** The latest address or client that a person had not used before. */
export function findFirstSeen(
  { source, rows }: EventGroup,
  field: "byIp" | "client",
  { from, until, hasGaps, isNarrowed }: FindingRequest,
  limits: FirstSeenLimits,
): FirstSeen[] {
  if (until - from < limits.read || hasGaps || isNarrowed) return [];
  const uses = new Map<number, Use>();
  let earlier = 0;
  for (const at of rows) {
    if (!isSearchable(source.text(field, at))) continue;
    const code = source.code(field, at);
    const known = uses.get(code);
    if (known) {
      known.last = at;
      known.count += 1;
    } else uses.set(code, { first: at, last: at, count: 1, earlier, others: uses.size });
    earlier += 1;
  }
  const start = source.time(rows[0]!);
  const isNew = (use: Use) =>
    use.earlier >= limits.earlier &&
    use.others <= limits.others &&
    source.time(use.first) - start >= limits.known &&
    (field === "client" || findIpProblem(trim(source.text(field, use.last))) === undefined);
  const use = [...uses.values()].filter(isNew).at(-1);
  if (!use) return [];
  const person = readPerson(source, use.last);
  const value = source.text(field, use.last);
  const [first, last] = [source.time(use.first), source.time(use.last)];
  return [
    {
      kind: field === "byIp" ? "new-address" : "new-client",
      ...person,
      value,
      count: use.count,
      first,
      last,
      earlier: use.earlier,
      others: use.others,
      filters: { ...filtersForPerson(person), [field]: toFilter(value), range: createRange(first, last) },
    },
  ];
}
