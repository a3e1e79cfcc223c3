/*
 * The runners' own limits, and the only ones: a test may wait that long for everything, because a machine may be slow
 * or busy.
 */

/** The limit of a test, and of everything that it waits for, in ms. */
export const TEST_MS = 120_000;
/** Waits until `check` returns something true. */
export async function waitUntil(check) {
  let found;
  while (!(found = await check())) await new Promise((done) => setTimeout(done, 50));
  return found;
}

/** The limit of a file with all of its tests, in ms. */
export const FILE_MS = 900_000;
