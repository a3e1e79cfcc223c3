import type { ServerBehavior, NewRecord, StoredRecord, WireRecord } from "../../../demo/mocks/index.js";
import { writeRecord } from "../../../demo/mocks/server/write-record.js";
import type { Span } from "../../../src/core/coverage.js";
import type { LogCase } from "./draw.js";
import type { Finished } from "./read.js";
import { HOUR, SECOND } from "../durations.js";

export type LogPath = "/auditlog" | "/accesslog";

/** All records of one content: copies are records, too. */
export interface Content {
  readonly wire: WireRecord;
  readonly undated: boolean;
  /** When they happened; several where the content does not tell the time. */
  readonly times: Set<number>;
  /** The least and the most that may be shown, by the log that lists them. */
  readonly least: Record<LogPath, number>;
  readonly most: Record<LogPath, number>;
}

/** What happened, as the server writes it. */
export interface Entry {
  readonly time: number;
  readonly key: string;
  /** How it may be written besides. */
  readonly alias: string;
  readonly wire: WireRecord;
  readonly undated: boolean;
  readonly logs: readonly LogPath[];
  /** It was there before it was asked for. */
  readonly isDue: boolean;
}

/** How this server writes a record, in the zone that a request names in brackets if it does. */
function writeAsServer(record: NewRecord, behavior: ServerBehavior, zone?: string): WireRecord {
  const entry: StoredRecord = { territory: "", log: "audit", ...record };
  return writeRecord(entry, behavior, zone);
}

function listLogs(log: NewRecord["log"], accessLog: ServerBehavior["accessLog"]): LogPath[] {
  const isAudit = log !== "access";
  const isAccess = log === "both" || (log === "access" && accessLog === "adds");
  return [...(isAudit ? (["/auditlog"] as const) : []), ...(isAccess ? (["/accesslog"] as const) : [])];
}

/** Everything that the server held at the end. */
export function listEntries({ records, behavior }: LogCase, { arrivals }: Finished): Entry[] {
  const all = [...records.map((record) => ({ record, isDue: true })), ...arrivals];
  return all.map(({ record, isDue }) => {
    const wire = writeAsServer(record, behavior);
    const logs = listLogs(record.log, behavior.accessLog);
    const alias = JSON.stringify(writeAsServer(record, behavior, "UTC"));
    const undated = record.keepsTimestamp === true;
    return { time: record.time, key: JSON.stringify(wire), alias, wire, logs, isDue, undated };
  });
}

/** The range of a case; one that ends now goes on for what the server's clock may be ahead. */
export function findRange({ span, endsNow }: LogCase): Span {
  return { from: span.from, until: span.until + (endsNow ? HOUR / 4 : 0) };
}

/** What belongs to the search, by content. */
export function countContents(one: LogCase, entries: readonly Entry[]): Map<string, Content> {
  const { from, until } = findRange(one);
  // Nobody can say of a record without a time at which side of an end it lies; the source asks for whole seconds.
  const loose = { from: Math.floor(from / SECOND) * SECOND - SECOND, until: Math.ceil(until / SECOND) * SECOND + 1 };
  const contents = new Map<string, Content>();
  for (const { time, key, wire, undated, logs, isDue } of entries) {
    const isInside = time >= from && time < until;
    const mayBeInside = undated
      ? time >= loose.from && time < loose.until
      : isInside || listPossibleHours(one, time).some((other) => other >= from && other < until);
    if (!mayBeInside || !one.filter.matches(wire)) continue;
    let content = contents.get(key);
    if (!content) {
      const none = { "/auditlog": 0, "/accesslog": 0 };
      contents.set(key, (content = { wire, undated, times: new Set(), least: { ...none }, most: { ...none } }));
    }
    content.times.add(time);
    for (const log of logs) {
      content.most[log] += 1;
      if (isInside && isDue) content.least[log] += 1;
    }
  }
  return contents;
}

/** Whether the zone's clocks change in the course of a year. */
function hasSummerTime(zone: string): boolean {
  return zone !== "UTC" && zone !== "Asia/Kolkata";
}

/**
 * For which other times a record of `time` may be taken. A zone that had to be guessed is known as a shift only, and clocks
 * change by an hour; a wall time that comes twice may be either.
 */
export function listPossibleHours({ behavior, zoneIsGuessed }: LogCase, time: number): number[] {
  if (behavior.timestamps !== "zoneless" || behavior.brackets === "honored") return [];
  const others = [time - HOUR, time + HOUR];
  if (zoneIsGuessed) return hasSummerTime(behavior.naiveZone) ? others : [];
  return others.filter((other) => isSameWallTime(time, other, behavior));
}

/** Whether a record of `time` could as well be of `other`, by its text: an hour of wall time comes twice. */
function isSameWallTime(time: number, other: number, behavior: ServerBehavior): boolean {
  const writeTime = (at: number) => writeAsServer({ time: at, record: {} }, behavior)["timestamp-datetime"];
  return writeTime(time) === writeTime(other);
}
