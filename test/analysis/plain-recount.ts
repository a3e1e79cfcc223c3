import type { AuditEvent } from "../../src/core/audit-event.js";
import { BAR_COLORS, type Breakdown, type BreakdownRequest, type ValueCount } from "../../src/core/event-counts.js";
import { canonicalizeIp } from "../../src/core/filters/canonicalize-ip.js";
import { isSystem, createPersonKey } from "../../src/core/people.js";
import type { DistinctCount, DistinctCounts } from "../../src/core/statistics.js";
import { readFailure } from "../../src/core/taxonomy/sign-in-failure.js";
import { fold, trim } from "../../src/core/text/text.js";
import { taxonomy } from "../support/summary-facts.js";

/* The same numbers as the analysis, counted in the plainest way from a list of events: the newest first. */

function distinct(by: Set<string>, affected: Set<string>): DistinctCount {
  return { all: new Set([...by, ...affected]).size, by: by.size, affected: affected.size };
}

export function recountStatistics(events: readonly AuditEvent[]): DistinctCounts {
  const users = (people: [string, string][]) =>
    new Set(
      people.filter(([user]) => fold(user) !== "" && !isSystem(user)).map((person) => createPersonKey(...person)),
    );
  const domains = (people: [string, string][]) =>
    new Set(people.map(([, one]) => fold(one)).filter((one) => one !== ""));
  const by = events.map((one): [string, string] => [one.byUser, one.byDomain]);
  const affected = events.map((one): [string, string] => [one.affectedUser, one.affectedDomain]);
  return { users: distinct(users(by), users(affected)), domains: distinct(domains(by), domains(affected)) };
}

/** What is equal for all events with the same value, and what is shown of it. */
function readValue(event: AuditEvent, field: BreakdownRequest["field"]): Omit<ValueCount, "count"> & { key: string } {
  const text = event[field];
  const plain = { text, domain: "", id: "", failed: false };
  if (fold(text) === "") return { ...plain, text: "", key: "empty" };
  if (field === "byIp") return { ...plain, key: `value ${canonicalizeIp(trim(text)) ?? fold(text)}` };
  if (field === "byUser" || field === "affectedUser") {
    const domain = field === "byUser" ? event.byDomain : event.affectedDomain;
    return { ...plain, domain, key: `value ${createPersonKey(text, domain)}` };
  }
  if (field === "action" || field === "object") {
    const shown = taxonomy[field](text);
    const failed = field === "action" && shown.item?.id === "login" && readFailure(text, shown).failed;
    if (shown.item) return { ...plain, id: shown.item.id, failed, key: `item ${shown.item.id} ${String(failed)}` };
  }
  return { ...plain, key: `value ${fold(text)}` };
}

export function recountBreakdown(events: readonly AuditEvent[], { field, limit, search }: BreakdownRequest): Breakdown {
  const groups = new Map<string, { -readonly [Member in keyof ValueCount]: ValueCount[Member] }>();
  for (const event of events) {
    const { key, ...shown } = readValue(event, field);
    const known = groups.get(key);
    if (known) known.count += 1;
    else groups.set(key, { ...shown, count: 1 });
  }
  const wanted = fold(search);
  const values = [...groups.values()]
    .filter(({ text, domain }) =>
      [text, domain].some((one) => one.toLowerCase().split(wanted).length > 1 || wanted === ""),
    )
    .sort((one, other) => {
      if (one.count !== other.count) return other.count - one.count;
      const [left, right] = one.text === other.text ? [one.domain, other.domain] : [one.text, other.text];
      return left < right ? -1 : 1;
    });
  return { values: values.slice(0, limit), distinct: values.length };
}

export function recountTimeline(
  events: readonly AuditEvent[],
  edges: readonly number[],
): { counts: number[]; undated: number } {
  const counts: number[] = [];
  for (let bar = 0; bar + 1 < edges.length; bar += 1) {
    const inside = events.filter(({ time }) => time !== null && time >= edges[bar]! && time < edges[bar + 1]!);
    for (const color of BAR_COLORS) {
      counts.push(
        inside.filter(({ action }) => {
          const shown = taxonomy.action(action);
          const alarm = readFailure(action, shown).badPassword ? shown.item?.alarm?.color : undefined;
          return (alarm ?? shown.color) === color;
        }).length,
      );
    }
  }
  return { counts, undated: events.filter(({ time }) => time === null).length };
}
