import type { OtherScript } from "../../core/text/look-alikes.js";
import type { KnownFailure } from "../../core/taxonomy/sign-in-failure.js";
import type { SentencePart, SummaryFacts } from "../../core/summary.js";

/** Sentences about one event. Parts are plain text; `strong` parts are important names. */
export interface SummaryStrings {
  /** A sign-in that failed, with its reason: "Login failed: unknown user". */
  failedLogin(reason: KnownFailure): string;
  /** About the name of a user or domain with letters that may be taken for Latin ones. */
  lookAlikes: Readonly<Record<OtherScript, string>>;
  /** The whole sentence: who, from where, did what, to what, when. `when` is absent for a time that cannot be read. */
  summary(facts: SummaryFacts, when: { date: string; time: string } | undefined): SentencePart[];
  /** The short sentence of a card: who did what to what. */
  shortSummary(facts: SummaryFacts): SentencePart[];
}
