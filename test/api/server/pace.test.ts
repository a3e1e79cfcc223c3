import { expect } from "@open-wc/testing";
import { Pace } from "../../../src/api/server/pace.js";

const SECOND = 1000;
const DAY = 86_400 * SECOND;

describe("how long a window may be, by how fast windows are answered", () => {
  it("has no end while longer ones take no longer", () => {
    const pace = new Pace();
    pace.noteAnswer(DAY / 6, 2000);
    pace.noteAnswer(DAY, 3500);
    pace.noteAnswer(30 * DAY, 4400);
    expect(pace.longestWindow).to.equal(Infinity);
    expect(pace.isTooSlow(365 * DAY)).to.equal(false);
  });

  it("is what is expected to take fifteen seconds where longer ones take longer", () => {
    const pace = new Pace();
    pace.noteAnswer(DAY, 1000);
    // 200 ms a day.
    pace.noteAnswer(15 * DAY, 4000);
    expect(pace.longestWindow / DAY).to.be.within(69, 70);
    expect(pace.isTooSlow(60 * DAY)).to.equal(false);
    expect(pace.isTooSlow(365 * DAY)).to.equal(true);
  });

  it("follows the server when it has recovered", () => {
    const pace = new Pace();
    pace.noteAnswer(DAY, 1000);
    pace.noteAnswer(15 * DAY, 9000);
    expect(pace.longestWindow / DAY).to.be.below(30);
    pace.noteAnswer(14 * DAY, 1200);
    expect(pace.longestWindow).to.equal(Infinity);
  });

  it("is whole seconds, and never shorter than the first window of a search", () => {
    const pace = new Pace();
    pace.noteAnswer(DAY / 6, 1000);
    pace.noteAnswer(DAY, 14_000);
    pace.noteOverdue(7 * DAY);
    expect(pace.longestWindow % SECOND).to.equal(0);
    pace.noteAnswer(DAY, 60_000);
    expect(pace.longestWindow).to.be.at.least(DAY / 6);
  });
});

describe("a window that is not answered in time", () => {
  it("is waited for shorter than other requests, where it is longer than all that were answered", () => {
    const pace = new Pace();
    expect([DAY / 6, DAY].map((length) => pace.timeoutFor(length))).to.deep.equal([undefined, 15 * SECOND]);
    pace.noteAnswer(DAY, 2 * SECOND);
    expect([DAY, 2 * DAY].map((length) => pace.timeoutFor(length))).to.deep.equal([undefined, 15 * SECOND]);
    // A server that takes its time is given more.
    pace.noteAnswer(DAY, 8 * SECOND);
    expect(pace.timeoutFor(2 * DAY)).to.equal(32 * SECOND);
  });

  it("is followed by shorter ones, which grow again while they are answered", () => {
    const pace = new Pace();
    pace.noteAnswer(DAY, SECOND);
    pace.noteOverdue(100 * DAY);
    expect(pace.longestWindow / DAY).to.be.closeTo(10, 0.1);
    pace.noteAnswer(10 * DAY, SECOND);
    expect(pace.longestWindow / DAY).to.be.closeTo(30, 0.1);
  });

  it("counts once where several of its kind were under way", () => {
    const pace = new Pace();
    pace.noteAnswer(DAY, SECOND);
    pace.noteOverdue(100 * DAY);
    pace.noteOverdue(90 * DAY);
    expect(pace.longestWindow / DAY).to.be.closeTo(10, 0.1);
  });

  it("is never tried again after a second one: what was answered is the limit", () => {
    const pace = new Pace();
    pace.noteAnswer(DAY, SECOND);
    pace.noteOverdue(100 * DAY);
    pace.noteOverdue(10 * DAY);
    expect(pace.longestWindow / DAY).to.be.closeTo(1, 0.1);
    pace.noteAnswer(DAY, SECOND);
    expect(pace.longestWindow / DAY).to.be.closeTo(1, 0.1);
  });
});
