import type { What } from "./grammar.js";
import { join, words, type Phrase } from "./phrases.js";
import { Told, type Sentence } from "./told.js";

/** Objects that say what signs in or where to, which the sentence does already. */
const IMPLIED = new Set(["subscriber", "admin", "agent", "account", "domain", "reseller", "territory"]);

/** Sentences about getting in and out. Who acts may be known only as the one that is affected. */
export class Access extends Told {
  signIn(): Sentence {
    const { facts, g } = this;
    const means = this.style === "long" && this.#isMeans() ? g.means[facts.objectId as keyof typeof g.means] : "";
    const into = this.after("into", this.#place());
    if (facts.failed) {
      const as = this.after("as", this.#concerned());
      return { body: join(g.signInFailed, means, into, this.#byOther(), as), reason: this.#reason() };
    }
    const { who, whom } = this.#parties();
    const what = thing(words(g.session), join(means, into, this.after("as", whom)));
    return { body: g.happened(g.verbs["sign-in"], who, what, false) };
  }

  signOut(): Sentence {
    const { facts, g } = this;
    const { who, whom } = this.#parties();
    const what = thing(g.sessionOf(whom, this.after("of", whom)), this.after("outOf", this.#place()));
    return { body: g.happened(g.verbs["sign-out"], who, what, facts.failed) };
  }

  authenticator(): Sentence {
    const { affectedUser, failed, actor } = this.facts;
    const whom = this.#concerned();
    const forDomain = affectedUser === "" && !this.isNamed ? this.after("for", this.target()) : [];
    if (failed) return { body: join(this.g.checkFailed, this.#byOther(), this.after("of", whom), forDomain) };
    const asked = join(this.after("askedOf", whom), forDomain);
    // Who is asked for the own code has not asked for it.
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

  /** Who signs in or out, and as whom. Without an acting user it is the affected one. */
  #parties(): { who: Phrase; whom: Phrase } {
    const { affectedUser, affectedDomain } = this.facts;
    if (this.who.length > 0) return { who: this.who, whom: this.otherUser() };
    return { who: affectedUser === "" ? words(this.g.someone) : this.person(affectedUser, affectedDomain), whom: [] };
  }

  /** Where one signs in to: "a call queue of domain shop.example"; empty where the users' domains tell. */
  #place(): Phrase {
    const { facts, g, style } = this;
    const affectedDomain = facts.affectedUser === "" ? facts.affectedDomain : "";
    const whole = { ...facts, affectedUser: "", affectedDomain, self: false };
    if (facts.objectText !== "" && !this.#isMeans() && !IMPLIED.has(facts.objectId ?? "")) {
      const { object, owner } = new Told(g, whole, style).object("one", "of");
      return join(object, owner);
    }
    return this.isNamed ? [] : new Access(g, { ...whole, host: "" }, style).target();
  }

  /** The one that a check is about: the affected user, else the acting one. */
  #concerned(): Phrase {
    const { actor: by } = this.facts;
    const other = this.otherUser();
    return other.length > 0 || by.kind !== "user" ? other : this.account(by.user, by.domain);
  }

  /** "by maria.ortiz of harborline.example", where that is not the one concerned. */
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

function thing(object: Phrase, owner: Phrase): What {
  return { object, owner, plural: false, feminine: false, apart: true };
}
