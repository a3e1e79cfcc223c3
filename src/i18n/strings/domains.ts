import type { Counted } from "./results.js";

/** What is suggested for the domain fields. */
export interface DomainStrings {
  /** The group of domains that were searched for before. */
  readonly recentDomains: string;
  readonly otherDomains: string;
  readonly domainsLoading: string;
  /** Added while more are loaded. */
  domainsSoFar(loaded: Counted): string;
  /** How many domains match what is typed, of how many. */
  domainsMatching(matching: Counted, all: Counted): string;
  /** Only the first ones are shown. */
  domainsShown(shown: Counted, matching: Counted): string;
  readonly domainsNone: string;
  readonly domainsOwn: string;
  /** The server does not list them all; `total` is undefined where it does not say how many there are. */
  domainsCut(loaded: Counted, total: Counted | undefined): string;
  /** The list could not be loaded to its end. */
  domainsFailed(loaded: Counted): string;
  readonly domainsReload: string;
  announceDomains(matching: Counted): string;
}
