import { createCounter } from "../plural.js";
import type { Counted } from "../strings/results.js";

const count = createCounter("es");

/** "1 evento", "3 eventos". */
export function formatCounted(number: Counted, one: string, other: string): string {
  return count(number, { one: `# ${one}`, other: `# ${other}` });
}

/** Chooses between texts that have `#` at the place of the number. */
export function chooseForm(number: Counted, one: string, other: string): string {
  return count(number, { one, other });
}

export const formatRecordCount = (number: Counted): string => formatCounted(number, "registro", "registros");
export const formatDomainCount = (number: Counted): string => formatCounted(number, "dominio", "dominios");
export const formatEventCount = (number: Counted): string => formatCounted(number, "evento", "eventos");
