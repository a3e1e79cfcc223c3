import type { Span } from "../../core/coverage.js";
import { createContentKey } from "../../core/text/parameter-text.js";
import { compareNewestFirst, straddles, type Answer } from "../records/answer.js";
import type { EndpointBehavior } from "../server/endpoint-behavior.js";
import { SMALLEST_CAP } from "../records/wire.js";
import type { LogEndpoint } from "../server/log-endpoint.js";
import type { Param } from "../server/send-plan.js";
import type { SourceOptions } from "../source-options.js";
import { isRefusal } from "../transport/error-mapping.js";
import type { RequestScope } from "../transport/request-scope.js";
import { Paused } from "./paused.js";
import { createParamKey, readByValues, type RequestSecond } from "./one-second-by-values.js";
import { countSharedUndated, type SharedCounts, type SharedSeconds } from "./shared-undated.js";

const SECOND = 1000;

/** How often to repeat the request for a second to see whether the cap is always the same. */
const REPEATS = 2;
const REPEATS_IN_DOUBT = 6;

/** How much longer the windows are that show whether a second is complete, in milliseconds. */
const WIDER = [3600 * SECOND, 40 * 86_400 * SECOND];

/** A `start` far beyond the end of any second: the page is empty if the server honors `start`. */
const BEYOND = 1_000_000;

/** The records of a single second. */
export interface SecondRead {
  readonly answer: Answer;
  /** The answer continues in the second before, or after, and is cut there: it has no undated items of that second. */
  readonly cutBeside?: "before" | "after";
  /** The server has more records in this second than it returns. */
  readonly cut: boolean;
}

/** The pages of a second, and one answer with all of its records if the pages contain them. */
interface SecondPages {
  readonly pages: readonly Answer[];
  readonly whole: Answer | undefined;
}

/** Reads a single second, the shortest window. If the server cuts it, only `start` or filters can get more records. */
export class OneSecondReader {
  readonly #endpoint: LogEndpoint;
  readonly #behavior: EndpointBehavior;
  readonly #paging: SourceOptions["paging"];
  /** The pages of seconds in which the budget ended, by request. There may be several, because windows run in parallel. */
  readonly #unfinished = new Map<string, readonly Answer[]>();

  constructor(endpoint: LogEndpoint, behavior: EndpointBehavior, paging: SourceOptions["paging"]) {
    this.#endpoint = endpoint;
    this.#behavior = behavior;
    this.#paging = paging;
  }

  /** Counts undated items in the seconds that two neighboring windows share. Continues even if the budget ends. */
  countShared(shared: SharedSeconds, params: readonly Param[], scope: RequestScope): Promise<SharedCounts> {
    const unpaused = { ...scope, mayRequest: () => true };
    const request = (requestSpan: Span, start = 0, filters: readonly Param[] = []) =>
      this.#endpoint.request(requestSpan, [...params, ...filters], unpaused, { requestSpan, start });
    return countSharedUndated(shared, this.#behavior, {
      request,
      readPages: async (first) => {
        const page: RequestSecond = (filters, start) => request(first.requestSpan, start, filters);
        return (await this.#readPages(first, page, createKey(first.requestSpan, params), unpaused)).whole;
      },
    });
  }

