import { record } from "./trace.mjs";
import { computeMedian } from "./report.mjs";

/** A frame has 8 ms to spare. */
export const LONG_MS = 8;
const MARK = "bench-main-thread";

/**
 * Records what the page does during `act`.
 *
 * @param {{ scrolls?: boolean }} setting whether the page is scrolled up and down meanwhile
 * @returns the main thread's tasks: their processor time in ms (`work`), the time that passed (`wall`), whether they painted a
 * frame, and the marks that the page has set in them
 */
export async function traceTasks(browser, page, act, { scrolls = false } = {}) {
  const events = await record(browser, page, async () => {
    await page.evaluate((mark) => void performance.mark(mark), MARK);
    let isOver = false;
    const acting = act().finally(() => (isOver = true));
    for (let turns = 0; scrolls && !isOver; turns += 1) await page.mouse.wheel(0, turns % 20 < 10 ? 120 : -120);
    await acting;
  });
  const mark = events.find(({ name }) => name === MARK);
  const here = events.filter(({ pid, tid, ts }) => pid === mark.pid && tid === mark.tid && ts > mark.ts);
  const inside = here.filter(({ name, cat, ph }) => name === "Commit" || (cat === "blink.user_timing" && ph !== "E"));
  let at = 0;
  return here
    .filter(({ name }) => name === "RunTask")
    .map(({ ts, dur = 0, tdur = dur }) => {
      while (at < inside.length && inside[at].ts < ts) at += 1;
      const names = [];
      for (let next = at; inside[next]?.ts <= ts + dur; next += 1) names.push(inside[next].name);
      return { work: tdur / 1000, wall: dur / 1000, isFrame: names.includes("Commit"), marks: names };
    });
}

const findLongest = (tasks) => Math.max(0, ...tasks.map(({ work }) => work));

/** Sums up the tasks of several rounds. `most` is the number of long ones in the worst round, the others are medians. */
export function summarize(rounds) {
  const long = rounds.map((tasks) => tasks.filter(({ work }) => work > LONG_MS).length);
  return { long: computeMedian(long), most: Math.max(...long), longest: computeMedian(rounds.map(findLongest)) };
}

/** The processor time of a round in seconds, in the median. */
export const computeSeconds = (rounds) =>
  computeMedian(rounds.map((tasks) => tasks.reduce((sum, { work }) => sum + work, 0) / 1000));
