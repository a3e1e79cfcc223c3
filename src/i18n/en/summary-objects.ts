import type { SummaryFacts } from "../../core/summary.js";
import { NOUNS, type Noun } from "./summary-nouns.js";
import { after, domainIsNamed, inDomain, join, otherUser, strong, target, words } from "./summary-phrases.js";
import type { Phrase, Style } from "./summary-phrases.js";

/** How many objects an action is about, and whether they are new. It decides the article. */
export type Amount = "new" | "one" | "changed" | "bulk";

/** An object with its article and its owner. */
export interface ObjectPhrase {
  readonly object: Phrase;
  /** "of user 2104 at shop.example"; may be empty. */
  readonly owner: Phrase;
  readonly plural: boolean;
  /** The object is the server's own word in quotation marks. */
  readonly quoted: boolean;
}

/** @param preposition the word between the object and its owner */
export function objectPhrase(
  facts: SummaryFacts,
  amount: Amount,
  preposition: "of" | "for",
  style: Style,
): ObjectPhrase {
  const noun = facts.objectId === undefined ? undefined : NOUNS.get(facts.objectId);
  const itself = noun ? named(facts, noun, style) : namelessHost(facts);
  if (itself) return { object: itself, owner: [], plural: false, quoted: false };

  // "The system" and "an item" have no owner: the action is done for a user.
  const ownable = noun ? noun.the !== "always" : facts.objectText !== "";
  const owner = whose(facts, ownable || facts.self ? preposition : "for", style);
  const { article, what, plural } = described(facts, noun, amount, owner.length > 0, style);
  const quoted = !noun && facts.objectText !== "";
  if (!facts.self) return { object: join(article, what), owner, plural, quoted };
  if (noun?.the === "always") return { object: join(article, what), owner: [], plural, quoted };
  if (preposition === "of" && (article === "the" || article === "")) {
    return { object: join("their own", what), owner: [], plural, quoted: false };
  }
  return { object: join(article, what), owner, plural, quoted };
}

interface Described {
  readonly article: "a" | "an" | "the" | "";
  readonly what: Phrase;
  readonly plural: boolean;
}

function described(
  { objectText }: SummaryFacts,
  noun: Noun | undefined,
  amount: Amount,
  owned: boolean,
  style: Style,
): Described {
  if (noun) {
    if (isThe(noun, amount, owned)) return { article: "the", what: label(noun.one, style), plural: false };
    if (amount === "bulk") return { article: "", what: label(noun.many, style), plural: true };
    return { article: noun.article, what: label(noun.one, style), plural: false };
  }
  if (objectText !== "") return { article: "", what: label(`“${objectText}”`, style), plural: false };
  if (amount === "bulk") return { article: "", what: words("data"), plural: false };
  return owned
    ? { article: "an", what: words("item"), plural: false }
    : { article: "", what: words("something"), plural: false };
}

function isThe(noun: Noun, amount: Amount, owned: boolean): boolean {
  if (noun.the === "always") return true;
  if (noun.the === "owned") return amount !== "new";
  return noun.the === "changed" && amount === "changed" && owned;
}

/** In cards, only the names of users and domains are bold. */
function label(text: string, style: Style): Phrase {
  return style === "long" ? strong(text) : words(text);
}

/** The object is the affected user, domain or host itself: "subscriber 318 at shop.example". */
function named(facts: SummaryFacts, noun: Noun, style: Style): Phrase | undefined {
  const kind = label(noun.one, style);
  if (noun.names === "user" && facts.affectedUser !== "") {
    if (facts.self) return join("their own", kind, "account");
    if (style === "short") return join(kind, otherUser(facts, style));
    return join(kind, strong(facts.affectedUser), inDomain(facts, style));
  }
  if (noun.names === "domain" && facts.affectedDomain !== "") {
    const domain = domainIsNamed(facts) ? words("that domain") : join(kind, strong(facts.affectedDomain));
    if (facts.self || facts.affectedUser === "") return domain;
    return join(domain, [...words("(user "), ...strong(facts.affectedUser), ...words(")")]);
  }
  return noun.names === "host" && facts.host !== "" ? join(kind, strong(facts.host)) : undefined;
}

/** If the record of a restart has no object, the object is the host. */
function namelessHost({ objectText, host }: SummaryFacts): Phrase | undefined {
  return objectText === "" && host !== "" ? join("host", strong(host)) : undefined;
}

function whose(facts: SummaryFacts, preposition: "of" | "for", style: Style): Phrase {
  if (facts.self) return words(preposition === "for" ? "for themselves" : "of their own");
  const isDomain = facts.host === "" && facts.affectedUser === "" && facts.affectedDomain !== "";
  // "a route in shop.example" is shorter than "of domain shop.example", and does not read like the performing domain.
  if (isDomain && preposition === "of" && !domainIsNamed(facts)) return join("in", strong(facts.affectedDomain));
  if (isDomain && preposition === "of") return after("in", target(facts, style));
  return facts.host === "" ? after(preposition, target(facts, style)) : join("on", strong(facts.host));
}
