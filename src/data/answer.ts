import { AuditLogError } from "../domain/errors.js";
import type { Span, ServerHabits } from "../domain/coverage.js";
import { errorOfStatus } from "./error-mapping.js";
import { normalise, type NamelessEvent, type NormaliseOptions } from "./normalise.js";

/** One item of an answer at its place in time. */
export interface Placed {
  /** undefined: the item is no record; it is counted, not shown. */
  readonly event: NamelessEvent | undefined;
  /** The item as it came. */
  readonly raw: unknown;
  /**
   * The record's time. An item without a readable one takes the time of its newer neighbour in the answer, so that two
   * answers that overlap put it at the same place.
   */
  readonly place: number;
}

/** One answer of the server, newest first. */
export interface Answer {
  /** Items in the answer as it came: what a cap counts. */
  readonly count: number;
  readonly items: readonly Placed[];
  readonly order: ServerHabits["order"];
}

/** Reads the body of a list answer; rejects with `bad-data` for anything but a list. */
export function readAnswer(body: unknown, span: Span, options: NormaliseOptions): Answer {
  if (!Array.isArray(body)) throw notAList(body);
  const events = body.map((item: unknown) => ({ raw: item, event: normalise(item, options) }));
  const times = events.flatMap(({ event }) => (event && event.time !== null ? [event.time] : []));
  const order = orderOf(times);
  if (order === "ascending") events.reverse();
  let newer: number | undefined;
  const firstTime = order === "ascending" ? times[times.length - 1] : times[0];
  const items = events.map(({ raw, event }) => {
    const place = event?.time ?? newer ?? firstTime ?? span.from;
    newer = place;
    return { raw, event, place };
  });
  // Sorting is stable: within one second the server's own order stays.
  if (order === "mixed") items.sort((one, other) => other.place - one.place);
  return { count: body.length, items, order };
}

/** The part of an answer that lies in a half-open span. */
export function within(answer: Answer, span: Span): Placed[] {
  return answer.items.filter(({ place }) => place >= span.from && place < span.until);
}

function orderOf(times: readonly number[]): ServerHabits["order"] {
  let up = false;
  let down = false;
  for (let at = 1; at < times.length; at += 1) {
    if (times[at]! > times[at - 1]!) up = true;
    if (times[at]! < times[at - 1]!) down = true;
  }
  if (up && down) return "mixed";
  if (up) return "ascending";
  return down ? "descending" : "unknown";
}

/** Some servers answer an error with the status 200: `{"code": 403, "message": "…"}`. */
function notAList(body: unknown): AuditLogError {
  const { code, message } = (typeof body === "object" && body !== null ? body : {}) as Record<string, unknown>;
  const text = typeof message === "string" ? message : "";
  const status = Number(code);
  if (status >= 400 && status <= 599) return errorOfStatus(status, text);
  if (/No Route Found/i.test(text)) return errorOfStatus(404, text);
  return new AuditLogError("bad-data", "The answer is not a list of records.");
}
