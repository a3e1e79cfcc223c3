import type { AuditEvent } from "../../src/core/audit-event.js";
import { systemClock, type Clock } from "../../src/core/clock.js";
import type { FileFormat, FileSetting } from "../../src/worker/contract.js";
import { Threads } from "../../src/worker/client/threads.js";
import { FileWorkerClient } from "../../src/worker/client/file-client.js";

export const getWorkerUrl = (name: string) => new URL(`./workers/${name}.ts`, import.meta.url).href;

export const createSetting = (format: FileFormat): FileSetting => ({
  format,
  zone: "US/Eastern",
  includeSensitive: false,
});

/** Events with everything that a file has to get right. */
export function createEvents(count: number): AuditEvent[] {
  return Array.from({ length: count }, (_, at) => {
    const time = Date.UTC(2026, 10, 23) - at * 977_000;
    const raw = {
      "timestamp-datetime": new Date(time).toJSON(),
      "action-type": at % 3 ? "update" : "login",
      "by-user": `=cmd|${at}`,
      "auditlog-details": { [`name-${at % 7}`]: `Zoë "${at}"\r\nsecond line 🎉`, password: "hunter2" },
    };
    return {
      id: String(at),
      time,
      timeText: raw["timestamp-datetime"],
      action: raw["action-type"],
      object: "Subscriber",
      byUser: raw["by-user"],
      byDomain: "acme.example.com",
      byIp: "203.0.113.7",
      client: "",
      affectedUser: "",
      affectedDomain: "",
      host: "",
      parameters: Object.entries(raw["auditlog-details"]).map(([name, value]) => ({ name, value })),
      raw,
    };
  });
}

/** The page's `Worker`, watched: which are started, and which of them still run. */
export class Workers {
  readonly started: Worker[] = [];
  readonly urls: string[] = [];
  readonly running = new Set<Worker>();
  readonly #own = globalThis.Worker;

  /** @param refuse called with each new worker; may throw, as the browser's own constructor does */
  watch(refuse: (worker: Worker) => void = () => undefined): void {
    const { started, running, urls } = this;
    globalThis.Worker = class extends this.#own {
      constructor(url: string | URL, options?: WorkerOptions) {
        super(url, options);
        urls.push(String(url));
        started.push(this);
        running.add(this);
        refuse(this);
      }
      override terminate(): void {
        running.delete(this);
        super.terminate();
      }
    };
  }

  restore(): void {
    for (const worker of this.running) worker.terminate();
    globalThis.Worker = this.#own;
  }
}

export interface Rig {
  readonly client: FileWorkerClient;
  readonly warnings: string[];
}

export function createRig(url?: string, clock: Clock = systemClock): Rig {
  const warnings: string[] = [];
  return {
    client: new FileWorkerClient(new Threads({ clock, url: () => url, warn: (text) => warnings.push(text) })),
    warnings,
  };
}

/** A clock whose pauses are over when the test says so. */
export function createManualClock(): Clock & { expire(): void } {
  let waiting: (() => void)[] = [];
  return {
    ...systemClock,
    sleep: (_ms, signal) =>
      new Promise((resolve, reject) => {
        waiting.push(resolve);
        signal?.addEventListener("abort", () => reject(signal.reason as Error), { once: true });
      }),
    expire: () => {
      const over = waiting;
      waiting = [];
      for (const resolve of over) resolve();
    },
  };
}

/** A whole file of some pages of events. */
export async function writeFile(
  { client }: Rig,
  format: FileFormat = "ndjson",
  pages = [createEvents(40), createEvents(3)],
) {
  const job = await client.startFile(createSetting(format));
  for (const page of pages) await job.write(page, []);
  await job.write([], [17]);
  return job.finish();
}

/** Returns the reason of a rejection; fails if the promise resolves. */
export async function catchReason(promise: Promise<unknown>): Promise<Error> {
  const reason: unknown = await promise.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (!(reason instanceof Error)) throw new Error("It was not rejected.");
  return reason;
}
