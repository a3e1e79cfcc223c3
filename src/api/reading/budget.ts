import type { Clock } from "../../core/clock.js";
import type { SourceOptions } from "../source-options.js";

/** The number of requests and records so far. */
export interface Spent {
  readonly requests: number;
  readonly records: number;
}

/** Limits how far one call reads before the viewer asks the user whether to continue. */
export class Budget {
  readonly #limits: SourceOptions["budget"];
  readonly #spent: () => Spent;
  readonly #clock: Pick<Clock, "now">;
  readonly #start: Spent & { readonly time: number };

  /** @param spent returns the totals of the reader */
  constructor(limits: SourceOptions["budget"], clock: Pick<Clock, "now">, spent: () => Spent) {
    this.#limits = limits;
    this.#spent = spent;
    this.#clock = clock;
    this.#start = { ...spent(), time: clock.now() };
  }

  readonly mayRead = (): boolean => {
    const { seconds, records } = this.#limits;
    return (
      this.requestsLeft > 0 &&
      this.#spent().records - this.#start.records < records &&
      this.#clock.now() - this.#start.time < seconds * 1000
    );
  };

  get requestsLeft(): number {
    return (this.#limits.requests ?? Infinity) - (this.#spent().requests - this.#start.requests);
  }
}
