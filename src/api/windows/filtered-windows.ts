import { AuditLogError } from "../../core/errors.js";
import type { Span } from "../../core/coverage.js";
import type { EndpointBehavior } from "../server/endpoint-behavior.js";
import { Overdue } from "../server/log-endpoint.js";
import type { SendPlan } from "../server/send-plan.js";
import type { SpellingFilter } from "../server/spelling-filter.js";
import { isRefusal } from "../transport/error-mapping.js";
import type { RequestScope } from "../transport/request-scope.js";
import type { WindowRead, WindowReader } from "./window-reader.js";

/** The length of the first window, in milliseconds. If it has few records, the next ones are longer. */
export const FIRST_WINDOW = 4 * 3_600_000;

/** Reads windows with the filters that are sent. If a request fails, it tries a shorter window, or no filters. */
export class FilteredWindows {
  readonly #windows: WindowReader;
  readonly #behavior: EndpointBehavior;

  constructor(windows: WindowReader, behavior: EndpointBehavior) {
    this.#windows = windows;
    this.#behavior = behavior;
  }

  /**
   * Reads a part of a window.
   *
   * @returns the part that was read, and the filters that were sent for it: those of the plan, or none if the server refuses
   * them
   */
  async read(
    span: Span,
    plan: SendPlan,
    spellings: SpellingFilter | undefined,
    scope: RequestScope,
  ): Promise<[WindowRead, SendPlan["sent"]]> {
    const { windowLengths, refusedParams } = this.#behavior;
    const params = [...plan.sent.values()];
    let { longest } = windowLengths;
    const refusedLengths: number[] = [];
    for (;;) {
      const part = { from: Math.max(span.from, span.until - longest), until: span.until };
      try {
        const window = spellings
          ? await spellings.read(part, params, scope)
          : await this.#windows.read(part, params, scope);
        windowLengths.confirmTooLong(refusedLengths);
        return [window, plan.sent];
      } catch (error) {
        if (error instanceof Overdue) throw error;
        const length = part.until - part.from;
        const shorter = mayBeTooLong(error) ? windowLengths.noteTooLong(length) : undefined;
        if (shorter !== undefined && isRefusal(error)) {
          refusedLengths.push(length);
          // Other windows may have learned more in the meantime.
          longest = Math.min(shorter, windowLengths.longest);
          continue;
        }
        const names = [...params, ...(spellings?.alternatives[0] ?? [])].map(({ name }) => name);
        if (names.length === 0 || !isRefusal(error)) throw error;
        const small = { ...part, from: Math.max(part.from, part.until - FIRST_WINDOW) };
        const window = await this.#windows.read(small, [], scope);
        // The server accepts the request without filters, so it has refused the filters and not the length.
        windowLengths.forget();
        for (const name of names) refusedParams.add(name);
        return [window, new Map()];
      }
    }
  }
}

/** A timeout of a gateway or of the viewer suggests a slow search. Other failures of a server do not. */
function mayBeTooLong(error: unknown): boolean {
  if (!(error instanceof AuditLogError)) return false;
  const { kind, status } = error;
  return kind === "bad-request" || kind === "timeout" || status === 504;
}
