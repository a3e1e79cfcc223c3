import { AuditLogError } from "../../../src/core/errors.js";
import type { Item } from "./items.js";
import type { Found } from "./read-all.js";

/**
 * Compares the found events with the items of the server.
 *
 * @param toKey returns the same key for an item and for the raw record of its event
 * @param isAllDue whether all items must be found: a filter may hide some of them
 */
export function findProblems(
  items: readonly Item[],
  { pages, errors }: Found,
  toKey: (item: unknown) => unknown,
  isAllDue: boolean,
): string[] {
  const problems: string[] = [];
  const check = (isRight: boolean, problem: string) => {
    if (!isRight) problems.push(problem);
  };
  for (const error of errors) check(error instanceof AuditLogError, `it throws ${typeof error}`);
  const last = pages[pages.length - 1];
  if (!last || last.hasMore !== false) return [...problems, "it never comes to its end"];
  const strange = items.filter(({ kind }) => kind === "no record");
  const records = items.filter(({ kind }) => kind !== "no record");
  const { coverage } = last;
  check(coverage.complete, "it is not complete");
  check(coverage.records === items.length, `records are ${coverage.records} of ${items.length}`);
  check(coverage.unreadable === strange.length, `unreadable are ${coverage.unreadable} of ${strange.length}`);
  const undated = records.filter(({ kind }) => kind === "undated").length;
  check(coverage.undated === undated, `undated are ${coverage.undated} of ${undated}`);
  const shown = pages.flatMap(({ events }) => events);
  check(new Set(shown.map(({ id }) => id)).size === shown.length, "ids are not distinct");
  problems.push(
    ...findDifference(
      records.map(({ parsed }) => toKey(parsed)),
      shown.map(({ raw }) => toKey(raw)),
      isAllDue,
    ),
  );
  const listed = pages.flatMap(({ unreadable }) => unreadable);
  problems.push(
    ...findDifference(
      strange.map(({ parsed }) => toKey(parsed)),
      listed.map(toKey),
      true,
    ),
  );
  return problems;
}

/** Names the keys that are shown too often or, if all are due, not often enough. */
function findDifference(due: readonly unknown[], shown: readonly unknown[], isAllDue: boolean): string[] {
  const open = new Map<unknown, number>();
  for (const key of due) open.set(key, (open.get(key) ?? 0) + 1);
  for (const key of shown) open.set(key, (open.get(key) ?? 0) - 1);
  const getKeyText = (key: unknown) => (typeof key === "string" ? key.slice(0, 200) : "an item");
  return [...open].flatMap(([key, count]) =>
    count < 0 ? [`too often: ${getKeyText(key)}`] : count > 0 && isAllDue ? [`missing: ${getKeyText(key)}`] : [],
  );
}
