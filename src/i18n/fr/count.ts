import { createCounter } from "../plural.js";
import type { Counted } from "../strings/results.js";

const count = createCounter("fr");

/** "0 événement", "1 événement", "3 événements". */
export function formatCounted(number: Counted, one: string, other = `${one}s`): string {
  return count(number, { one: `# ${one}`, other: `# ${other}` });
}

/** Chooses between texts that have `#` at the place of the number. */
export function chooseForm(number: Counted, one: string, other: string): string {
  return count(number, { one, other });
}
