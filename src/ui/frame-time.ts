/** If the frame that paints a pressed button takes longer, in ms, larger changes take several times as long. */
const SLOW = 10;

/** When the measured frame started; 0 if none is running. */
let start = 0;
let isSlow = false;

/** Measures the next frame. Call it when a button is pressed. */
export function timeFrame(): void {
  requestAnimationFrame(() => {
    start = performance.now();
    setTimeout(endFrame);
  });
}

function endFrame(): void {
  if (start > 0) isSlow = performance.now() - start > SLOW;
  start = 0;
}

/** Whether the frame of the last pressed button was slow: the device is slow, or the page is busy. */
export function areFramesSlow(): boolean {
  // Browsers pass on a click before a timer.
  endFrame();
  return isSlow;
}
