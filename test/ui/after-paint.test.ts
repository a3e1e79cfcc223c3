import { expect } from "@open-wc/testing";
import { runAfterPaint } from "../../src/ui/after-paint.js";
import { holdTimers, type Timers } from "../support/timers.js";

describe("what runs after the next painting", () => {
  const { requestAnimationFrame } = window;
  let timers: Timers;
  let frames: FrameRequestCallback[];
  let done: string[];

  beforeEach(() => {
    [frames, done] = [[], []];
    window.requestAnimationFrame = (job) => frames.push(job);
    timers = holdTimers();
  });

  afterEach(() => {
    timers.release();
    Object.assign(window, { requestAnimationFrame });
  });

  /** Paints one frame, and lets what follows it at once run. */
  async function paint(): Promise<void> {
    for (const job of frames.splice(0)) job(0);
    await new Promise((resolve) => setTimeout(resolve));
  }

  it("waits for the frame, and runs once", async () => {
    runAfterPaint(() => done.push("job"));
    expect(done).to.deep.equal([]);
    await paint();
    timers.expire();
    expect(done).to.deep.equal(["job"]);
  });

  it("does not wait forever if the page gets no frame", async () => {
    runAfterPaint(() => done.push("job"));
    timers.expire();
    expect(done).to.deep.equal(["job"]);
    await paint();
    expect(done).to.deep.equal(["job"]);
  });
});
