import { SHOWN } from "./probe.mjs";

/** What the main thread did, when its frames were handed over, and the page's own marks. */
const CATEGORIES = ["devtools.timeline", "disabled-by-default-devtools.timeline", "blink.user_timing"];

/** Records what `act` does to a page, by the DevTools protocol. @returns the trace's events, in order */
export async function record(browser, page, act) {
  await browser.startTracing(page, { categories: CATEGORIES });
  let recorded;
  try {
    await act();
  } finally {
    recorded = await browser.stopTracing();
  }
  return JSON.parse(recorded.toString()).traceEvents.sort((one, other) => one.ts - other.ts);
}

/**
 * Reads what a click cost, in milliseconds.
 *
 * @returns `painted`: from the click's dispatch to the end of the frame that painted the marked rows (scripts, style, layout,
 * paint, and handing it over to the compositor); `work`: processor time of the main thread's tasks in that time, whatever
 * else the machine did; `onScreen`: from the button's release to the browser's next picture, as the browser itself reports it
 */
export function readClick(events) {
  const ofClick = (name) => events.find((event) => event.name === name && event.args.data?.type === "click");
  const click = ofClick("EventDispatch");
  const here = events.filter(({ pid, tid }) => pid === click?.pid && tid === click.tid);
  const shown = here.find(({ name }) => name === SHOWN);
  const commit = here.find(({ name, ph, ts }) => name === "Commit" && ph === "X" && ts >= shown?.ts);
  if (!commit) throw new Error("The trace has no click that a frame with new rows followed.");
  const end = commit.ts + commit.dur;
  const tasks = here.filter(({ name, ts, dur }) => name === "RunTask" && ts + dur > click.ts && ts < end);
  return {
    painted: (end - click.ts) / 1000,
    work: tasks.reduce((sum, { tdur = 0 }) => sum + tdur, 0) / 1000,
    onScreen: ofClick("EventTiming")?.args.data.duration ?? Number.NaN,
  };
}
