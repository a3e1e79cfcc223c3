import type { Span } from "../../core/coverage.js";
import { straddles, type AnswerItem } from "../records/answer.js";
import { RecordMerger } from "../records/record-merger.js";
import type { EndpointHabits } from "../server/habits.js";
import { Overdue } from "../server/log-endpoint.js";
import type { Param, SendPlan } from "../server/send-plan.js";
import type { Narrowing } from "../server/spelled-filter.js";
import { isRefusal, toAuditLogError } from "../transport/error-mapping.js";
import type { RequestScope } from "../transport/request-scope.js";
import type { WindowRead, WindowReader } from "./window-reader.js";

/** The length of the first window, in milliseconds. If it has few records, the next ones are longer. */
export const FIRST_WINDOW = 4 * 3_600_000;

/** Reads windows with the filters that are sent. If a request fails, it tries a shorter window, or no filters. */
export class FilteredWindows {
  readonly #windows: WindowReader;
  readonly #habits: EndpointHabits;

  constructor(windows: WindowReader, habits: EndpointHabits) {
    this.#windows = windows;
    this.#habits = habits;
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
    narrowing: Narrowing | undefined,
    scope: RequestScope,
  ): Promise<[WindowRead, SendPlan["sent"]]> {
    const { windowLengths, refusedParams } = this.#habits;
    const params = [...plan.sent.values()];
    let { longest } = windowLengths;
    const refusedLengths: number[] = [];
    for (;;) {
      const part = { from: Math.max(span.from, span.until - longest), until: span.until };
      try {
        const window = narrowing
          ? await this.readNarrowed(part, params, narrowing, scope)
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
        const names = [...params, ...(narrowing?.alternatives[0] ?? [])].map(({ name }) => name);
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

  /** Sends one request for each spelling, and returns the part of the window that all answers cover. */
  async readNarrowed(
    span: Span,
    params: readonly Param[],
    { alternatives }: Narrowing,
    scope: RequestScope,
  ): Promise<WindowRead> {
    const request = (part: Span, spelling: readonly Param[]) =>
      this.#windows.read(part, [...params, ...spelling], scope);
    const reads = await Promise.all(alternatives.map((spelling) => request(span, spelling)));
    for (;;) {
      const part = {
        from: Math.max(...reads.map((read) => read.span.from)),
        until: Math.min(...reads.map((read) => read.span.until)),
      };
      const unclear = reads.findIndex(({ span: own, items }) =>
        [part.from, part.until].some(
          (edge) => own.from < edge && own.until > edge && items.some((item) => straddles(edge, item)),
        ),
      );
      if (unclear === -1) return mergeReads(part, reads);
      // An item without a time may be on either side of the edge, so this part is requested alone.
      reads[unclear] = await request(part, alternatives[unclear]!);
    }
  }
}

function mergeReads(span: Span, reads: readonly WindowRead[]): WindowRead {
  const isInside = ({ sortTime }: AnswerItem) => sortTime >= span.from && sortTime < span.until;
  return {
    span,
    requestedUntil: Math.min(span.until, Math.max(...reads.map(({ requestedUntil }) => requestedUntil))),
    // A server that compares loosely returns one record for several spellings.
    items: new RecordMerger().merge(reads.map(({ items }) => items.filter(isInside))),
    rest: [],
    outside: Math.max(...reads.map(({ outside }) => outside)),
    cut: reads.some(({ cut, span: own }) => cut && own.from === span.from),
  };
}

/** A timeout of a gateway or of the viewer suggests a slow search. Other failures of a server do not. */
function mayBeTooLong(error: unknown): boolean {
  const { kind, status } = toAuditLogError(error);
  return kind === "bad-request" || kind === "timeout" || status === 504;
}
