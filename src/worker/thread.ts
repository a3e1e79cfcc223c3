import { releaseProxy, wrap, type Remote } from "comlink";
import type { Clock } from "../core/clock.js";
import type { FileWorker } from "./contract.js";

/** A thread ended by itself, or does not answer any more. */
export class WorkerDiedError extends Error {
  override readonly name = "WorkerDiedError";
}

/** Where calls are answered: a thread, or the page. */
export interface WorkerHost {
  /** Rejects when the place ends first, or does not answer within `patience` ms. */
  call<T>(ask: (worker: FileWorker) => T | Promise<T>, patience: number): Promise<Awaited<T>>;
  /** Ends it and every call that waits. */
  end(reason: Error): void;
}

interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): string };
}

let policy: ReturnType<TrustedTypes["createPolicy"]> | undefined;

/** A page that demands Trusted Types takes a script's URL from a policy alone; this one is for threads. */
function trusted(url: string): string {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  try {
    policy ??= trustedTypes?.createPolicy("alv", { createScriptURL: (given) => given });
  } catch {
    // Not among the page's policies, or taken by another copy of the package. Where the page does not insist, a text will do.
  }
  return policy ? policy.createScriptURL(url) : url;
}

/**
 * A script for a worker of any page, which takes its module from wherever that is. Imported dynamically, since a policy's
 * `worker-src` holds for static imports of a worker, too; what is asked meanwhile waits, and a failure becomes the worker's.
 */
const importing = (url: string) => `const early = [];
onmessage = ({ data }) => early.push(data);
import(${JSON.stringify(url)}).then(
  () => {
    onmessage = null;
    for (const data of early) dispatchEvent(new MessageEvent("message", { data }));
  },
  (error) => setTimeout(() => { throw error; }),
);`;

/** A worker and the calls that wait for it. */
export class Thread implements WorkerHost {
  readonly #clock: Clock;
  readonly #worker: Worker;
  readonly #remote: Remote<FileWorker>;
  readonly #waiting = new Set<(reason: Error) => void>();
  #blob: string | undefined;
  #end: Error | undefined;

  /**
   * Throws where the page refuses.
   *
   * @param url of a module that exposes a `FileWorker`
   * @param direct start that very file, which has to be of the page's own origin; else a `blob:` that imports it
   */
  constructor(url: string, direct: boolean, clock: Clock) {
    this.#clock = clock;
    if (!direct) {
      this.#blob = URL.createObjectURL(new Blob([importing(url)], { type: "text/javascript" }));
    }
    try {
      this.#worker = new Worker(trusted(this.#blob ?? url), { type: "module", name: "audit-log-viewer" });
    } catch (error) {
      this.#release();
      throw error;
    }
    this.#worker.addEventListener("error", (event) => {
      // It is told by whatever fails of it.
      event.preventDefault();
      this.end(new WorkerDiedError(event.message || "The worker ended."));
    });
    this.#worker.addEventListener("messageerror", () =>
      this.end(new WorkerDiedError("The worker's answer cannot be read.")),
    );
    this.#remote = wrap<FileWorker>(this.#worker);
  }

  call<T>(ask: (worker: FileWorker) => T | Promise<T>, patience: number): Promise<Awaited<T>> {
    const over = new AbortController();
    return new Promise<Awaited<T>>((resolve, reject) => {
      if (this.#end) throw this.#end;
      this.#waiting.add(reject);
      over.signal.addEventListener("abort", () => this.#waiting.delete(reject));
      // Where a thread answers by a promise, whoever asks awaits.
      Promise.resolve(ask(this.#remote as unknown as FileWorker)).then(resolve, reject);
      this.#clock.sleep(patience, over.signal).then(
        () => this.end(new WorkerDiedError("The worker does not respond.")),
        () => undefined,
      );
    }).finally(() => {
      over.abort();
      // Its module is there, or will not come.
      this.#release();
    });
  }

  end(reason: Error): void {
    if (this.#end) return;
    this.#end = reason;
    for (const reject of this.#waiting) reject(reason);
    this.#release();
    this.#remote[releaseProxy]();
    this.#worker.terminate();
  }

  #release(): void {
    if (this.#blob) URL.revokeObjectURL(this.#blob);
    this.#blob = undefined;
  }
}
