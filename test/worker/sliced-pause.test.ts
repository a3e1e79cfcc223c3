import { expect } from "@open-wc/testing";
import { createSlicedPause } from "../../src/worker/client/sliced-pause.js";

describe("work on the page", () => {
  it("yields to other tasks by the elapsed time, however long a step takes", async () => {
    let time = 1000;
    const pause = createSlicedPause(() => time);
    const worked: number[] = [];
    let slice = 0;
    for (const step of [1, 1, 1, 1, 1, 1, 7, 1, 0.5, 4, 1, 1]) {
      time += step;
      slice += step;
      const rest = pause();
      if (!rest) continue;
      worked.push(slice);
      slice = 0;
      await rest;
    }
    // Steps of a millisecond end after five; one of seven ends its slice at once.
    expect(worked).to.deep.equal([1, 5, 7, 5.5]);
  });

  it("lets other tasks of the page run in between", async () => {
    const pause = createSlicedPause(() => 0);
    const slow = createSlicedPause(() => Infinity);
    let heard = false;
    setTimeout(() => (heard = true));
    await pause();
    while (!heard) await slow();
    expect(heard).to.equal(true);
  });
});
