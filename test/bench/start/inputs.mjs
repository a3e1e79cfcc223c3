import { computeMedian } from "../support/report.mjs";
import { FLOWS } from "./flows.mjs";
import { Hand } from "./hand.mjs";
import { openPage } from "./page.mjs";

const EVENTS = 10_000;
const MOST_MS = 50;
const VIEWPORT = { width: 1440, height: 900 };
/** Pages of a hundred events, and all events in one list. */
const SETTINGS = [
  { title: "table, 100 pages", view: "table", pageSize: 100 },
  { title: "table, one list", view: "table", pageSize: "all" },
  { title: "cards, 100 pages", view: "cards", pageSize: 100 },
  { title: "cards, one list", view: "cards", pageSize: "all" },
];
/** A click on an empty part of the same page: the time that the browser and the machine need. */
const IDLE = "a click beside the viewer";

/** @returns the times of all rounds, by the name of the input */
async function useViewer(bench, { apiBase, rounds, view, pageSize }) {
  const { page, atRest } = await openPage(bench, { apiBase, viewport: VIEWPORT });
  try {
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    const hand = await Hand.create(page, atRest, { view, pageSize, count: EVENTS });
    await hand.load();
    for (let round = 0; round < rounds; round += 1) {
      await hand.idle(IDLE);
      for (const flow of FLOWS[view]) await flow(hand);
    }
    return hand.times;
  } finally {
    await page.context().close();
  }
}

/** Measures how soon the browser paints after each input, with a processor a quarter as fast. */
export async function measureInputs(bench, { apiBase, rounds }) {
  const found = [];
  for (const setting of SETTINGS) found.push(await useViewer(bench, { apiBase, rounds, ...setting }));
  const names = [...new Set(found.flatMap((times) => [...times.keys()]))];
  const read = (times, name) => (times.has(name) ? computeMedian(times.get(name)) : undefined);
  const failures = names.flatMap((name) =>
    found.flatMap((times, at) =>
      name !== IDLE && read(times, name) > MOST_MS
        ? [`${name} (${SETTINGS[at].title}): ${read(times, name)} ms, and the limit is ${MOST_MS}.`]
        : [],
    ),
  );
  const rows = names.map((name) => {
    const all = found.map((times) => read(times, name)?.toFixed(0) ?? "-");
    return [name, ...all, name === IDLE ? "" : String(MOST_MS)];
  });
  return { headings: ["input", ...SETTINGS.map(({ title }) => title), "limit"], rows, failures };
}
