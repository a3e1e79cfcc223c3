import type { SummaryFacts } from "../../core/summary.js";
import { contains } from "../../core/text/text.js";
import { join, strong, words, type Phrase, type Style } from "../sentences/phrases.js";

export { capitalised, join, merged, strong, words, type Phrase, type Style } from "../sentences/phrases.js";

/** `preposition` before a phrase that may be empty. */
export function after(preposition: string, phrase: Phrase): Phrase {
  return phrase.length === 0 ? [] : join(preposition, phrase);
}

/** A person as the one who acts: "2104 of shop.example". */
export function person(user: string, domain: string, style: Style): Phrase {
  if (domain === "") return strong(user);
  // A user name may be an e-mail address itself.
  if (style === "long" || contains(user, "@")) return join(strong(user), `of ${domain}`);
  return strong(`${user}@${domain}`);
}

/** A person as the one to whom something happens: "user 2104 at shop.example". */
export function account(user: string, domain: string, style: Style): Phrase {
  return style === "long" ? join("user", strong(user), domain && `at ${domain}`) : person(user, domain, style);
}

/** Who acted, as the record names it; empty when it names no user. */
export function actor({ actor: by }: SummaryFacts, style: Style): Phrase {
  if (by.kind === "system") return words("an automated process");
  return by.kind === "user" ? person(by.user, by.domain, style) : [];
}

/** The actor at the beginning of a sentence: a user name keeps its spelling. */
export function subject(facts: SummaryFacts, style: Style): Phrase {
  return facts.actor.kind === "system" ? words("An automated process") : actor(facts, style);
}

/** In the passive voice: of an actor without a name, a domain may be known all the same. */
export function bySomeone({ actor: by, sameDomain }: SummaryFacts, style: Style): Phrase {
  if (style === "short" || by.kind !== "unknown" || by.domain === "") return [];
  return words(sameDomain ? "by someone in that domain" : `by someone at ${by.domain}`);
}

/** The affected user, where that is somebody else than the actor. */
export function otherUser(facts: SummaryFacts, style: Style): Phrase {
  if (facts.affectedUser === "" || facts.self) return [];
  if (!domainIsNamed(facts)) return account(facts.affectedUser, facts.affectedDomain, style);
  return join(account(facts.affectedUser, "", style), inDomain(facts, style));
}

/** What is acted upon, or whose object it is: a user, a domain or a host that is not the actor. */
export function target(facts: SummaryFacts, style: Style): Phrase {
  if (facts.affectedUser !== "") return otherUser(facts, style);
  if (facts.affectedDomain !== "") return affectedDomain(facts, style);
  return after("host", facts.host === "" ? [] : strong(facts.host));
}

/** The affected domain stands at the beginning of the sentence, as the actor's. */
export function domainIsNamed({ sameDomain, actor: by }: SummaryFacts): boolean {
  return sameDomain && by.kind === "user";
}

/** Where a user is; a card has no room to say that it is the same place. */
export function inDomain(facts: SummaryFacts, style: Style): Phrase {
  if (facts.affectedDomain === "") return [];
  if (!domainIsNamed(facts)) return words(`at ${facts.affectedDomain}`);
  return style === "long" ? words("in that domain") : [];
}

function affectedDomain(facts: SummaryFacts, style: Style): Phrase {
  if (domainIsNamed(facts)) return style === "long" ? words("that domain") : [];
  return style === "long" ? join("domain", strong(facts.affectedDomain)) : strong(facts.affectedDomain);
}
