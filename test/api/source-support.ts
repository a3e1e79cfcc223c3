import type { NewRecord } from "../../demo/mocks/index.js";
import type { LogQuery } from "../../src/api/reading/log-reader.js";
import type { AuditLogSource } from "../../src/api/source.js";
import { NOW } from "../support/clock.js";
import { readAll } from "../support/data-source.js";
import { HOUR, MINUTE } from "../support/durations.js";

/** Creates records by one person in a domain with letters, by default every ten minutes. */
export const createSteadyRecords = (count: number, from = NOW - HOUR, step = 10 * MINUTE): NewRecord[] =>
  Array.from({ length: count }, (_, index) => ({
    time: from - index * step,
    record: { "action-type": "update", "target-user": String(index), "target-domain": "abc.example" },
  }));

export const searchAll = (source: AuditLogSource, query: LogQuery) => readAll(source.search(query));
