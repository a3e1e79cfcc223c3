import type { MockServer } from "../../../demo/mocks/index.js";
import { readDateTime } from "../../../demo/mocks/server/date-time.js";
import { createMockAdapter } from "../mock-adapter.js";
import type { VirtualTime } from "./virtual-time.js";
import { DAY } from "../durations.js";

/** One request, with times in milliseconds since the clock was made. */
export interface LoggedRequest {
  readonly path: string;
  readonly query: URLSearchParams;
  readonly sent: number;
  /** When it was answered, refused or aborted. */
  ended: number;
  status: number | "aborted";
  /** The number of received records. */
  records: number;
}

interface Setting {
  readonly server: MockServer;
  readonly time: VirtualTime;
  readonly longestDays?: number | undefined;
  readonly isSilent?: boolean | undefined;
}

/** The requests of a viewer, with the adapter that writes them down. */
export class RequestLog {
  readonly #setting: Setting;
  #requests: LoggedRequest[] = [];

  constructor(setting: Setting) {
    this.#setting = setting;
  }

  get requests(): readonly LoggedRequest[] {
    return this.#requests;
  }

  /** What comes now is written on a new page. */
  begin(): void {
    this.#requests = [];
  }

  readonly adapter = {
    get: async (path: string, { query, signal }: { query: URLSearchParams; signal: AbortSignal }): Promise<unknown> => {
      const { server, time } = this.#setting;
      const request: LoggedRequest = { path, query, sent: time.passed, ended: Infinity, status: "aborted", records: 0 };
      this.#requests.push(request);
      try {
        const body = this.#isTooLong(query)
          ? await this.#refusal(signal)
          : await createMockAdapter(server).get(path, { query, signal });
        request.status = 200;
        if (Array.isArray(body)) request.records = body.length;
        return body;
      } catch (error) {
        const { status } = error as { status?: number };
        if (!signal.aborted) request.status = status ?? 0;
        throw error;
      } finally {
        request.ended = time.passed;
      }
    },
  };

  #isTooLong(query: URLSearchParams): boolean {
    const { longestDays = Infinity } = this.#setting;
    return computeLength(query) > longestDays * DAY;
  }

  async #refusal(signal: AbortSignal): Promise<never> {
    const { time, server, isSilent } = this.#setting;
    await time.sleep(isSilent ? DAY : server.behavior.delayMs, signal);
    throw Object.assign(new Error("Range too long"), { status: 400 });
  }
}

const readEnd = (query: URLSearchParams, name: string) => readDateTime(query.get(name) ?? "", "UTC")?.time;

function computeLength(query: URLSearchParams): number {
  return (readEnd(query, "datetime-end") ?? Infinity) - (readEnd(query, "datetime-start") ?? 0);
}

/**
 * The longest chain of requests: each was sent when the one before it had ended. Those that nobody waited
 * for do not count.
 *
 * @param end when the page was there
 */
export function countRounds(requests: readonly LoggedRequest[], end: number): number {
  const waitedFor = requests.filter((one) => one.status !== "aborted" && one.ended <= end);
  const depths: number[] = [];
  // They are in the order in which they were sent.
  for (const { sent } of waitedFor) {
    const before = depths.filter((_, at) => waitedFor[at]!.ended <= sent);
    depths.push(1 + Math.max(0, ...before));
  }
  return Math.max(0, ...depths);
}

/** How many were under way at once at most. */
export function countMostAtOnce(requests: readonly LoggedRequest[]): number {
  const countRunning = ({ sent }: LoggedRequest, at: number) =>
    requests.filter((one, index) => index <= at && one.ended > sent).length;
  return Math.max(0, ...requests.map(countRunning));
}

/** A line for each request: seconds, days before the end of the range, status, records, and the parameters. */
export function formatRequests(requests: readonly LoggedRequest[], now: number): string {
  const formatDays = (query: URLSearchParams, name: string) =>
    ((now - (readEnd(query, name) ?? Infinity)) / DAY).toFixed(2);
  const lines = requests.map(({ path, query, sent, ended, status, records }) => {
    const asked = [...query].filter(([name]) => !/^datetime-/.test(name)).map(([name, value]) => `${name}=${value}`);
    return [
      `${(sent / 1000).toFixed(1)}-${(ended / 1000).toFixed(1)} s`.padEnd(13),
      path.padEnd(10),
      `${formatDays(query, "datetime-start")} to ${formatDays(query, "datetime-end")} days`.padEnd(22),
      String(status).padEnd(7),
      String(records).padStart(5),
      asked.join(" "),
    ].join(" ");
  });
  return lines.join("\n");
}
