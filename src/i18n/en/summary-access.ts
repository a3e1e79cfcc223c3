import type { KnownFailure } from "../../core/taxonomy/sign-in-failure.js";
import type { SummaryFacts } from "../../core/summary.js";
import { writeObject } from "./summary-objects.js";
import {
  writeAccount,
  writeActor,
  addPreposition,
  writeByActor,
  isDomainNamed,
  join,
  writeOtherUser,
  writePerson,
  writeSubject,
  writeTarget,
  writeWords,
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

export function writeSignIn(facts: SummaryFacts, style: Style): Sentence {
  const means = style === "long" ? (MEANS.get(facts.objectId ?? "") ?? "") : "";
  const into = addPreposition("to", writePlace(facts, style));
  if (!facts.failed) {
    const { who, whom } = writeParties(facts, style);
    return { body: join(who, "signed in", means, into, addPreposition("as", whom)) };
  }
  const as = addPreposition("as", writeCheckedUser(facts, style));
  return {
    body: join("A sign-in", means, into, writeByOther(facts, style), as),
    failed: true,
    reason: findReason(facts),
  };
}

export function writeSignOut(facts: SummaryFacts, style: Style): Sentence {
  const { who, whom } = writeParties(facts, style);
  const outOf = addPreposition("out of", writePlace(facts, style));
  // "signed out user 2104", but "signed user 2104 out of a call queue".
  const out = outOf.length > 0 ? join(whom, outOf) : join("out", whom);
  return { body: join(who, facts.failed ? "failed to sign" : "signed", out) };
}

export function writeAuthenticatorCheck(facts: SummaryFacts, style: Style): Sentence {
  const whom = writeCheckedUser(facts, style);
  const other = writeOtherUser(facts, style);
  const forDomain =
    facts.affectedUser === "" && !isDomainNamed(facts) ? addPreposition("for", writeTarget(facts, style)) : [];
  if (facts.failed) {
    return {
      body: join("An authenticator check", writeByOther(facts, style), addPreposition("of", whom), forDomain),
      failed: true,
    };
  }
  const by = writeSubject(facts, style);
  if (by.length > 0 && other.length > 0) return { body: join(by, "asked", other, "for an authenticator code") };
  if (whom.length === 0 && by.length > 0) return { body: join(by, "requested an authenticator code", forDomain) };
  const asked = whom.length > 0 ? join("asked of", whom) : writeWords("requested");
  return { body: join("An authenticator code was", asked, forDomain, writeByOutsider(facts, style)) };
}

export function writeSecurityWarning(facts: SummaryFacts, style: Style): Sentence {
  const object = facts.objectText === "" ? undefined : writeObject(facts, "one", "of", style);
  const about = addPreposition("about", object ? join(object.object, object.owner) : writeTarget(facts, style));
  const by = writeSubject(facts, style);
  if (by.length > 0) return { body: join(by, "triggered a security warning", about) };
  return { body: join("A security warning was raised", about, writeByOutsider(facts, style)) };
}

/** The user who signs in or out, and the account. If the record has no performing user, it is the affected one. */
function writeParties(facts: SummaryFacts, style: Style): { who: Phrase; whom: Phrase } {
  const by = writeSubject(facts, style);
  const other = writeOtherUser(facts, style);
  if (by.length > 0) return { who: by, whom: other };
  const { actor, affectedUser, affectedDomain, sameDomain } = facts;
  const elsewhere = style === "long" && actor.kind === "unknown" && !sameDomain && actor.domain;
  if (elsewhere) return { who: writeWords(`Someone at ${elsewhere}`), whom: other };
  if (affectedUser !== "") return { who: writePerson(affectedUser, affectedDomain, style), whom: [] };
  return { who: writeWords("Someone"), whom: [] };
}

/** The target of a sign-in: "a call queue of domain shop.example"; empty if the domains of the users show it. */
function writePlace(facts: SummaryFacts, style: Style): Phrase {
  const affectedDomain = facts.affectedUser === "" ? facts.affectedDomain : "";
  const whole = { ...facts, affectedUser: "", affectedDomain, self: false };
  if (facts.objectText !== "" && !IMPLIED.has(facts.objectId ?? "")) {
    const { object, owner } = writeObject(whole, "one", "of", style);
    return join(object, owner);
  }
  return isDomainNamed(facts) ? [] : writeTarget({ ...whole, host: "" }, style);
}

/** The user whom a check is about: the affected user, or else the performing one. */
function writeCheckedUser(facts: SummaryFacts, style: Style): Phrase {
  const { actor: by } = facts;
  const other = writeOtherUser(facts, style);
  if (other.length > 0 || by.kind !== "user") return other;
  return writeAccount(by.user, by.domain, style);
}

/** "by maria.ortiz of harborline.example", if this is another user than the checked one. */
function writeByOther(facts: SummaryFacts, style: Style): Phrase {
  const { actor: by, affectedUser, self } = facts;
  if (by.kind === "user" && (self || affectedUser === "")) return [];
  const outsider = writeByOutsider(facts, style);
  return outsider.length > 0 ? outsider : addPreposition("by", writeActor(facts, style));
}

/** A record that names only the affected user's domain as the performing one most likely means the same user. */
function writeByOutsider(facts: SummaryFacts, style: Style): Phrase {
  return facts.sameDomain ? [] : writeByActor(facts, style);
}

function findReason({ failure, actionText }: SummaryFacts): string {
  if (failure === "other") return `“${actionText}”`;
  return failure ? REASONS[failure] : "";
}
