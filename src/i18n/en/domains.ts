import type { DomainStrings } from "../strings/domains.js";

export const domains: DomainStrings = {
  recentDomains: "Recent",
  otherDomains: "Domains",
  domainsLoading: "Loading domains…",
  domainsSoFar: (loaded) => `${loaded.text} loaded so far…`,
  domainsMatching: (matching, all) => `${matching.text} of ${all.number === 1 ? "1 domain" : `${all.text} domains`}`,
  domainsShown: (shown, matching) => `The first ${shown.text} of ${matching.text} that match: type on for fewer.`,
  domainsNone: "No domain matches. Any text can be searched for.",
  domainsOwn: "You can list your own domain only. Any other can be typed.",
  domainsCut: (loaded, total) =>
    `The server lists only ${loaded.text}${total ? ` of ${total.text}` : ""} domains. Any other can be typed.`,
  domainsFailed: (loaded) =>
    loaded.number === 0
      ? "The domains could not be loaded."
      : `Only ${loaded.number === 1 ? "1 domain" : `${loaded.text} domains`} could be loaded.`,
  domainsReload: "Load the domains again",
  announceDomains: (matching) => (matching.number === 1 ? "1 domain matches." : `${matching.text} domains match.`),
};
