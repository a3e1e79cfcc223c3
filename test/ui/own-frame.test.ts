import { expect } from "@open-wc/testing";
import { takeFrame } from "../../src/ui/own-frame.js";

describe("a frame of its own", () => {
  it("is given to each caller, in the order of the calls", async () => {
    let frame = 0;
    const next = () => {
      frame += 1;
      handle = requestAnimationFrame(next);
    };
    let handle = requestAnimationFrame(next);
    const frames = await Promise.all(Array.from({ length: 3 }, () => takeFrame().then(() => frame)));
    cancelAnimationFrame(handle);
    expect(frames[1]).to.be.above(frames[0]!);
    expect(frames[2]).to.be.above(frames[1]!);
  });
});
