import type { ReactiveController, ReactiveControllerHost } from "lit";

/** Resolves after so many milliseconds, or rejects as soon as the signal is aborted. */
type Pause = (ms: number, signal: AbortSignal) => Promise<void>;

/** Runs a job once the user has paused. A newer job replaces a waiting one; removing the host cancels it. */
export class Debouncer implements ReactiveController {
  readonly #ms: number;
  #waiting: AbortController | undefined;

  /** @param ms the length of the pause */
  constructor(host: ReactiveControllerHost, ms: number) {
    this.#ms = ms;
    host.addController(this);
  }

  schedule(pause: Pause, job: () => void): void {
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
