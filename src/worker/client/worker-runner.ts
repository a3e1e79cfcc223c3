/** Runs the functions of a part of a thread: in a thread (`ThreadRunner`) or on the page (`PageRunner`). */
export interface WorkerRunner<Part> {
  /**
   * Calls functions of the part.
   *
   * @param timeout in milliseconds; only a thread can exceed it
   * @throws WorkerDiedError if the thread ends first or does not respond in time
   */
  call<T>(run: (part: Part) => T | Promise<T>, timeout: number): Promise<Awaited<T>>;
  /** Ends the runner. Open calls reject with `reason`. */
  end(reason: Error): void;
}
