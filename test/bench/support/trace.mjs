import { SHOWN } from "./probe.mjs";

/** The work of the main thread, the presentation of its frames, and the page's own marks. */
const CATEGORIES = ["devtools.timeline", "disabled-by-default-devtools.timeline", "blink.user_timing"];

/** Records what `act` does to a page, through the DevTools protocol. @returns the events of the trace, in order */
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
 * The kinds of work, by the names of the trace's events. The time of other events counts for the kind of the event
 * around them.
 */
const KINDS = {
  style: ["UpdateLayoutTree", "ParseAuthorStyleSheet"],
  layout: ["Layout"],
  paint: ["PrePaint", "Paint", "Layerize", "Commit", "PaintImage", "UpdateLayer"],
  script: [
    ...["FunctionCall", "EvaluateScript", "EventDispatch", "FireAnimationFrame", "TimerFire", "RunMicrotasks"],
    ...["v8.callFunction", "v8.compile", "V8.HandleInterrupts", "ResizeObserver"],
  ],
  garbage: ["MinorGC", "MajorGC", "V8.GCScavenger", "V8.GC_MC_INCREMENTAL"],
};

const KIND_OF = new Map(Object.entries(KINDS).flatMap(([kind, names]) => names.map((name) => [name, kind])));

/** Processor time in ms, or the duration where the trace has none. */
const readTime = ({ dur = 0, tdur = dur }) => tdur / 1000;

/**
 * Adds up the processor time of one thread by kind of work, in milliseconds.
 *
 * @param events of one thread, in order
 */
export function readKinds(events, from, until) {
  const sums = { script: 0, style: 0, layout: 0, paint: 0, garbage: 0, other: 0 };
  const around = [];
  const inside = events.filter(({ ph, ts, dur = 0 }) => ph === "X" && ts + dur > from && ts < until);
  inside.sort((one, other) => one.ts - other.ts || (other.dur ?? 0) - (one.dur ?? 0));
  for (const event of inside) {
    while (around.length > 0 && event.ts >= around.at(-1).end) around.pop();
    const outer = around.at(-1);
    // An event without a kind has the kind of the event around it.
    const kind = KIND_OF.get(event.name) ?? outer?.kind ?? "other";
    const time = readTime(event);
    sums[kind] += time;
    if (outer) sums[outer.kind] -= time;
    around.push({ kind, end: event.ts + (event.dur ?? 0) });
  }
  return sums;
}

/** The events of the thread that set these marks. */
export function filterEventsOfPage(events, mark) {
  const marked = events.find(({ name }) => name === mark);
  return events.filter(({ pid, tid }) => pid === marked?.pid && tid === marked.tid);
}

/**
 * Reads the cost of a click, in ms.
 *
 * @returns `painted`: from the dispatch of the click to the end of the frame that painted the marked rows (scripts,
 * style, layout, paint, and handing over to the compositor); `kinds`: `readKinds` of that time; `work`: the processor
 * time of the main thread's tasks in that time; `onScreen`: from the release of the button to the browser's next frame,
 * as the browser reports it
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
    kinds: readKinds(here, click.ts, end),
    work: tasks.reduce((sum, { tdur = 0 }) => sum + tdur, 0) / 1000,
    onScreen: ofClick("EventTiming")?.args.data.duration ?? Number.NaN,
  };
}
