import type { ReactiveController, ReactiveControllerHost } from "lit";

/** Resolves after so many milliseconds, or rejects as soon as the signal is aborted. */
type Pause = (ms: number, signal: AbortSignal) => Promise<void>;

/** What is done once somebody pauses: another job takes the place of one that waits, removal ends it. */
export class Quiet implements ReactiveController {
  readonly #ms: number;
  #waiting: AbortController | undefined;

  constructor(host: ReactiveControllerHost, ms: number) {
    this.#ms = ms;
    host.addController(this);
  }

  wait(pause: Pause, job: () => void): void {
    this.cancel();
    this.#waiting = new AbortController();
    pause(this.#ms, this.#waiting.signal).then(job, () => undefined);
  }

  cancel(): void {
    this.#waiting?.abort();
  }

  hostDisconnected(): void {
    this.cancel();
  }
}
