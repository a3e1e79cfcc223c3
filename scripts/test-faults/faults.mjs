/**
 * The faults of `npm run test:faults`. `text` occurs once in `file`, and `fault` replaces it. The property suite must find the
 * fault, or the file that `suite` names.
 */
export const FAULTS = [
  {
    name: "the record at the start edge of a window is dropped",
    file: "src/api/records/answer.ts",
    text: "at >= span.from && at < span.until",
    fault: "at > span.from && at < span.until",
  },
  {
    name: "a tie at the start edge of a window is taken by both windows",
    file: "src/api/records/answer.ts",
    text: "at >= span.from && at < span.until",
    fault: "at >= span.from - 1000 && at < span.until",
  },
  {
    name: "the record at the end of a window is taken, too",
    file: "src/api/records/answer.ts",
    text: "at >= span.from && at < span.until",
    fault: "at >= span.from && at <= span.until",
  },
  {
    name: "an answer that is oldest first is not turned round",
    file: "src/api/records/answer.ts",
    text: "timed.reverse();",
    fault: ";",
  },
  {
    name: "an answer is believed that is as long as another one",
    file: "src/api/server/endpoint-behavior.ts",
    text: "other.records > records",
    fault: "other.records >= records",
  },
  {
    name: "a sorted answer is taken for whole down to the start of its window",
    file: "src/api/windows/window-reader.ts",
    text: "const edge = edges.find((one) => isSafe(one, answer));",
    fault: "const edge = at.from;",
  },
  {
    name: "a sorted answer is taken for whole with its last second",
    file: "src/api/windows/window-reader.ts",
    text: "map((second) => second + SECOND)",
    fault: "map((second) => second)",
  },
  {
    name: "answers out of order are taken as they come",
    file: "src/api/reading/log-cursor.ts",
    text: "span.until >= this.#readFrom && span.from < this.#readFrom",
    fault: "span.from < this.#readFrom",
  },
  {
    name: "a failure in the middle of four windows is taken for an empty one",
    file: "src/api/windows/windows-in-flight.ts",
    text: "(error: unknown) => this.#end(undefined, error),",
    fault:
      "() => this.#end({ span, requested: span, undatedSpan: span, items: [], rest: [], outside: 0, cut: false, startedAt: 0, endedAt: 0, sent: new Map() } as never, undefined),",
  },
  {
    name: "what two windows both have is taken twice",
    file: "src/api/windows/overlap.ts",
    text: "overlaps ? items.filter(({ sortTime }) => sortTime < readFrom) : items",
    fault: "items",
  },
  {
    name: "what two windows with records without a time both have is taken twice",
    file: "src/api/windows/undated-overlap.ts",
    text: "overlaps ? this.#itemsBefore(readFrom, window, unclear) : window.items",
    fault: "window.items",
  },
  {
    name: "a repeated time is always taken for the one at the end of a request",
    file: "src/api/server/zoneless-answer.ts",
    text: "known.set(item, (there.get(key) ?? 0) > 0 ? atEnd : inside);",
    fault: "known.set(item, atEnd);",
  },
  {
    name: "a repeated time is another one in each log",
    file: "src/api/records/record-merger.ts",
    text: "return `${textTime} ${createContentKey(rest)}`;",
    fault: "return `${time} ${createContentKey(rest)}`;",
  },
  {
    name: "a record without a time in the second after a window is taken for a new one",
    file: "src/api/windows/undated-overlap.ts",
    text: "if (item.olderTime !== undefined && item.olderTime >= span.until) return [];",
    fault: "",
    // This needs two equal records at two certain places, which the property suite hardly ever draws.
    suite: "test/api/windows/overlap.test.ts",
  },
  {
    name: "equal records without a time at the edge of two windows are always one",
    file: "src/api/windows/undated-overlap.ts",
    text: "repeated.set(key, Math.min(count, this.#atEdge.get(key)!));",
    fault: "repeated.set(key, 9);",
  },
  {
    name: "pages of a second are believed without a look at their order",
    file: "src/api/windows/one-second-reader.ts",
    text: "if (!isComplete || !(await this.#keepsOrder(pages, request))) return",
    fault: "if (!isComplete) return",
  },
  {
    name: "an answer of ten records is believed, whatever was seen",
    file: "src/api/server/log-endpoint.ts",
    text: "answer.count < SMALLEST_CAP ||",
    fault: "answer.count <= SMALLEST_CAP ||",
  },
  {
    name: "start is taken for working",
    file: "src/api/windows/one-second-reader.ts",
    text: "(beyond) => beyond.count === 0",
    fault: "() => true",
  },
  {
    name: "the ends of a server are taken for its own seconds",
    file: "src/api/server/endpoint-behavior.ts",
    text: "endInclusive = false;",
    fault: "endInclusive = true;",
  },
  {
    name: "copies are forgotten where two logs are merged",
    file: "src/api/records/record-merger.ts",
    text: "if (count <= seen.returned) return false;",
    fault: "if (seen.returned > 0) return false;",
  },
  {
    name: "what both logs have is shown twice",
    file: "src/api/records/record-merger.ts",
    text: "if (count <= seen.returned) return false;",
    fault: "",
  },
  {
    name: "what one log has read is shown before the other was asked",
    file: "src/api/reading/merged-log.ts",
    text: "const from = this.#isRead ? -Infinity : this.#releasedFrom;",
    fault: "const from = -Infinity;",
  },
  {
    name: "a second that the server cuts is not named",
    file: "src/api/windows/one-second-reader.ts",
    text: "request), cut: true }",
    fault: "request), cut: false }",
  },
  {
    name: "a filter is sent without checking letter case",
    file: "src/api/server/send-plan.ts",
    text: 'mode === "always" || !hasCase(value) || insensitive',
    fault: "true",
  },
  {
    name: "an IPv6 address is sent as it is spelled",
    file: "src/api/server/send-plan.ts",
    text: "!isV4(value)",
    fault: "value === ''",
  },
  {
    name: "records without a readable time are dropped",
    file: "src/api/records/answer.ts",
    text: "at >= span.from && at < span.until",
    fault: "item.time !== null && at >= span.from && at < span.until",
  },
  {
    name: "a record without a time at the edge of two windows counts in both",
    file: "src/api/windows/undated-overlap.ts",
    text: "(repeated.get(key) ?? 0) === 0",
    fault: "(repeated.get(key) ?? 0) >= 0",
  },
  {
    name: "equal events have the same id",
    file: "src/api/records/event-list.ts",
    text: "copy === 1 ? hash",
    fault: "copy > 0 ? hash",
  },
];
