import type { Clock } from "../../core/clock.js";
import type { SourceOptions } from "../source-options.js";

/** What a reading has spent: requests sent and records received. */
export interface Spent {
  readonly requests: number;
  readonly records: number;
}

/** How far one call reads before the reader is asked whether to go on. */
export class Budget {
  readonly #limits: SourceOptions["budget"];
  readonly #spent: () => Spent;
  readonly #clock: Pick<Clock, "now">;
  readonly #began: Spent & { readonly at: number };

  constructor(limits: SourceOptions["budget"], clock: Pick<Clock, "now">, spent: () => Spent) {
    this.#limits = limits;
    this.#spent = spent;
    this.#clock = clock;
    this.#began = { ...spent(), at: clock.now() };
  }

  readonly mayRead = (): boolean => {
    const { seconds, records } = this.#limits;
    return (
      this.requestsLeft > 0 &&
      this.#spent().records - this.#began.records < records &&
      this.#clock.now() - this.#began.at < seconds * 1000
    );
  };

  get requestsLeft(): number {
    return (this.#limits.requests ?? Infinity) - (this.#spent().requests - this.#began.requests);
  }
}
