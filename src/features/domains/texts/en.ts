import type { DomainStrings } from "./strings.js";

export const domains: DomainStrings = {
  recentDomains: "Recent",
  otherDomains: "Domains",
  domainsLoading: "Loading domains…",
  domainsSoFar: (loaded) => `${loaded.text} loaded so far…`,
  domainsMatching: (matching, all) => `${matching.text} of ${all.number === 1 ? "1 domain" : `${all.text} domains`}`,
  domainsShown: (shown, matching) => `First ${shown.text} of ${matching.text} matches: keep typing to narrow.`,
  domainsNone: "No matching domains. You can still search for this text.",
  domainsOwn: "Only your own domain is listed. You can type any other domain.",
  domainsCut: (loaded, total) =>
    `The server lists only ${loaded.text}${total ? ` of ${total.text}` : ""} domains. You can type any other domain.`,
  domainsFailed: (loaded) =>
    loaded.number === 0
      ? "The domains could not be loaded."
      : `Only ${loaded.number === 1 ? "1 domain" : `${loaded.text} domains`} could be loaded.`,
  domainsReload: "Load the domains again",
  announceDomains: (matching) => (matching.number === 1 ? "1 domain matches." : `${matching.text} domains match.`),
};
