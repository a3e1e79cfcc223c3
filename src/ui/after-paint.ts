/**
 * Runs `job` after the next painting, so that a control that was used is painted before long work starts. In a hidden page
 * nothing is painted, so `job` runs now.
 */
export function runAfterPaint(job: () => void): void {
  if (document.hidden) job();
  else requestAnimationFrame(() => setTimeout(job));
}