  /** Rejects with `Paused` if the budget ends before the last page. */
  async read(span: Span, params: readonly Param[], scope: RequestScope): Promise<SecondRead> {
    const around = { from: span.from - 3600 * SECOND, until: span.until + 3600 * SECOND };
    let answer: Answer;
    let requestSpan: Span;
    do {
      // The neighboring seconds may be the full ones, so they are left out as far as possible. Each answer may show that more
      // can be left out.
      requestSpan = this.#endpoint.requestSpan(span, true);
      const request = () => this.#endpoint.request(span, params, scope, { requestSpan });
      answer = await request();
      if (answer.count < SMALLEST_CAP) return { answer, cut: false };
      for (const wider of answer.hasZonelessTimes ? [] : this.#widerSpans(span)) {
        const widerAnswer = await this.#endpoint.request(wider, params, scope);
        // An undated item at the edge may or may not belong to the second.
        const edge = wider.from < span.from ? span.from : span.until;
        if (widerAnswer.items.some((item) => straddles(edge, item))) continue;
        // A sorted answer that continues beyond the second has all of it.
        const isBeyond = (time: number) => isWithin(time, wider) && !isWithin(time, span, SECOND);
        if (widerAnswer.items.some(({ time }) => time !== null && isBeyond(time))) {
          return this.#takeSecond(span, widerAnswer);
        }
      }
      const wide = await this.#endpoint.request(around, params, scope);
      const isSorted = this.#widerSpans(span).length > 0 && !answer.hasZonelessTimes;
      const complete = isSorted
        ? await this.#repeat(answer, span, wide, request)
        : this.#endpoint.isKnownComplete(answer) && answer;
      if (complete) return { answer: complete, cut: false };
    } while (!isSame(requestSpan, this.#endpoint.requestSpan(span, true)));
    const request: RequestSecond = (filters = [], start = 0) =>
      this.#endpoint.request(span, [...params, ...filters], scope, { requestSpan, start });
    const key = createKey(requestSpan, params);
    const { pages, whole } = await this.#readPages(answer, request, key, scope);
    if (whole) return { answer: whole, cut: false };
    return { answer: await readByValues([answer, ...pages], params, this.#behavior, request), cut: true };
  }

  /**
   * Takes a second out of an answer that continues at one end of it. No undated item is in doubt at this end. At the other end,
   * the second has those beside it too, like any window.
   */
  #takeSecond(span: Span, answer: Answer): SecondRead {
    const { from, until } = this.#endpoint.requestSpan(span);
    const isDescending = this.#behavior.order === "descending";
    const items = answer.items.filter(({ time, sortTime }) => {
      const isBeside = isDescending ? sortTime >= span.until : sortTime < span.from;
      return isWithin(sortTime, span) || (time === null && isBeside);
    });
    const requestSpan = isDescending ? { from: span.from, until } : { from, until: span.from };
    const cutBeside = isDescending ? "before" : "after";
    return { answer: { ...answer, items, requestSpan }, cutBeside, cut: false };
  }

  /**
   * Repeats a request. If the answer always has the same length, and an answer to a wider window is longer, then it was not
   * cut, unless the cap changes from answer to answer. Records that arrive in the meantime make it longer.
   *
   * @returns the last answer; undefined if it may be cut
   */
  async #repeat(
    answer: Answer,
    { from, until }: Span,
    wide: Answer,
    request: () => Promise<Answer>,
  ): Promise<Answer | undefined> {
    const around = { from: from - SECOND, until: until + SECOND };
    if (this.#behavior.capChanges) return undefined;
    // If an answer from another time has the same length, this may be the cap for some requests.
    const mayBeCap = this.#behavior.hadEqualAnswerElsewhere(answer.count, around);
    let last = answer;
    for (let left = mayBeCap ? REPEATS_IN_DOUBT : REPEATS; left > 0 && last.count < wide.count; left -= 1) {
      const next = await request();
      if (next.count < last.count) return undefined;
      last = next;
    }
    return last.count < wide.count ? last : undefined;
  }

  /** Longer windows whose answers begin with the second; empty if the server does not sort. */
  #widerSpans({ from, until }: Span): Span[] {
    const { order } = this.#behavior;
    if (order === "descending") return WIDER.map((length) => ({ from: from - length, until }));
    return order === "ascending" ? WIDER.map((length) => ({ from, until: until + length })) : [];
  }

  /** Reads all pages of an answer that may be cut, if the server honors `start` and keeps the order of its records. */
  async #readPages(first: Answer, request: RequestSecond, key: string, scope: RequestScope): Promise<SecondPages> {
    if (!(await this.#isStartHonored(request))) return { pages: [], whole: undefined };
    const { pages, isComplete } = await this.#requestPages(first, request, key, scope);
    if (!isComplete || !(await this.#keepsOrder(pages, request))) return { pages, whole: undefined };
    const items = pages.flatMap((page) => [...page.items]).sort(compareNewestFirst);
    return { pages, whole: { ...first, items } };
  }

  async #requestPages(
    first: Answer,
    request: RequestSecond,
    key: string,
    { mayRequest = () => true }: RequestScope,
  ): Promise<{ readonly pages: readonly Answer[]; readonly isComplete: boolean }> {
    const earlier = this.#unfinished.get(key);
    this.#unfinished.delete(key);
    if (earlier && !beginAlike(earlier[0]!, first)) return { pages: earlier, isComplete: false };
    const pages = [...(earlier ?? [first])];
    let start = pages.reduce((sum, page) => sum + page.count, 0);
    for (let requests = 0; start < BEYOND; requests += 1) {
      // Each call reads at least one page, so that a retry makes progress.
      if (requests > 0 && !mayRequest()) {
        this.#unfinished.set(key, pages);
        throw new Paused();
      }
      const page = await request([], start);
      if (page.count === 0) break;
      // The server returns the same page again, so it ignores `start` after all.
      if (createAnswerKey(page) === createAnswerKey(pages[pages.length - 1]!)) {
        this.#behavior.startHonored = false;
        return { pages: [], isComplete: false };
      }
      pages.push(page);
      start += page.count;
    }
    return { pages, isComplete: true };
  }

  /** Whether records of the same second keep their order. If not, pages may repeat one record and omit another one. */
  async #keepsOrder(pages: readonly Answer[], request: RequestSecond): Promise<boolean> {
    if (pages.length === 1) return true;
    const first = pages[0]!;
    const last = pages[pages.length - 1]!;
    const start = pages.reduce((sum, { count }) => sum + count, -last.count);
    return beginAlike(await request([], 0), first) && beginAlike(await request([], start), last);
  }

  async #isStartHonored(request: RequestSecond): Promise<boolean> {
    if (this.#behavior.startHonored === false) return false;
    if (this.#paging !== "auto") return this.#paging === "offset";
    if (this.#behavior.startHonored === "unknown") {
      this.#behavior.startHonored = await request([], BEYOND).then(
        (beyond) => beyond.count === 0,
        (error: unknown) => {
          if (isRefusal(error)) return false;
          throw error;
        },
      );
    }
    return this.#behavior.startHonored === true;
  }
}

function isWithin(time: number, { from, until }: Span, margin = 0): boolean {
  return time >= from - margin && time < until + margin;
}

/** A text that is the same for requests with the same ends and filters. */
function createKey({ from, until }: Span, params: readonly Param[]): string {
  return `${from} ${until} ${params.map(createParamKey).join()}`;
}

function isSame(one: Span, other: Span): boolean {
  return one.from === other.from && one.until === other.until;
}

/**
 * Whether two answers to the same request begin with the same records, even if their caps differ. Compares them in the
 * server's own order, because the viewer may have learned the order only between the two.
 */
function beginAlike(one: Answer, other: Answer): boolean {
  const length = Math.min(one.count, other.count);
  const start = ({ rawItems }: Answer) => rawItems.slice(0, length).map(createContentKey);
  return start(one).join("\n") === start(other).join("\n");
}

/** A text that is the same for answers with the same records in any order. */
function createAnswerKey({ items }: Answer): string {
  return items
    .map(({ raw }) => createContentKey(raw))
    .sort()
    .join("\n");
}
