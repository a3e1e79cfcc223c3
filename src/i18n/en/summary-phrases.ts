import type { SummaryFacts } from "../../core/summary.js";
import { contains } from "../../core/text/text.js";
import { join, strong, words, type Phrase, type Style } from "../sentences/phrases.js";

export { capitalised, join, merged, strong, words, type Phrase, type Style } from "../sentences/phrases.js";

/** Adds a preposition, unless the phrase is empty. */
export function after(preposition: string, phrase: Phrase): Phrase {
  return phrase.length === 0 ? [] : join(preposition, phrase);
}

/** A performing user: "2104 of shop.example". */
export function person(user: string, domain: string, style: Style): Phrase {
  if (domain === "") return strong(user);
  // A user name may already be an email address.
  if (style === "long" || contains(user, "@")) return join(strong(user), `of ${domain}`);
  return strong(`${user}@${domain}`);
}

/** An affected user: "user 2104 at shop.example". */
export function account(user: string, domain: string, style: Style): Phrase {
  return style === "long" ? join("user", strong(user), domain && `at ${domain}`) : person(user, domain, style);
}

/** The performing user; empty if the record has none. */
export function actor({ actor: by }: SummaryFacts, style: Style): Phrase {
  if (by.kind === "system") return words("an automated process");
  return by.kind === "user" ? person(by.user, by.domain, style) : [];
}

/** The actor at the start of a sentence. A user name is not capitalized. */
export function subject(facts: SummaryFacts, style: Style): Phrase {
  return facts.actor.kind === "system" ? words("An automated process") : actor(facts, style);
}

/** The actor in the passive voice. If the user is unknown, the domain may still be known. */
export function bySomeone({ actor: by, sameDomain }: SummaryFacts, style: Style): Phrase {
  if (style === "short" || by.kind !== "unknown" || by.domain === "") return [];
  return words(sameDomain ? "by someone in that domain" : `by someone at ${by.domain}`);
}

/** The affected user, if this is not the actor. */
export function otherUser(facts: SummaryFacts, style: Style): Phrase {
  if (facts.affectedUser === "" || facts.self) return [];
  if (!domainIsNamed(facts)) return account(facts.affectedUser, facts.affectedDomain, style);
  return join(account(facts.affectedUser, "", style), inDomain(facts, style));
}

/** The affected user, domain or host, if this is not the actor. */
export function target(facts: SummaryFacts, style: Style): Phrase {
  if (facts.affectedUser !== "") return otherUser(facts, style);
  if (facts.affectedDomain !== "") return affectedDomain(facts, style);
  return after("host", facts.host === "" ? [] : strong(facts.host));
}

/** Whether the start of the sentence already names the affected domain, as that of the actor. */
export function domainIsNamed({ sameDomain, actor: by }: SummaryFacts): boolean {
  return sameDomain && by.kind === "user";
}

/** The domain of a user. A card has no room to repeat the same domain. */
export function inDomain(facts: SummaryFacts, style: Style): Phrase {
  if (facts.affectedDomain === "") return [];
  if (!domainIsNamed(facts)) return words(`at ${facts.affectedDomain}`);
  return style === "long" ? words("in that domain") : [];
}

function affectedDomain(facts: SummaryFacts, style: Style): Phrase {
  if (domainIsNamed(facts)) return style === "long" ? words("that domain") : [];
  return style === "long" ? join("domain", strong(facts.affectedDomain)) : strong(facts.affectedDomain);
}
