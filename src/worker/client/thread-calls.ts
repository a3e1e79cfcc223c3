import type { ThreadAnswer, ThreadCall, ViewerThread } from "../contract.js";

/** Calls functions of a worker that has called `exposeThread`. A call and its answer are one message each. */
export class ThreadCalls {
  readonly #worker: Worker;
  /** What gets the answers, by the ids of the calls. */
  readonly #waiting = new Map<number, (answer: ThreadAnswer) => void>();
  #lastId = 0;

  constructor(worker: Worker) {
    this.#worker = worker;
    worker.addEventListener("message", ({ data }: MessageEvent<ThreadAnswer>) => {
      this.#waiting.get(data.id)?.(data);
      this.#waiting.delete(data.id);
    });
  }

  /** Returns the functions of one part. They return promises, also where those of the part do not. */
  find<Name extends keyof ViewerThread>(part: Name): ViewerThread[Name] {
    const call =
      (name: string) =>
      (...values: readonly unknown[]) =>
        this.#call(part, name, values);
    return new Proxy({} as ViewerThread[Name], { get: (_, name) => call(String(name)) });
  }

  #call(part: keyof ViewerThread, name: string, values: readonly unknown[]): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const id = (this.#lastId += 1);
      // Throws if a value cannot be copied.
      this.#worker.postMessage({ id, part, name, values } satisfies ThreadCall);
      this.#waiting.set(id, ({ value, error }) => (error ? reject(error) : resolve(value)));
    });
  }
}
