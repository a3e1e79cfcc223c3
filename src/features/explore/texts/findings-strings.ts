import type { BadPasswords, FindingKind } from "../../../core/findings.js";
import type { Counted } from "../../../i18n/strings/results.js";

/** The texts of "Worth a look". A sentence says what the counts show, never what it means. */
export interface FindingsStrings {
  readonly findings: string;
  readonly findingsNote: string;
  readonly findingsCounting: string;
  readonly findingsNone: string;
  /** If less than 30 days were searched without a gap. */
  readonly findingsTooShort: string;
  readonly findingsFailed: string;
  readonly findingTitles: Readonly<Record<FindingKind, string>>;
  /** The button that searches for the events of a finding. */
  readonly findingShow: string;
  findingBadPasswords(who: string, count: Counted, after: BadPasswords["after"]): string;
  findingNewAddress(who: string, address: string, earlier: Counted, others: Counted): string;
  findingNewClient(who: string, client: string, earlier: Counted, others: Counted): string;
  findingManyDeletes(who: string, count: Counted, minutes: Counted): string;
  /** `from` and `until` are hours: "8 AM". */
  findingUnusualHours(who: string, count: Counted, days: Counted, from: string, until: string): string;
  findingOutsideChange(who: string, count: Counted, customer: string, all: Counted, inside: Counted): string;
}
