/** Work in short steps, none of which takes longer than about a millisecond. It returns its result with the last one. */
export type Steps<Result> = Generator<undefined, Result, undefined>;

/** Interrupts long work from time to time: returns a promise if the work should pause now, else undefined. */
export type PauseSteps = () => Promise<void> | undefined;

/** The number of events, or of values, that a step takes. */
const STEP = 1024;

/** Divides the numbers from 0 to `count` into parts of one step each. */
export function* divide(count: number, act: (from: number, until: number) => boolean | void): Steps<void> {
  for (let from = 0; from < count; from += STEP) {
    if (act(from, Math.min(count, from + STEP)) === false) return;
    yield;
  }
}

/** Takes all steps at once. */
export function finish<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Takes the steps with pauses in between. */
export async function finishInSlices<Result>(steps: Steps<Result>, pause: PauseSteps): Promise<Result> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    const wait = pause();
    if (wait) await wait;
  }
}
