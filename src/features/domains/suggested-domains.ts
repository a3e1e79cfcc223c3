import { DomainIndex, isMatch, type Domain } from "../../core/filters/domain-match.js";
import { fold } from "../../core/text/text.js";

/** More options would not help the user, and would slow down typing. */
const MOST_OPTIONS = 50;
const MOST_RECENT = 5;

/** The suggestions for a text. */
export interface SuggestedDomains {
  /** Matching domains of earlier searches, the latest one first. */
  readonly recent: readonly Domain[];
  readonly others: readonly Domain[];
  /** The number of domains in the server's list that match. */
  readonly count: number;
}

export const NO_SUGGESTIONS: SuggestedDomains = { recent: [], others: [], count: 0 };

/** Finds the suggestions for a text. It indexes a list of domains only once. */
export class DomainSuggester {
  #indexed: readonly Domain[] | undefined;
  #index = new DomainIndex([]);

  /**
   * @param domains the server's list
   * @param recentNames the names of domains that were searched for, the latest one first
   */
  suggest(domains: readonly Domain[], recentNames: readonly string[], text: string): SuggestedDomains {
    if (domains !== this.#indexed) {
      this.#indexed = domains;
      this.#index = new DomainIndex(domains);
    }
    const recent = recentNames
      .map((name): Domain => this.#index.named(name) ?? { name, description: "" })
      .filter((domain) => isMatch(domain, text))
      .slice(0, MOST_RECENT);
    const names = new Set(recent.map(({ name }) => fold(name)));
    const { first, count } = this.#index.find(text, MOST_OPTIONS);
    const others = first.filter(({ name }) => !names.has(fold(name))).slice(0, MOST_OPTIONS - recent.length);
    return { recent, others, count };
  }
}
