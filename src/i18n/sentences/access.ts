import type { ObjectPhrase } from "./grammar.js";
import { join, writeWords, type Phrase } from "./phrases.js";
import { EventPhrases, type Sentence } from "./event-phrases.js";

/** Objects that only repeat what the sentence says about a sign-in. */
const IMPLIED = new Set(["subscriber", "admin", "agent", "account", "domain", "reseller", "territory"]);

/** Sentences about signing in and out. Some records name the user only as the affected one. */
export class AccessSentences extends EventPhrases {
  signIn(): Sentence {
    const { facts, g } = this;
    const means = this.style === "long" && this.#isMeans() ? g.means[facts.objectId as keyof typeof g.means] : "";
    const into = this.after("into", this.#place());
    if (facts.failed) {
      const as = this.after("as", this.#concerned());
      return { body: join(g.signInFailed, means, into, this.#byOther(), as), reason: this.#reason() };
    }
    const { who, whom } = this.#parties();
    const what = createObjectPhrase(writeWords(g.session), join(means, into, this.after("as", whom)));
    return { body: g.happened(g.verbs["sign-in"], who, what, false) };
  }

  signOut(): Sentence {
    const { facts, g } = this;
    const { who, whom } = this.#parties();
    const what = createObjectPhrase(
      g.describeSession(whom, this.after("of", whom)),
      this.after("outOf", this.#place()),
    );
    return { body: g.happened(g.verbs["sign-out"], who, what, facts.failed) };
  }

  authenticator(): Sentence {
    const { affectedUser, failed, actor } = this.facts;
    const whom = this.#concerned();
    const forDomain = affectedUser === "" && !this.isNamed ? this.after("for", this.target()) : [];
    if (failed) return { body: join(this.g.checkFailed, this.#byOther(), this.after("of", whom), forDomain) };
    const asked = join(this.after("askedOf", whom), forDomain);
    // Users who are asked for their own code did not request it themselves.
    const who = actor.kind === "user" && this.otherUser().length === 0 ? [] : this.who;
    return {
      body: this.g.happened(this.g.verbs.ask, who, { ...this.own("_authenticator", "a"), owner: asked }, false),
    };
  }

  securityWarning(): Sentence {
    const { object, owner } = this.object("one", "of");
    const about = this.facts.objectText === "" ? this.target() : join(object, owner);
    const what = { ...this.own("_warning", "a"), owner: this.after("about", about) };
    return { body: this.g.happened(this.g.verbs.warn, this.who, what, false) };
  }

  #isMeans(): boolean {
    return Object.hasOwn(this.g.means, this.facts.objectId ?? "");
  }

  /** The user who signs in or out, and the account. If the record has no performing user, it is the affected one. */
  #parties(): { who: Phrase; whom: Phrase } {
    const { affectedUser, affectedDomain } = this.facts;
    if (this.who.length > 0) return { who: this.who, whom: this.otherUser() };
    return {
      who: affectedUser === "" ? writeWords(this.g.someone) : this.person(affectedUser, affectedDomain),
      whom: [],
    };
  }

  /** The target of a sign-in: "a call queue of domain shop.example"; empty if the domains of the users show it. */
  #place(): Phrase {
    const { facts, g, style } = this;
    const affectedDomain = facts.affectedUser === "" ? facts.affectedDomain : "";
    const whole = { ...facts, affectedUser: "", affectedDomain, self: false };
    if (facts.objectText !== "" && !this.#isMeans() && !IMPLIED.has(facts.objectId ?? "")) {
      const { object, owner } = new EventPhrases(g, whole, style).object("one", "of");
      return join(object, owner);
    }
    return this.isNamed ? [] : new AccessSentences(g, { ...whole, host: "" }, style).target();
  }

  /** The user whom a check is about: the affected user, or else the performing one. */
  #concerned(): Phrase {
    const { actor: by } = this.facts;
    const other = this.otherUser();
    return other.length > 0 || by.kind !== "user" ? other : this.account(by.user, by.domain);
  }

  /** "by maria.ortiz of harborline.example", if this is another user than `concerned`. */
  #byOther(): Phrase {
    const { actor: by, affectedUser, self } = this.facts;
    return by.kind === "user" && (self || affectedUser === "") ? [] : this.after("by", this.who);
  }

  #reason(): string {
    const { failure, actionText } = this.facts;
    if (failure === "other") return this.g.quote(actionText);
    return failure ? this.g.reasons[failure] : "";
  }
}

function createObjectPhrase(object: Phrase, owner: Phrase): ObjectPhrase {
  return { object, owner, plural: false, feminine: false, apart: true };
}
