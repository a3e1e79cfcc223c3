import { counter } from "../plural.js";
import type { Counted } from "../strings/results.js";

const count = counter("fr");

/** "0 événement", "1 événement", "3 événements". */
export function counted(number: Counted, one: string, other = `${one}s`): string {
  return count(number, { one: `# ${one}`, other: `# ${other}` });
}

/** Chooses between texts that have `#` at the place of the number. */
export function formed(number: Counted, one: string, other: string): string {
  return count(number, { one, other });
}
