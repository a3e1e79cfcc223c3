import type { Counted } from "../../../i18n/strings/results.js";

/** The suggestions of the domain fields. */
export interface DomainStrings {
  /** Heads the domains of earlier searches. */
  readonly recentDomains: string;
  readonly otherDomains: string;
  readonly domainsLoading: string;
  /** Added while more domains load. */
  domainsSoFar(loaded: Counted): string;
  /** How many domains match the typed text, and how many there are. */
  domainsMatching(matching: Counted, all: Counted): string;
  /** Only the first matches are shown. */
  domainsShown(shown: Counted, matching: Counted): string;
  readonly domainsNone: string;
  readonly domainsOwn: string;
  /** The server lists only some domains; `total` is undefined if the server does not report it. */
  domainsCut(loaded: Counted, total: Counted | undefined): string;
  /** Only a part of the list could be loaded. */
  domainsFailed(loaded: Counted): string;
  readonly domainsReload: string;
  announceDomains(matching: Counted): string;
}
