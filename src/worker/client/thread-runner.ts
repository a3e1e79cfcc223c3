import { releaseProxy, wrap, type Remote } from "comlink";
import type { Clock } from "../../core/clock.js";
import { BUILT_IN_THREADS } from "./built-in.js";
import type { ThreadParts, ViewerThread } from "../contract.js";
import type { WorkerRunner } from "./worker-runner.js";

/** The worker ended by itself, or it does not respond. */
export class WorkerDiedError extends Error {
  override readonly name = "WorkerDiedError";
}

/** Browsers say no more if a policy blocks a worker, or if its file cannot be loaded. */
export const REFUSED = "The browser did not start it.";

interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): string };
}

let policy: ReturnType<TrustedTypes["createPolicy"]> | undefined;

/** A page can require Trusted Types: then a worker's URL must come from a policy that the page allows. */
function createTrustedUrl(url: string): string {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  try {
    policy ??= trustedTypes?.createPolicy("alv", { createScriptURL: (given) => given });
  } catch {
    // The page does not allow the name, or another copy of the package uses it. If Trusted Types are not required, the
    // plain URL works.
  }
  return policy ? policy.createScriptURL(url) : url;
}

/**
 * Creates a script that loads the worker's module from any origin. The import is dynamic, because the policy `worker-src` also
 * covers static imports of a worker. The script keeps messages until the module has loaded, and reports a failed import as an
 * error of the worker.
 */
const createLoader = (url: string) => `const early = [];
onmessage = (event) => early.push(event);
import(${JSON.stringify(url)}).then(() => {
onmessage = null;
for (const event of early) dispatchEvent(new MessageEvent("message", event));
}, (error) => setTimeout(() => { throw error; }));`;

/** Calls the functions of one part of a thread. */
export class ThreadRunner<Name extends keyof ThreadParts> implements WorkerRunner<ThreadParts[Name]> {
  readonly #clock: Clock;
  readonly #worker: Worker;
  readonly #remote: Remote<ViewerThread>;
  readonly #name: Name;
  /** The `reject` functions of the open calls. */
  readonly #openCalls = new Set<(reason: Error) => void>();
  #loaderUrl: string | undefined;
  #endReason: Error | undefined;
  /** Called when the thread ends by itself. */
  onDeath: (() => void) | undefined;

  /**
   * @param name of the part
   * @param url of a file on the page's own origin that exposes a `ViewerThread` with this part. undefined: starts a `blob:` URL
   *   that imports the viewer's own file
   * @throws if the browser or a policy of the page blocks the worker
   */
  constructor(name: Name, url: string | undefined, clock: Clock) {
    this.#name = name;
    this.#clock = clock;
    if (url === undefined) {
      const loader = new Blob([createLoader(BUILT_IN_THREADS[name])], { type: "text/javascript" });
      url = this.#loaderUrl = URL.createObjectURL(loader);
    }
    try {
      this.#worker = new Worker(createTrustedUrl(url), { type: "module", name: "audit-log-viewer" });
    } catch (error) {
      this.#revokeLoader();
      throw error;
    }
    this.#worker.addEventListener("error", (event) => {
      // The open calls report the error, so the console does not have to.
      event.preventDefault();
      this.end(new WorkerDiedError(event.message || REFUSED));
    });
    this.#worker.addEventListener("messageerror", () =>
      this.end(new WorkerDiedError("The worker's answer cannot be read.")),
    );
    this.#remote = wrap<ViewerThread>(this.#worker);
  }

  /** Resolves with the version of the thread. */
  hello(timeout: number): Promise<string> {
    return this.#call(() => this.#remote.hello(), timeout);
  }

  call<T>(run: (part: ThreadParts[Name]) => T | Promise<T>, timeout: number): Promise<Awaited<T>> {
    // Functions of a thread return promises, also where those of the part do not. `run` awaits them.
    return this.#call(() => run(this.#remote[this.#name] as unknown as ThreadParts[Name]), timeout);
  }

  #call<T>(run: () => T | Promise<T>, timeout: number): Promise<Awaited<T>> {
    const settled = new AbortController();
    return new Promise<Awaited<T>>((resolve, reject) => {
      if (this.#endReason) throw this.#endReason;
      this.#openCalls.add(reject);
      Promise.resolve(run()).then(resolve, reject);
      this.#clock.sleep(timeout, settled.signal).then(
        () => this.end(new WorkerDiedError("The worker does not respond.")),
        () => this.#openCalls.delete(reject),
      );
    }).finally(() => {
      // Without a reason, the browser creates an error with the stack, which takes longer than the call.
      settled.abort(null);
      // After the first call, the module has loaded or failed to load.
      this.#revokeLoader();
    });
  }

  end(reason: Error): void {
    if (this.#endReason) return;
    this.#endReason = reason;
    if (reason instanceof WorkerDiedError) this.onDeath?.();
    for (const reject of this.#openCalls) reject(reason);
    this.#remote[releaseProxy]();
    this.#worker.terminate();
  }

  #revokeLoader(): void {
    if (this.#loaderUrl) URL.revokeObjectURL(this.#loaderUrl);
    this.#loaderUrl = undefined;
  }
}
