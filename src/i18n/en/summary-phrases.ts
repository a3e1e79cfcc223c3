import type { SummaryFacts } from "../../core/summary.js";
import { contains } from "../../core/text/text.js";
import { join, writeStrong, writeWords, type Phrase, type Style } from "../sentences/phrases.js";

export {
  capitalize,
  join,
  mergeParts,
  writeStrong,
  writeWords,
  type Phrase,
  type Style,
} from "../sentences/phrases.js";

/** Adds a preposition, unless the phrase is empty. */
export function addPreposition(preposition: string, phrase: Phrase): Phrase {
  return phrase.length === 0 ? [] : join(preposition, phrase);
}

/** A performing user: "2104 of shop.example". */
export function writePerson(user: string, domain: string, style: Style): Phrase {
  if (domain === "") return writeStrong(user);
  // A user name may already be an email address.
  if (style === "long" || contains(user, "@")) return join(writeStrong(user), `of ${domain}`);
  return writeStrong(`${user}@${domain}`);
}

/** An affected user: "user 2104 at shop.example". */
export function writeAccount(user: string, domain: string, style: Style): Phrase {
  return style === "long"
    ? join("user", writeStrong(user), domain && `at ${domain}`)
    : writePerson(user, domain, style);
}

/** The performing user; empty if the record has none. */
export function writeActor({ actor: by }: SummaryFacts, style: Style): Phrase {
  if (by.kind === "system") return writeWords("an automated process");
  return by.kind === "user" ? writePerson(by.user, by.domain, style) : [];
}

/** The actor at the start of a sentence. A user name is not capitalized. */
export function writeSubject(facts: SummaryFacts, style: Style): Phrase {
  return facts.actor.kind === "system" ? writeWords("An automated process") : writeActor(facts, style);
}

/** The actor in the passive voice. If the user is unknown, the domain may still be known. */
export function writeByActor({ actor: by, sameDomain }: SummaryFacts, style: Style): Phrase {
  if (style === "short" || by.kind !== "unknown" || by.domain === "") return [];
  return writeWords(sameDomain ? "by someone in that domain" : `by someone at ${by.domain}`);
}

/** The affected user, if this is not the actor. */
export function writeOtherUser(facts: SummaryFacts, style: Style): Phrase {
  if (facts.affectedUser === "" || facts.self) return [];
  if (!isDomainNamed(facts)) return writeAccount(facts.affectedUser, facts.affectedDomain, style);
  return join(writeAccount(facts.affectedUser, "", style), writeDomainOfUser(facts, style));
}

/** The affected user, domain or host, if this is not the actor. */
export function writeTarget(facts: SummaryFacts, style: Style): Phrase {
  if (facts.affectedUser !== "") return writeOtherUser(facts, style);
  if (facts.affectedDomain !== "") return writeAffectedDomain(facts, style);
  return addPreposition("host", facts.host === "" ? [] : writeStrong(facts.host));
}

/** Whether the start of the sentence already names the affected domain, as that of the actor. */
export function isDomainNamed({ sameDomain, actor: by }: SummaryFacts): boolean {
  return sameDomain && by.kind === "user";
}

/** The domain of a user. A card has no room to repeat the same domain. */
export function writeDomainOfUser(facts: SummaryFacts, style: Style): Phrase {
  if (facts.affectedDomain === "") return [];
  if (!isDomainNamed(facts)) return writeWords(`at ${facts.affectedDomain}`);
  return style === "long" ? writeWords("in that domain") : [];
}

function writeAffectedDomain(facts: SummaryFacts, style: Style): Phrase {
  if (isDomainNamed(facts)) return style === "long" ? writeWords("that domain") : [];
  return style === "long" ? join("domain", writeStrong(facts.affectedDomain)) : writeStrong(facts.affectedDomain);
}
