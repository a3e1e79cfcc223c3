import { splitPattern } from "./pattern.js";
import { fold } from "../text/text.js";

/** A domain of the server's list: a customer or an organization. */
export interface Domain {
  readonly name: string;
  /** `""` if there is none. */
  readonly description: string;
}

/** The best matches for a text, and the number of all matches. */
export interface DomainMatches {
  readonly first: readonly Domain[];
  readonly count: number;
}

interface Entry {
  readonly domain: Domain;
  /** In lower case. */
  readonly name: string;
  readonly description: string;
}

/** Finds domains while the user types. */
export class DomainIndex {
  readonly #entries: readonly Entry[];

  constructor(domains: readonly Domain[]) {
    const entries = domains.map((domain) => ({
      domain,
      name: domain.name.toLowerCase(),
      description: domain.description.toLowerCase(),
    }));
    // By character code: a collator is many times slower, and names of domains do not need one.
    this.#entries = entries.sort((one, other) => (one.name < other.name ? -1 : one.name > other.name ? 1 : 0));
  }

  /** The domain with this name, without regard to case. */
  named(name: string): Domain | undefined {
    const wanted = fold(name);
    return this.#entries.find((entry) => entry.name === wanted)?.domain;
  }

  /**
   * The domains with the text in their name or description, without regard to case. First come names that begin with
   * the text, then other names, then descriptions; each group is sorted by name. `*` matches any text.
   *
   * @param most the largest number of domains to return
   */
  find(text: string, most: number): DomainMatches {
    const parts = splitTyped(text);
    const ranked: [Domain[], Domain[], Domain[]] = [[], [], []];
    let count = 0;
    for (const { domain, name, description } of this.#entries) {
      const rank = rankMatch(parts, name, description);
      if (rank === undefined) continue;
      count += 1;
      if (ranked[rank].length < most) ranked[rank].push(domain);
    }
    return { first: ranked.flat().slice(0, most), count };
  }
}

/** Whether the name or description of a domain contains the text. */
export function isMatch({ name, description }: Domain, text: string): boolean {
  return rankMatch(splitTyped(text), name.toLowerCase(), description.toLowerCase()) !== undefined;
}

function rankMatch(parts: readonly string[], name: string, description: string): 0 | 1 | 2 | undefined {
  const at = findPositions(name, parts)?.[0];
  if (at !== undefined) return at === 0 ? 0 : 1;
  return parts.length === 0 ? 0 : findPositions(description, parts) && 2;
}

/** A piece of a text, and whether the user typed it. */
export interface Piece {
  readonly text: string;
  readonly isTyped: boolean;
}

/** Splits `text` into pieces that were typed and pieces that were not; one piece if `text` does not contain `typed`. */
export function markTyped(text: string, typed: string): Piece[] {
  const folded = text.toLowerCase();
  const parts = splitTyped(typed);
  const places = findPositions(folded, parts);
  // A few letters are longer in lower case, so that positions would be wrong.
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

/** The texts between the wildcards of a filter. */
function splitTyped(text: string): string[] {
  return splitPattern(fold(text)).filter((part) => part !== "");
}

/** The position of each part, in this order; undefined if a part is missing. */
function findPositions(text: string, parts: readonly string[]): number[] | undefined {
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
