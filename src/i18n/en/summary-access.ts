import type { KnownFailure } from "../../core/taxonomy/sign-in-failure.js";
import type { SummaryFacts } from "../../core/summary.js";
import { objectPhrase } from "./summary-objects.js";
import {
  account,
  actor,
  after,
  bySomeone,
  domainIsNamed,
  join,
  otherUser,
  person,
  subject,
  target,
  words,
} from "./summary-phrases.js";
import type { Phrase, Style } from "./summary-phrases.js";

/* Sentences about signing in and out. Some records name the user only as the affected one. */

/** A sentence without its end. If `failed` is true, it is a noun phrase ("A sign-in as 2104"), to be followed by "failed". */
export interface Sentence {
  readonly body: Phrase;
  readonly failed?: boolean;
  /** `""` if it is unknown. */
  readonly reason?: string;
}

export const REASONS: Readonly<Record<KnownFailure, string>> = {
  "bad-password": "bad password",
  "password-expired": "password expired",
  "bad-address": "address not allowed",
  "unknown-domain": "unknown domain",
  "unknown-user": "unknown user",
  "bad-code": "bad authenticator code",
  "bad-credentials": "bad credentials",
  expired: "login expired",
  locked: "account locked",
  disabled: "account disabled",
  "too-many-attempts": "too many attempts",
  denied: "access denied",
};

/** The way of signing in. Only the long sentence has room for it. */
const MEANS: ReadonlyMap<string, string> = new Map([
  ["oauth", "through OAuth"],
  ["api-key", "with an API key"],
  ["jwt", "with a JWT"],
  ["mfa", "with MFA"],
  ["sso", "through SSO"],
  ["support-login", "through a support login"],
]);

/** Objects that only repeat what the sentence says about a sign-in. */
const IMPLIED = new Set([
  ...MEANS.keys(),
  "subscriber",
  "admin",
  "agent",
  "account",
  "domain",
  "reseller",
  "territory",
]);

export function signIn(facts: SummaryFacts, style: Style): Sentence {
  const means = style === "long" ? (MEANS.get(facts.objectId ?? "") ?? "") : "";
  const into = after("to", place(facts, style));
  if (!facts.failed) {
    const { who, whom } = parties(facts, style);
    return { body: join(who, "signed in", means, into, after("as", whom)) };
  }
  const as = after("as", concerned(facts, style));
  return { body: join("A sign-in", means, into, byOther(facts, style), as), failed: true, reason: reason(facts) };
}

export function signOut(facts: SummaryFacts, style: Style): Sentence {
  const { who, whom } = parties(facts, style);
  const outOf = after("out of", place(facts, style));
  // "signed out user 2104", but "signed user 2104 out of a call queue".
  const out = outOf.length > 0 ? join(whom, outOf) : join("out", whom);
  return { body: join(who, facts.failed ? "failed to sign" : "signed", out) };
}

export function authenticator(facts: SummaryFacts, style: Style): Sentence {
  const whom = concerned(facts, style);
  const other = otherUser(facts, style);
  const forDomain = facts.affectedUser === "" && !domainIsNamed(facts) ? after("for", target(facts, style)) : [];
  if (facts.failed) {
    return { body: join("An authenticator check", byOther(facts, style), after("of", whom), forDomain), failed: true };
  }
  const by = subject(facts, style);
  if (by.length > 0 && other.length > 0) return { body: join(by, "asked", other, "for an authenticator code") };
  if (whom.length === 0 && by.length > 0) return { body: join(by, "requested an authenticator code", forDomain) };
  const asked = whom.length > 0 ? join("asked of", whom) : words("requested");
  return { body: join("An authenticator code was", asked, forDomain, byOutsider(facts, style)) };
}

export function securityWarning(facts: SummaryFacts, style: Style): Sentence {
  const object = facts.objectText === "" ? undefined : objectPhrase(facts, "one", "of", style);
  const about = after("about", object ? join(object.object, object.owner) : target(facts, style));
  const by = subject(facts, style);
  if (by.length > 0) return { body: join(by, "triggered a security warning", about) };
  return { body: join("A security warning was raised", about, byOutsider(facts, style)) };
}

/** The user who signs in or out, and the account. If the record has no performing user, it is the affected one. */
function parties(facts: SummaryFacts, style: Style): { who: Phrase; whom: Phrase } {
  const by = subject(facts, style);
  const other = otherUser(facts, style);
  if (by.length > 0) return { who: by, whom: other };
  const { actor, affectedUser, affectedDomain, sameDomain } = facts;
  const elsewhere = style === "long" && actor.kind === "unknown" && !sameDomain && actor.domain;
  if (elsewhere) return { who: words(`Someone at ${elsewhere}`), whom: other };
  if (affectedUser !== "") return { who: person(affectedUser, affectedDomain, style), whom: [] };
  return { who: words("Someone"), whom: [] };
}

/** The target of a sign-in: "a call queue of domain shop.example"; empty if the domains of the users show it. */
function place(facts: SummaryFacts, style: Style): Phrase {
  const affectedDomain = facts.affectedUser === "" ? facts.affectedDomain : "";
  const whole = { ...facts, affectedUser: "", affectedDomain, self: false };
  if (facts.objectText !== "" && !IMPLIED.has(facts.objectId ?? "")) {
    const { object, owner } = objectPhrase(whole, "one", "of", style);
    return join(object, owner);
  }
  return domainIsNamed(facts) ? [] : target({ ...whole, host: "" }, style);
}

/** The user whom a check is about: the affected user, or else the performing one. */
function concerned(facts: SummaryFacts, style: Style): Phrase {
  const { actor: by } = facts;
  const other = otherUser(facts, style);
  if (other.length > 0 || by.kind !== "user") return other;
  return account(by.user, by.domain, style);
}

/** "by maria.ortiz of harborline.example", if this is another user than `concerned`. */
function byOther(facts: SummaryFacts, style: Style): Phrase {
  const { actor: by, affectedUser, self } = facts;
  if (by.kind === "user" && (self || affectedUser === "")) return [];
  const outsider = byOutsider(facts, style);
  return outsider.length > 0 ? outsider : after("by", actor(facts, style));
}

/** A record that names only the affected user's domain as the performing one most likely means the same user. */
function byOutsider(facts: SummaryFacts, style: Style): Phrase {
  return facts.sameDomain ? [] : bySomeone(facts, style);
}

function reason({ failure, actionText }: SummaryFacts): string {
  if (failure === "other") return `“${actionText}”`;
  return failure ? REASONS[failure] : "";
}
