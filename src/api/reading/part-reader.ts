import type { Span } from "../../core/coverage.js";
import { Overdue } from "../server/log-endpoint.js";
import type { RequestScope } from "../transport/request-scope.js";
import { isRefusal, toAuditLogError } from "../transport/error-mapping.js";
import type { EndpointHabits } from "../server/habits.js";
import type { Narrower } from "../server/narrower.js";
import type { SendPlan } from "../server/send-plan.js";
import type { WindowRead, WindowReader } from "./window-reader.js";

/** The first window, in milliseconds; where it is sparse, the next ones grow. */
export const FIRST_WINDOW = 4 * 3_600_000;

/** Reads a part of a window in the way that the server takes. */
export class PartReader {
  readonly #setup: { readonly windows: WindowReader; readonly habits: EndpointHabits };
  readonly #narrower: Narrower;

  constructor(setup: { readonly windows: WindowReader; readonly habits: EndpointHabits }, narrower: Narrower) {
    this.#setup = setup;
    this.#narrower = narrower;
  }

  /** Asks for a shorter window where a long one fails, and without filters where the server refuses them. */
  async read(span: Span, plan: SendPlan, scope: RequestScope): Promise<[WindowRead, SendPlan["sent"]]> {
    const { habits, windows } = this.#setup;
    const params = [...plan.sent.values()];
    let { longest } = habits.lengths;
    const refused: number[] = [];
    for (;;) {
      const asked = { from: Math.max(span.from, span.until - longest), until: span.until };
      try {
        const read = await this.#narrower.read(asked, params, scope);
        habits.lengths.settle(refused);
        return [read, plan.sent];
      } catch (error) {
        if (error instanceof Overdue) throw error;
        const length = asked.until - asked.from;
        const shorter = mayBeTooLong(error) ? habits.lengths.noteTooLong(length) : undefined;
        if (shorter !== undefined && isRefusal(error)) {
          refused.push(length);
          // Other windows may have found out more meanwhile.
          longest = Math.min(shorter, habits.lengths.longest);
          continue;
        }
        const names = [...params, ...(this.#narrower.narrowing?.alternatives[0] ?? [])].map(({ name }) => name);
        if (names.length === 0 || !isRefusal(error)) throw error;
        const small = { ...asked, from: Math.max(asked.from, asked.until - FIRST_WINDOW) };
        const read = await windows.read(small, [], scope);
        // It takes the request without them: it is the filters that it refuses, and not the length.
        habits.lengths.forget();
        for (const name of names) habits.refused.add(name);
        this.#narrower.drop();
        return [read, new Map()];
      }
    }
  }
}

/** A gateway's time-out, and one of ours, tell of a long search; other failures of a server do not. */
function mayBeTooLong(error: unknown): boolean {
  const { kind, status } = toAuditLogError(error);
  return kind === "bad-request" || kind === "timeout" || status === 504;
}
