import type { Span } from "../../core/coverage.js";
import { Overdue } from "../server/log-endpoint.js";
import type { RequestScope } from "../transport/request-scope.js";
import { isRefusal, toAuditLogError } from "../transport/error-mapping.js";
import type { EndpointHabits } from "../server/habits.js";
import type { Narrower } from "../server/narrower.js";
import type { SendPlan } from "../server/send-plan.js";
import type { WindowRead, WindowReader } from "./window-reader.js";

/** The length of the first window, in milliseconds. If it has few records, the next ones are longer. */
export const FIRST_WINDOW = 4 * 3_600_000;

export interface PartReaderSetup {
  readonly windows: WindowReader;
  readonly habits: EndpointHabits;
}

/** Reads a part of a window. If a request fails, it tries a shorter window, or no filters. */
export class PartReader {
  readonly #setup: PartReaderSetup;
  readonly #narrower: Narrower;

  constructor(setup: PartReaderSetup, narrower: Narrower) {
    this.#setup = setup;
    this.#narrower = narrower;
  }

  /** @returns the part that was read, and the filters that were sent for it */
  async read(span: Span, plan: SendPlan, scope: RequestScope): Promise<[WindowRead, SendPlan["sent"]]> {
    const { habits, windows } = this.#setup;
    const params = [...plan.sent.values()];
    let { longest } = habits.windowLengths;
    const refusedLengths: number[] = [];
    for (;;) {
      const part = { from: Math.max(span.from, span.until - longest), until: span.until };
      try {
        const window = await this.#narrower.read(part, params, scope);
        habits.windowLengths.confirmTooLong(refusedLengths);
        return [window, plan.sent];
      } catch (error) {
        if (error instanceof Overdue) throw error;
        const length = part.until - part.from;
        const shorter = mayBeTooLong(error) ? habits.windowLengths.noteTooLong(length) : undefined;
        if (shorter !== undefined && isRefusal(error)) {
          refusedLengths.push(length);
          // Other windows may have learned more in the meantime.
          longest = Math.min(shorter, habits.windowLengths.longest);
          continue;
        }
        const names = [...params, ...(this.#narrower.narrowing?.alternatives[0] ?? [])].map(({ name }) => name);
        if (names.length === 0 || !isRefusal(error)) throw error;
        const small = { ...part, from: Math.max(part.from, part.until - FIRST_WINDOW) };
        const window = await windows.read(small, [], scope);
        // The server accepts the request without filters, so it has refused the filters and not the length.
        habits.windowLengths.forget();
        for (const name of names) habits.refusedParams.add(name);
        this.#narrower.stop();
        return [window, new Map()];
      }
    }
  }
}

/** A timeout of a gateway or of the viewer suggests a slow search. Other failures of a server do not. */
function mayBeTooLong(error: unknown): boolean {
  const { kind, status } = toAuditLogError(error);
  return kind === "bad-request" || kind === "timeout" || status === 504;
}
