/** Seeds of a seeded test. */
export interface Seeds {
  readonly first: number;
  readonly count: number;
}

/**
 * The seeds that the environment (`ALV_TEST_SEED`) or the page (`?seed=`, with `wtr --manual`) names: one (`1807`), or
 * several (`2001-9000`). Else `count` of them from `first` on.
 */
export function listSeeds(first: number, count: number): Seeds {
  const page = new URLSearchParams(location.search).get("seed");
  const named = /^(\d+)(?:-(\d+))?$/.exec(page ?? String(import.meta.env["ALV_TEST_SEED"] ?? ""));
  if (!named) return { first, count };
  const from = Number(named[1]);
  return { first: from, count: Number(named[2] ?? from) - from + 1 };
}
