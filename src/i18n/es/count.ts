import { counter } from "../plural.js";
import type { Counted } from "../strings/results.js";

const count = counter("es");

/** "1 evento", "3 eventos". */
export function counted(number: Counted, one: string, other: string): string {
  return count(number, { one: `# ${one}`, other: `# ${other}` });
}

/** Chooses between texts that have `#` at the place of the number. */
export function formed(number: Counted, one: string, other: string): string {
  return count(number, { one, other });
}

export const records = (number: Counted): string => counted(number, "registro", "registros");
export const formatDomainCount = (number: Counted): string => counted(number, "dominio", "dominios");
export const formatEventCount = (number: Counted): string => counted(number, "evento", "eventos");
