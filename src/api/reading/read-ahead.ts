/** A read that starts before its events are needed. A read that needs them waits for the current step and then takes over. */
export class ReadAhead {
  #current: { readonly ended: Promise<void>; isNeeded: boolean } | undefined;

  /**
   * Runs `read`, or waits for the one that is running. Never rejects: a failure occurs again, and is reported, when the
   * events are needed.
   *
   * @param read must end after its current step when `isNeeded` returns true
   */
  async run(read: (isNeeded: () => boolean) => Promise<void>): Promise<void> {
    if (this.#current) return this.#current.ended;
    const current = { isNeeded: false, ended: Promise.resolve() };
    this.#current = current;
    current.ended = read(() => current.isNeeded).catch(() => undefined);
    await current.ended;
    this.#current = undefined;
  }

  /** Waits until the running read has ended its current step, or until `signal` aborts. */
  async takeOver(signal: AbortSignal): Promise<void> {
    if (!this.#current || signal.aborted) return;
    this.#current.isNeeded = true;
    const aborted = new Promise<void>((resolve) => signal.addEventListener("abort", () => resolve(), { once: true }));
    await Promise.race([this.#current.ended, aborted]);
  }
}
