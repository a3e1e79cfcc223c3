import type { ServerHabits, Span } from "../domain/coverage.js";
import type { Placed } from "./answer.js";

/** A record that can tell whether a parameter ignores letter case: ask for it with its case turned round. */
export interface CaseSample {
  readonly value: string;
  readonly time: number;
}

const MOST_SPELLINGS = 2000;

/** What one endpoint of one server was seen to do; it holds as long as the adapter. */
export class EndpointHabits {
  /** The most records that one answer held. An answer with fewer was not cut: a cap is the same for every answer. */
  largestAnswer = 0;
  startHonoured: boolean | "unknown" = "unknown";
  order: ServerHabits["order"] = "unknown";
  /** Records were seen that lie exactly on an asked end; that none were proves nothing. */
  startInclusive = false;
  endInclusive = false;
  /** Times with parts of a second were seen. */
  fractions = false;
  /** By query parameter. */
  readonly ignoresCase = new Map<string, boolean>();
  /** By query parameter: the newest sample seen in an answer that this parameter did not narrow. */
  readonly caseSamples = new Map<string, CaseSample>();

  /** Actions and objects as this server spells them, as far as an answer showed them that was not narrowed to some. */
  readonly spellings = { action: new Set<string>(), object: new Set<string>() };
  /** Lists of spellings that were seen to bring every record that they should. */
  readonly verified = new Set<string>();

  /** How many records the server gives at the most, once it was seen to give no more; 0 while it was not. */
  cap = 0;
  /**
   * Whether a zone in brackets behind the asked ends makes the server answer in that zone; "unknown" until it was seen to
   * write times without offset.
   */
  bracketsHonoured: boolean | "unknown" = "unknown";
  /** How often it was refused to try that: a refusal may pass. */
  bracketRefusals = 0;
  /** Times without offset were seen, and there was no way to get others. */
  naive = false;
  /** By how many minutes times without offset lie beside what was asked for. */
  shiftMinutes = 0;
  /** It was found out whether times without offset have to be moved. */
  shiftSettled = false;
  /** Parameters with which the server refused a request that it takes without them. */
  readonly refused = new Set<string>();
  /** The longest window, in milliseconds, that the server is asked for; it shrinks where a longer one failed. */
  longestWindow = 30 * 86_400_000;

  noteAnswer(records: number): void {
    if (records > this.largestAnswer) this.largestAnswer = records;
  }

  noteEnds(ends: Span, items: readonly Placed[]): void {
    for (const { time, isNaive, comesTwice } of items) {
      if (time === null || isNaive || comesTwice) continue;
      if (time === ends.from) this.startInclusive = true;
      if (time === ends.until) this.endInclusive = true;
      if (time % 1000 !== 0) this.fractions = true;
    }
  }

  noteSpellings(field: "action" | "object", items: readonly Placed[]): void {
    const known = this.spellings[field];
    for (const { original } of items) {
      // A server that invents one per record must not fill the memory.
      if (original?.[field] && known.size < MOST_SPELLINGS) known.add(original[field]);
    }
  }

  noteOrder(seen: ServerHabits["order"]): void {
    if (seen === "unknown" || seen === this.order) return;
    this.order = this.order === "unknown" ? seen : "mixed";
  }

  snapshot(): ServerHabits {
    const cases = [...this.ignoresCase.values()];
    return {
      largestAnswer: this.largestAnswer,
      startHonoured: this.startHonoured,
      order: this.order,
      naiveTimes: this.naive,
      shiftMinutes: this.shiftMinutes,
      ignoresCase: cases.length === 0 ? "unknown" : cases.every(Boolean),
    };
  }
}
