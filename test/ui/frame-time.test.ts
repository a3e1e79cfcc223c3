import { expect } from "@open-wc/testing";
import { areFramesSlow, timeFrame } from "../../src/ui/frame-time.js";

describe("the time of the frame that paints a pressed button", () => {
  const { requestAnimationFrame, setTimeout } = window;
  const { now } = performance;
  let time: number;
  let frames: FrameRequestCallback[];
  let timers: (() => void)[];

  beforeEach(() => {
    [time, frames, timers] = [1000, [], []];
    Object.assign(performance, { now: () => time });
    window.requestAnimationFrame = (job) => frames.push(job);
    window.setTimeout = ((job: () => void) => timers.push(job)) as typeof setTimeout;
  });

  afterEach(() => {
    Object.assign(performance, { now });
    Object.assign(window, { requestAnimationFrame, setTimeout });
  });

  /** Presses a button whose frame takes so many ms. The click comes at once, or long after the frame. */
  function press(ms: number, click: "at once" | "later"): boolean {
    timeFrame();
    for (const job of frames.splice(0)) job(time);
    time += ms;
    if (click === "later") {
      for (const job of timers.splice(0)) job();
      time += 500;
    }
    const isSlow = areFramesSlow();
    for (const job of timers.splice(0)) job();
    return isSlow;
  }

  for (const click of ["at once", "later"] as const) {
    it(`says whether the frame was slow, if the click comes ${click}`, () => {
      expect([4, 30, 9, 11].map((ms) => press(ms, click))).to.deep.equal([false, true, false, true]);
    });
  }

  it("is that of the last frame as long as a click comes before its own: with the keyboard, no button is pressed", () => {
    press(30, "later");
    expect(areFramesSlow()).to.equal(true);
    timeFrame();
    expect(areFramesSlow()).to.equal(true);
    press(4, "at once");
    expect(areFramesSlow()).to.equal(false);
  });
});
