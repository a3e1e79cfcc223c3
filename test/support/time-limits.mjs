/*
 * The runners' own limits, and the only ones: what a test waits for may take as long on a slow or busy machine. A test that
 * waits for less than that fails for slowness.
 */

/** The limit of a test, and of everything that it waits for, ms. */
export const TEST_MS = 120_000;
/** Waits until `check` answers something. */
export async function until(check) {
  let found;
  while (!(found = await check())) await new Promise((done) => setTimeout(done, 50));
  return found;
}

/** For a file with all of its tests, ms. */
export const FILE_MS = 900_000;
