import { expect } from "@open-wc/testing";
import { ResponseTimes } from "../../../src/api/server/response-times.js";
import { DAY, SECOND } from "../../support/durations.js";

describe("the longest window, by the response times", () => {
  it("is unlimited while longer windows take no longer", () => {
    const times = new ResponseTimes();
    times.noteAnswer(DAY / 6, 2000);
    times.noteAnswer(DAY, 3500);
    times.noteAnswer(30 * DAY, 4400);
    expect(times.longestWindow).to.equal(Infinity);
    expect(times.isTooSlow(365 * DAY)).to.equal(false);
  });

  it("is expected to take fifteen seconds if longer windows take longer", () => {
    const times = new ResponseTimes();
    times.noteAnswer(DAY, 1000);
    // 200 ms a day.
    times.noteAnswer(15 * DAY, 4000);
    expect(times.longestWindow / DAY).to.be.within(69, 70);
    expect(times.isTooSlow(60 * DAY)).to.equal(false);
    expect(times.isTooSlow(365 * DAY)).to.equal(true);
  });

  it("follows the server when it has recovered", () => {
    const times = new ResponseTimes();
    times.noteAnswer(DAY, 1000);
    times.noteAnswer(15 * DAY, 9000);
    expect(times.longestWindow / DAY).to.be.below(30);
    times.noteAnswer(14 * DAY, 1200);
    expect(times.longestWindow).to.equal(Infinity);
  });

  it("is whole seconds, and never shorter than the first window of a search", () => {
    const times = new ResponseTimes();
    times.noteAnswer(DAY / 6, 1000);
    times.noteAnswer(DAY, 14_000);
    times.noteOverdue(7 * DAY);
    expect(times.longestWindow % SECOND).to.equal(0);
    times.noteAnswer(DAY, 60_000);
    expect(times.longestWindow).to.be.at.least(DAY / 6);
  });
});

describe("a window that times out", () => {
  it("has a shorter time limit than other requests if it is longer than all answered ones", () => {
    const times = new ResponseTimes();
    expect([DAY / 6, DAY].map((length) => times.timeoutFor(length))).to.deep.equal([undefined, 15 * SECOND]);
    times.noteAnswer(DAY, 2 * SECOND);
    expect([DAY, 2 * DAY].map((length) => times.timeoutFor(length))).to.deep.equal([undefined, 15 * SECOND]);
    // A server that takes its time is given more.
    times.noteAnswer(DAY, 8 * SECOND);
    expect(times.timeoutFor(2 * DAY)).to.equal(32 * SECOND);
  });

  it("is followed by shorter windows, which grow again while they are answered", () => {
    const times = new ResponseTimes();
    times.noteAnswer(DAY, SECOND);
    times.noteOverdue(100 * DAY);
    expect(times.longestWindow / DAY).to.be.closeTo(10, 0.1);
    times.noteAnswer(10 * DAY, SECOND);
    expect(times.longestWindow / DAY).to.be.closeTo(30, 0.1);
  });

  it("counts once if several windows of its length were in flight", () => {
    const times = new ResponseTimes();
    times.noteAnswer(DAY, SECOND);
    times.noteOverdue(100 * DAY);
    times.noteOverdue(90 * DAY);
    expect(times.longestWindow / DAY).to.be.closeTo(10, 0.1);
  });

  it("is not tried again after a second timeout: the longest answered window is the limit", () => {
    const times = new ResponseTimes();
    times.noteAnswer(DAY, SECOND);
    times.noteOverdue(100 * DAY);
    times.noteOverdue(10 * DAY);
    expect(times.longestWindow / DAY).to.be.closeTo(1, 0.1);
    times.noteAnswer(DAY, SECOND);
    expect(times.longestWindow / DAY).to.be.closeTo(1, 0.1);
  });
});
