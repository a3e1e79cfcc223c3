/** A visible page may get no frame, for example in a frame that is out of sight. The job then runs after this time, in ms. */
const LONGEST_WAIT = 500;

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
