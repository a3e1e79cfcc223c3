// Light, and needed by every language's sentences: here it costs no request of its own.
import "../sentences/phrases.js";
import type { SummaryStrings } from "../strings/summary.js";

/*
 * The English sentences about events come with the elements that show them (`summary.ts` puts them here): a reader who has
 * not searched does not pay for them.
 */
let sentences: SummaryStrings | undefined;

export function bringSummary(come: SummaryStrings): void {
  sentences = come;
}

export const summary: SummaryStrings = {
  failedLogin: (reason) => sentences?.failedLogin(reason) ?? "",
  summary: (facts, when) => sentences?.summary(facts, when) ?? [],
  shortSummary: (facts) => sentences?.shortSummary(facts) ?? [],
};
