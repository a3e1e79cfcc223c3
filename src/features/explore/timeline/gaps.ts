import type { Span } from "../../../core/coverage.js";
import type { CountsExtent } from "../../../core/event-counts.js";

/** A part of the range whose bars do not tell everything. */
export interface Gap extends Span {
  /** Not read yet; counted without rows; refused or cut by the server. */
  readonly kind: "unread" | "counted" | "missing";
}

/** The parts of the range whose bars do not tell everything, oldest first. Parts that could not be read may be within others. */
export function findGaps({ asked, readFrom, countedFrom, missing, cut }: CountsExtent): Gap[] {
  const lost = [...missing, ...cut].map(({ span }) => span).sort((one, other) => one.from - other.from);
  const joined: Span[] = [];
  for (const span of lost) {
    const last = joined[joined.length - 1];
    if (last && span.from <= last.until) joined[joined.length - 1] = join(last, span);
    else joined.push(span);
  }
  return [
    { kind: "unread" as const, from: asked.from, until: countedFrom },
    { kind: "counted" as const, from: countedFrom, until: readFrom },
    ...joined.map((span) => ({ kind: "missing" as const, ...span })),
  ]
    .map((gap) => ({ ...gap, from: Math.max(gap.from, asked.from), until: Math.min(gap.until, asked.until) }))
    .filter(({ from, until }) => from < until);
}

const join = (one: Span, other: Span): Span => ({ from: one.from, until: Math.max(one.until, other.until) });

/** How much of a span was read. */
export function findReading({ from, until }: Span, gaps: readonly Gap[]): "whole" | "part" | "none" {
  const unread = gaps.filter(({ kind }) => kind !== "counted").filter((gap) => gap.from < until && gap.until > from);
  if (unread.length === 0) return "whole";
  return unread.some((gap) => gap.kind === "unread" && gap.from <= from && gap.until >= until) ? "none" : "part";
}
