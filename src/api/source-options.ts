import type { SendFilters } from "./server/send-plan.js";

/** How to query the server. By default, the viewer finds out everything by itself. */
export interface SourceOptions {
  /** `window`: never uses `start`; `offset`: `start` works on this server; `auto`: finds out. */
  paging: "auto" | "offset" | "window";
  /**
   * Sends filters if the server is known to apply them correctly, always, or never. The viewer checks all filters in any
   * case.
   */
  sendFilters: SendFilters;
  /** The time zone of timestamps without an offset. */
  naiveZone: string;
  /** Whether sign-ins are also read from the access log: always, never, or if it adds records. */
  signIns: "auto" | "on" | "off";
  /** The maximum number of parallel requests. */
  concurrency: number;
  /** The limits for filling one page; then the viewer asks the user whether to continue. By default, requests have no limit. */
  budget: { seconds: number; records: number; requests?: number };
  /** How far past the browser's clock the viewer searches for "now", in minutes. */
  clockSkewMinutes: number;
  /** How far a refresh goes back to find late records, in minutes. */
  lateMinutes: number;
}

export const DEFAULT_SOURCE_OPTIONS: SourceOptions = {
  paging: "auto",
  sendFilters: "verified",
  naiveZone: "UTC",
  signIns: "auto",
  concurrency: 4,
  budget: { seconds: 60, records: 20_000 },
  clockSkewMinutes: 15,
  lateMinutes: 10,
};
