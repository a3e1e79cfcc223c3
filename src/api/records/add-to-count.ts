/** Adds `change` to the count of a key. */
export function addToCount(counts: Map<string, number>, key: string, change = 1): void {
  counts.set(key, (counts.get(key) ?? 0) + change);
}
