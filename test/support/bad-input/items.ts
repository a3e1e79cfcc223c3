import type { Random } from "../../../demo/mocks/records/random.js";
import { NOW } from "../clock.js";
import { HOUR, SECOND } from "../durations.js";
import { drawDeepJson, drawStrangeJson, drawUnreadableTime, drawRecordJson } from "./json.js";

/** One item of a server's list. `time` is the second in which the server lists it. */
export interface Item {
  readonly time: number;
  readonly json: string;
  readonly parsed: unknown;
  readonly kind: "dated" | "undated" | "no record";
}

/** @param withCopies whether items without a time may come several times */
export function drawItems(random: Random, { withCopies = false, withDepth = false } = {}): Item[] {
  const count = random.chance(0.01) ? random.int(50, 200) : random.int(0, 14);
  const dated = random.chance(0.2) ? 1 : random.chance(0.2) ? 0 : random.next();
  const items: Item[] = [];
  const known = new Set<string>();
  const times = Array.from({ length: 5 }, () => NOW - random.int(1, 20 * 3600) * SECOND);
  for (let at = 0; at < count; at += 1) {
    const time = random.chance(0.3) ? random.pick(times) : NOW - random.int(1, 23 * 3600) * SECOND;
    const isDated = random.chance(dated);
    const deep = withDepth && random.chance(0.002) ? drawDeepJson(random) : undefined;
    const record = () =>
      drawRecordJson(random, isDated ? drawReadableTime(random, time) : drawUnreadableTime(random), deep);
    const json = isDated || random.chance(0.6) ? record() : (deep ?? drawStrangeJson(random));
    const parsed = JSON.parse(json) as unknown;
    const isRecord = typeof parsed === "object" && parsed !== null && !Array.isArray(parsed);
    const item: Item = { time, json, parsed, kind: !isRecord ? "no record" : isDated ? "dated" : "undated" };
    // Equal items without a time have their own cases (`withCopies`).
    const key = deep === undefined ? JSON.stringify(parsed) : json;
    if (!isDated && !withCopies && known.has(key)) continue;
    known.add(key);
    items.push(item);
    if (withCopies && random.chance(0.5)) items.push(isDated ? item : { ...item, time: random.pick(times) });
  }
  return items;
}

/** A time as JSON, in one of the ways in which servers write it. */
function drawReadableTime(random: Random, time: number): string {
  const iso = new Date(time).toISOString();
  const east = new Date(time + 5.5 * HOUR).toISOString().slice(0, 19);
  return JSON.stringify(
    random.pick([
      iso,
      iso,
      `${iso.slice(0, 19)}Z`,
      `${iso.slice(0, 19)}.000000z`,
      `${east}+05:30`,
      `${east.replace("T", " ")} +0530`,
      `${iso.slice(0, 19)}[UTC]`,
      `  ${iso.slice(0, 19)}+00:00[Etc/UTC] `,
      iso.slice(0, 19).replace("T", " "),
    ]),
  );
}
