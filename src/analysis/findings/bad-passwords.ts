import type { BadPasswords } from "../../core/findings.js";
import { createRange, filtersForPerson, readPerson, type EventGroup } from "./groups.js";
import type { FindingSource } from "./source.js";

export interface BadPasswordLimits {
  readonly attempts: number;
  /** In ms. */
  readonly pause: number;
  readonly follow: number;
}

/**
 * Runs of logins with a bad password by one person, the newest first. Any other login ends a run, so a search for the logins
 * of the person from the first attempt to the last finds exactly the run.
 */
export function findBadPasswords({ source, rows }: EventGroup, limits: BadPasswordLimits): BadPasswords[] {
  const found: BadPasswords[] = [];
  let run: number[] = [];
  const end = (next?: number) => {
    if (run.length >= limits.attempts) found.push(describeRun(source, run, readNext(source, run, next, limits.follow)));
    run = [];
  };
  for (const at of rows) {
    if (source.action(at) !== "login") continue;
    const isBad = source.isBadPassword(at);
    const isLate = run.length > 0 && source.time(at) - source.time(run.at(-1)!) > limits.pause;
    if (!isBad || isLate) end(at);
    if (isBad) run.push(at);
  }
  end();
  return found.reverse();
}

/** The login after a run, if it worked and came soon. */
function readNext(
  source: FindingSource,
  run: readonly number[],
  next: number | undefined,
  follow: number,
): number | undefined {
  if (next === undefined || source.isFailed(next)) return undefined;
  return source.time(next) - source.time(run.at(-1)!) <= follow ? next : undefined;
}

function describeRun(source: FindingSource, run: readonly number[], next: number | undefined): BadPasswords {
  const [first, last] = [source.time(run[0]!), source.time(run.at(-1)!)];
  const person = readPerson(source, run.at(-1)!);
  const hasAddress = next !== undefined && source.text("byIp", next) !== "";
  const isSame = hasAddress && run.some((at) => source.code("byIp", at) === source.code("byIp", next));
  return {
    kind: "bad-passwords",
    ...person,
    count: run.length,
    first,
    last,
    after: next === undefined ? "nothing" : isSame ? "same-address" : "other-address",
    filters: {
      ...filtersForPerson(person),
      actions: ["login"],
      range: createRange(first, next === undefined ? last : source.time(next)),
    },
  };
}
