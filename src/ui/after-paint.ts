/** A visible page may get no frame, for example in a frame that is out of sight. The job then runs after this time, in ms. */
const LONGEST_WAIT = 500;

/** What is painted within this time, in ms, people find to be there at once. */
const AT_ONCE = 70;

/**
 * Runs `job` after the next painting, so that a control that was used is painted before long work starts. In a hidden page
 * nothing is painted, so `job` runs now.
 */
export function runAfterPaint(job: () => void): void {
  if (document.hidden) return job();
  let isDue = true;
  const run = () => {
    clearTimeout(timer);
    if (!isDue) return;
    isDue = false;
    job();
  };
  const timer = setTimeout(run, LONGEST_WAIT);
  requestAnimationFrame(() => setTimeout(run));
}

/**
 * Returns a function that runs its job at once as long as the machine is fast: if it took too long until the effect of the last job
 * was painted, the next one starts after the control that was used is painted.
 */
export function createPaintFirst(now = () => performance.now()): (job: () => void) => void {
  let took = 0;
  return (job) => {
    const run = () => {
      const start = now();
      job();
      runAfterPaint(() => (took = now() - start));
    };
    if (took > AT_ONCE) runAfterPaint(run);
    else run();
  };
}
