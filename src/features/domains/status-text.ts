import { formatCount } from "../../i18n/numbers.js";
import type { Environment } from "../../views/shell/environment.js";
import type { DomainState } from "./store.js";
import type { SuggestedDomains } from "./suggested-domains.js";

/** The note under the suggestions: how many domains match, and whether domains are missing from the list. */
export function createStatusText(
  { domains, extent, total, loading, failure }: DomainState,
  { recent, others, count }: SuggestedDomains,
  { strings, locale }: Environment,
): string {
  const number = (value: number) => formatCount(value, locale);
  const all = number(domains.length);
  const shown = recent.length + others.length;
  if (failure) {
    // The sentence for `unsupported` is about the log, not about the list of domains.
    const cause = failure.kind === "unsupported" ? "" : ` ${strings.noticeCauses[failure.kind]}`;
    return strings.domainsFailed(all) + cause;
  }
  if (loading && domains.length === 0) return strings.domainsLoading;
  if (loading) return `${strings.domainsMatching(number(count), all)}, ${strings.domainsSoFar(all)}`;
  if (shown === 0) return strings.domainsNone;
  if (extent === "own") return strings.domainsOwn;
  if (extent === "cut") return strings.domainsCut(all, total === undefined ? undefined : number(total));
  return count > shown
    ? strings.domainsShown(number(shown), number(count))
    : strings.domainsMatching(number(count), all);
}
