/** Lets promises that wait for nothing else resolve, and what follows from them. */
export async function runMicrotasks(): Promise<void> {
  for (let count = 0; count < 500; count += 1) await Promise.resolve();
}
