import { GRIDS } from "./bundles.mjs";

/** A fixed sequence of numbers from 0 to 1 for each seed (mulberry32). */
function createRandom(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Creates a function that returns the items in another order at each call. The orders depend only on the seed. */
export function createShuffle(seed) {
  const random = createRandom(seed);
  return (items) => {
    const left = [...items];
    return items.map(() => left.splice(Math.floor(random() * left.length), 1)[0]);
  };
}

/** The name of the viewer among the compared subjects. */
export const VIEWER = "viewer";
export const SUBJECTS = [VIEWER, ...Object.keys(GRIDS)];
export const findTitle = (name) => (name === VIEWER ? VIEWER : GRIDS[name].title);

/** The smallest figure of the grids that the limits refer to. */
export function findBestGrid(figures) {
  const [best] = Object.entries(figures)
    .filter(([name, figure]) => GRIDS[name]?.isGrid && Number.isFinite(figure))
    .sort(([, one], [, other]) => one - other);
  return best ? { name: best[0], figure: best[1] } : undefined;
}
