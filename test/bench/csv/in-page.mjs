import { CsvFile } from "../../../src/files/csv-file.js";
import { getZoneText } from "../../../src/core/time/zone-text.js";
import { csvParseRows } from "d3-dsv";
import { makeEvents } from "./events.mjs";
import { PEERS, createTable } from "./peers.mjs";

/* Runs in the browser: all ways that are compared. */

const ZONE = "America/New_York";

async function writeViewerCsv(events, zone) {
  const file = new CsvFile({ zone, includeSensitive: false });
  file.add(events);
  const parts = [];
  for await (const part of file.finish()) parts.push(part);
  return parts;
}

/** One cached formatter, which can produce the same texts. */
const format = new Intl.DateTimeFormat("sv-SE", {
  timeZone: ZONE,
  ...{ year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", second: "2-digit" },
});

function formatViewerTimes(events) {
  const text = getZoneText(ZONE);
  let length = 0;
  for (const { time } of events) if (time !== null) length += text.local(time).length;
  return length;
}

function formatIntlTimes(events) {
  let length = 0;
  for (const { time } of events) if (time !== null) length += format.format(time).length;
  return length;
}

const SUBJECTS = {
  csv: { viewer: writeViewerCsv, ...PEERS },
  times: { viewer: formatViewerTimes, "Intl.DateTimeFormat": formatIntlTimes },
};

const made = new Map();

async function createEvents(count, now) {
  if (!made.has(count)) made.set(count, await makeEvents(count, now));
  return made.get(count);
}

/** Takes turns, so that other work of the machine affects all ways alike. Rounds that only warm up are not reported. */
async function measure({ subject, count, rounds, warmUps, turns, now }) {
  const events = await createEvents(count, now);
  const ways = Object.entries(SUBJECTS[subject]);
  const times = Object.fromEntries(ways.map(([name]) => [name, []]));
  for (let round = -warmUps; round < rounds; round += 1) {
    for (const [name, act] of ways) {
      const begun = performance.now();
      for (let turn = 0; turn < turns; turn += 1) await act(events, ZONE);
      const ms = (performance.now() - begun) / turns;
      if (round >= 0) times[name].push(ms);
    }
  }
  return times;
}

/** The names of the ways that do not write the expected table. */
async function findDifferent(count, now) {
  const events = await createEvents(count, now);
  const expected = JSON.stringify(createTable(events, ZONE));
  const wrong = [];
  for (const [name, act] of Object.entries(SUBJECTS.csv)) {
    if (name === "JSON.stringify") continue;
    const made = await act(events, ZONE);
    const text = await new Blob([made].flat()).text();
    if (JSON.stringify(csvParseRows(text)) !== expected) wrong.push(name);
  }
  const text = getZoneText(ZONE);
  if (events.some(({ time }) => time !== null && text.local(time) !== format.format(time))) wrong.push("times");
  return wrong;
}

globalThis.csvBench = { measure, findDifferent };
