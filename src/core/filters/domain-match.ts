import { patternParts } from "./pattern.js";
import { fold } from "../text/text.js";

/** A customer or organisation of the platform, as a list of domains names it. */
export interface Domain {
  readonly name: string;
  /** `""` where there is none. */
  readonly description: string;
}

/** What matches a text: the best ones, and how many there are in all. */
export interface DomainMatches {
  readonly first: readonly Domain[];
  readonly count: number;
}

interface Entry {
  readonly domain: Domain;
  /** As they are compared. */
  readonly name: string;
  readonly description: string;
}

/** Domains made ready to be found while somebody types. */
export class DomainIndex {
  readonly #entries: readonly Entry[];

  constructor(domains: readonly Domain[]) {
    const entries = domains.map((domain) => ({
      domain,
      name: domain.name.toLowerCase(),
      description: domain.description.toLowerCase(),
    }));
    // Plain order of characters: a collator takes many times as long, and names of domains need none.
    this.#entries = entries.sort((one, other) => (one.name < other.name ? -1 : one.name > other.name ? 1 : 0));
  }

  /** The domain of this name, letter case aside. */
  named(name: string): Domain | undefined {
    const wanted = fold(name);
    return this.#entries.find((entry) => entry.name === wanted)?.domain;
  }

  /**
   * Domains that have the text in their name or description, letter case aside: names that begin with it, then other
   * names, then descriptions; each by name. `*` stands for anything.
   *
   * @param most how many are answered
   */
  find(text: string, most: number): DomainMatches {
    const parts = soughtParts(text);
    const ranked: [Domain[], Domain[], Domain[]] = [[], [], []];
    let count = 0;
    for (const { domain, name, description } of this.#entries) {
      const rank = rankOf(parts, name, description);
      if (rank === undefined) continue;
      count += 1;
      if (ranked[rank].length < most) ranked[rank].push(domain);
    }
    return { first: ranked.flat().slice(0, most), count };
  }
}

/** Whether a domain has the text in its name or description. */
export function isMatch({ name, description }: Domain, text: string): boolean {
  return rankOf(soughtParts(text), name.toLowerCase(), description.toLowerCase()) !== undefined;
}

function rankOf(parts: readonly string[], name: string, description: string): 0 | 1 | 2 | undefined {
  const at = placesIn(name, parts)?.[0];
  if (at !== undefined) return at === 0 ? 0 : 1;
  return parts.length === 0 ? 0 : placesIn(description, parts) && 2;
}

/** A piece of a text, and whether it is what was typed. */
export interface Piece {
  readonly text: string;
  readonly isTyped: boolean;
}

/** `text` cut where what was typed begins and ends; one piece where it is not in there. */
export function markTyped(text: string, typed: string): Piece[] {
  const folded = text.toLowerCase();
  const parts = soughtParts(typed);
  const places = placesIn(folded, parts);
  // Few letters are longer in lower case: places would not be those of the text.
  if (!places || folded.length !== text.length) return [{ text, isTyped: false }];
  const pieces: Piece[] = [];
  let end = 0;
  places.forEach((place, at) => {
    pieces.push({ text: text.slice(end, place), isTyped: false });
    end = place + parts[at]!.length;
    pieces.push({ text: text.slice(place, end), isTyped: true });
  });
  pieces.push({ text: text.slice(end), isTyped: false });
  return pieces.filter((piece) => piece.text !== "");
}

/** What is looked for: a filter's text without its wildcards and its signs that take them as they are. */
function soughtParts(text: string): string[] {
  return patternParts(fold(text)).filter((part) => part !== "");
}

/** Where each part is, one after the other; undefined where not all are there. */
function placesIn(text: string, parts: readonly string[]): number[] | undefined {
  const places: number[] = [];
  let from = 0;
  for (const part of parts) {
    const at = text.indexOf(part, from);
    if (at === -1) return undefined;
    places.push(at);
    from = at + part.length;
  }
  return places;
}
