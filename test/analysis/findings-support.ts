import { findFindings } from "../../src/analysis/findings/find-findings.js";
import type { FindingField, FindingSource } from "../../src/analysis/findings/source.js";
import { finish } from "../../src/analysis/steps.js";
import type { Finding, FindingKind, FindingRequest } from "../../src/core/findings.js";
import { fold } from "../../src/core/text/text.js";

export interface PlainEvent {
  /** Minutes after the start of the searched range; NaN without a readable time. */
  readonly minute: number;
  readonly action?: string;
  readonly failed?: "bad-password" | "other";
  readonly byUser?: string;
  readonly byDomain?: string;
  readonly affectedDomain?: string;
  readonly byIp?: string;
  readonly client?: string;
}

export const MINUTE = 60_000;
export const HOUR = 60;
export const DAY = 24 * HOUR;
/** Midnight in New York. */
export const START = Date.parse("2026-10-05T04:00:00Z");
const ALL_DAYS = 40;

const REQUEST: FindingRequest = {
  from: START,
  until: START + ALL_DAYS * DAY * MINUTE,
  hasGaps: false,
  isNarrowed: false,
  zone: "America/New_York",
};

export const toTime = (minute: number) => START + minute * MINUTE;

/** @param events in any order */
export function createSource(events: readonly PlainEvent[]): FindingSource {
  const sorted = [...events].sort((one, other) => (other.minute || 0) - (one.minute || 0));
  const codes = new Map<string, number>();
  const filled = sorted.map((one) => ({
    ...{ action: "modify-update", byUser: "2104", byDomain: "north.example", affectedDomain: "north.example" },
    ...{ byIp: "203.0.113.24", client: "Portal" },
    ...one,
  }));
  const text = (field: FindingField, at: number) => filled[at]![field];
  return {
    events: filled.length,
    time: (at) => toTime(filled[at]!.minute),
    action: (at) => filled[at]!.action,
    isFailed: (at) => filled[at]!.failed !== undefined,
    isBadPassword: (at) => filled[at]!.failed === "bad-password",
    text,
    code: (field, at) => {
      const key = field === "byUser" ? [text("byUser", at), text("byDomain", at)].map(fold).join("@") : text(field, at);
      if (!codes.has(key)) codes.set(key, codes.size);
      return codes.get(key)!;
    },
  };
}

export const find = (events: readonly PlainEvent[], request: Partial<FindingRequest> = {}): Finding[] =>
  finish(findFindings(createSource(events), { ...REQUEST, ...request }));

export const findOf = <Kind extends FindingKind>(kind: Kind, ...given: Parameters<typeof find>) =>
  find(...given).filter((one): one is Extract<Finding, { kind: Kind }> => one.kind === kind);

export const repeat = (count: number, create: (at: number) => PlainEvent): PlainEvent[] =>
  Array.from({ length: count }, (_, at) => create(at));
