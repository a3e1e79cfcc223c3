import type { SendFilters } from "./send-plan.js";

/** How to deal with the server. Every default finds out by itself. */
export interface SourceOptions {
  /** `window`: never use `start`; `offset`: `start` is known to work; `auto` finds out. */
  paging: "auto" | "offset" | "window";
  /** Filters are sent where that was verified, always, or never; they are checked here in any case. */
  sendFilters: SendFilters;
  /** Zone of a timestamp without offset. */
  naiveZone: string;
  /** Sign-ins: also read the access log always, never, or where it adds records. */
  signIns: "auto" | "on" | "off";
  /** Requests at once. */
  concurrency: number;
  /** Per page; then the user is asked. */
  budget: { requests: number; records: number };
  /** How far past the browser's clock "now" is asked. */
  clockSkewMinutes: number;
  /** How far a refresh reads back for records that come late. */
  lateMinutes: number;
}

export const DEFAULT_SOURCE_OPTIONS: SourceOptions = {
  paging: "auto",
  sendFilters: "verified",
  naiveZone: "UTC",
  signIns: "auto",
  concurrency: 4,
  budget: { requests: 20, records: 20_000 },
  clockSkewMinutes: 15,
  lateMinutes: 10,
};
