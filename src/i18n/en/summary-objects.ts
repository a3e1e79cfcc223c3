import type { SummaryFacts } from "../../core/summary.js";
import { NOUNS, type Noun } from "./summary-nouns.js";
import {
  addPreposition,
  isDomainNamed,
  writeDomainOfUser,
  join,
  writeOtherUser,
  writeStrong,
  writeTarget,
  writeWords,
} from "./summary-phrases.js";
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
export function writeObject(
  facts: SummaryFacts,
  amount: Amount,
  preposition: "of" | "for",
  style: Style,
): ObjectPhrase {
  const noun = facts.objectId === undefined ? undefined : NOUNS.get(facts.objectId);
  const itself = noun ? writeNamedObject(facts, noun, style) : writeHost(facts);
  if (itself) return { object: itself, owner: [], plural: false, quoted: false };

  // "The system" and "an item" have no owner: the action is done for a user.
  const ownable = noun ? noun.the !== "always" : facts.objectText !== "";
  const owner = writeOwner(facts, ownable || facts.self ? preposition : "for", style);
  const { article, what, plural } = describeObject(facts, noun, amount, owner.length > 0, style);
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

function describeObject(
  { objectText }: SummaryFacts,
  noun: Noun | undefined,
  amount: Amount,
  owned: boolean,
  style: Style,
): Described {
  if (noun) {
    if (isThe(noun, amount, owned)) return { article: "the", what: writeLabel(noun.one, style), plural: false };
    if (amount === "bulk") return { article: "", what: writeLabel(noun.many, style), plural: true };
    return { article: noun.article, what: writeLabel(noun.one, style), plural: false };
  }
  if (objectText !== "") return { article: "", what: writeLabel(`“${objectText}”`, style), plural: false };
  if (amount === "bulk") return { article: "", what: writeWords("data"), plural: false };
  return owned
    ? { article: "an", what: writeWords("item"), plural: false }
    : { article: "", what: writeWords("something"), plural: false };
}

function isThe(noun: Noun, amount: Amount, owned: boolean): boolean {
  if (noun.the === "always") return true;
  if (noun.the === "owned") return amount !== "new";
  return noun.the === "changed" && amount === "changed" && owned;
}

/** In cards, only the names of users and domains are bold. */
function writeLabel(text: string, style: Style): Phrase {
  return style === "long" ? writeStrong(text) : writeWords(text);
}

/** The object is the affected user, domain or host itself: "subscriber 318 at shop.example". */
function writeNamedObject(facts: SummaryFacts, noun: Noun, style: Style): Phrase | undefined {
  const kind = writeLabel(noun.one, style);
  if (noun.names === "user" && facts.affectedUser !== "") {
    if (facts.self) return join("their own", kind, "account");
    if (style === "short") return join(kind, writeOtherUser(facts, style));
    return join(kind, writeStrong(facts.affectedUser), writeDomainOfUser(facts, style));
  }
  if (noun.names === "domain" && facts.affectedDomain !== "") {
    const domain = isDomainNamed(facts) ? writeWords("that domain") : join(kind, writeStrong(facts.affectedDomain));
    if (facts.self || facts.affectedUser === "") return domain;
    return join(domain, [...writeWords("(user "), ...writeStrong(facts.affectedUser), ...writeWords(")")]);
  }
  return noun.names === "host" && facts.host !== "" ? join(kind, writeStrong(facts.host)) : undefined;
}

/** If the record of a restart has no object, the object is the host. */
function writeHost({ objectText, host }: SummaryFacts): Phrase | undefined {
  return objectText === "" && host !== "" ? join("host", writeStrong(host)) : undefined;
}

function writeOwner(facts: SummaryFacts, preposition: "of" | "for", style: Style): Phrase {
  if (facts.self) return writeWords(preposition === "for" ? "for themselves" : "of their own");
  const isDomain = facts.host === "" && facts.affectedUser === "" && facts.affectedDomain !== "";
  // "a route in shop.example" is shorter than "of domain shop.example", and does not read like the performing domain.
  if (isDomain && preposition === "of" && !isDomainNamed(facts)) return join("in", writeStrong(facts.affectedDomain));
  if (isDomain && preposition === "of") return addPreposition("in", writeTarget(facts, style));
  return facts.host === ""
    ? addPreposition(preposition, writeTarget(facts, style))
    : join("on", writeStrong(facts.host));
}
