import type { Finding, FindingRequest } from "../../core/findings.js";
import type { Steps } from "../steps.js";
import { groupEvents } from "./groups.js";
import { RULES } from "./rules.js";
import type { FindingSource } from "./source.js";

/** The most sentences on the screen. */
export const MOST_FINDINGS = 5;

/**
 * What stands out: the latest finding of each rule, then the second one of each, until there are enough. In the order of the
 * rules, and the newest first.
 */
export function* findFindings(source: FindingSource, request: FindingRequest): Steps<Finding[]> {
  const groups = yield* groupEvents(source);
  const found: Finding[][] = [];
  for (const { groups: which, find } of RULES) {
    const all: Finding[] = [];
    for (const group of groups[which]) {
      all.push(...find(group, request));
      yield;
    }
    found.push(all.sort((one, other) => other.last - one.last));
  }
  const chosen: Finding[] = [];
  for (let round = 0; round < MOST_FINDINGS; round += 1) {
    for (const findings of found) {
      const next = findings[round];
      if (next && chosen.length < MOST_FINDINGS) chosen.push(next);
    }
  }
  const kinds = RULES.map(({ kind }) => kind);
  return chosen.sort((one, other) => kinds.indexOf(one.kind) - kinds.indexOf(other.kind) || other.last - one.last);
}
