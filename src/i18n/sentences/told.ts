import type { SummaryFacts } from "../../core/summary.js";
import { contains } from "../../core/text/text.js";
import type { Form, Grammar, OwnNoun, Preposition, VerbId, What } from "./grammar.js";
import { join, name, strong, words, type Phrase, type Style } from "./phrases.js";

/** A sentence without its end, and why something failed; "" where nobody knows. */
export interface Sentence {
  readonly body: Phrase;
  readonly reason?: string;
}

/** What an action does to an object: makes one, takes one, changes it, handles many. */
type Amount = "new" | "one" | "changed" | "bulk";

/**
 * When the object is "the" one: `always` (there is one system), `owned` (an owner has one of them: only a new one is "a"),
 * `changed` (an owner may have several, and a change names which).
 */
const THE: ReadonlyMap<string, "always" | "owned" | "changed"> = new Map([
  ["database", "always"],
  ["system", "always"],
  ["mfa", "owned"],
  ["phone-config", "owned"],
  ["ui-config", "owned"],
  ["quota", "owned"],
  ["reject-log", "owned"],
  ["answer-rule", "changed"],
]);

/** The affected user or domain, or the host, is the object itself: "created subscriber 318". */
const NAMES: ReadonlyMap<string, "user" | "domain" | "host"> = new Map([
  ["subscriber", "user"],
  ["admin", "user"],
  ["agent", "user"],
  ["domain", "domain"],
  ["server", "host"],
]);

/** Somebody of the affected user's own domain is most likely that user: no second one is made up. */
const ABOUT_ONE = new Set(["login", "logout", "google-authenticator", "security-warning"]);

/** One event as told in a language: its phrases, and the sentences of a subject, a verb and an object. */
export class Told {
  protected readonly g: Grammar;
  protected readonly facts: SummaryFacts;
  protected readonly style: Style;
  /** Who acts; empty where nobody is known. */
  protected readonly who: Phrase;
  /** The affected domain stands at the beginning of the sentence, as the actor's. */
  protected readonly isNamed: boolean;

  constructor(grammar: Grammar, facts: SummaryFacts, style: Style) {
    this.g = grammar;
    this.facts = facts;
    this.style = style;
    const { actor: by, sameDomain, actionId } = facts;
    const isSomeone =
      style === "long" && by.kind === "unknown" && by.domain !== "" && !(sameDomain && ABOUT_ONE.has(actionId ?? ""));
    this.isNamed = sameDomain && (by.kind === "user" || isSomeone);
    this.who = isSomeone ? join(grammar.someone, this.after("at", name(by.domain))) : this.actor();
  }

  did(verb: VerbId, what: What): Sentence {
    return { body: this.g.happened(this.g.verbs[verb], this.who, what, this.facts.failed) };
  }

  /** An action that has no verb: "maria.ortiz performed the action “purge” on an answer rule of user 2104". */
  performed(): Sentence {
    const { actionText, objectText, self } = this.facts;
    const { object, owner } = this.object("one", "of");
    const on = objectText !== "" ? join(object, owner) : self ? words(this.g.ownAccount) : this.target();
    const what = actionText === "" ? this.own("_unnamed", "a") : this.own("_action", "the", this.g.quote(actionText));
    return this.did("perform", { ...what, owner: this.after("upon", on) });
  }

  /** A preposition before a phrase that may be empty. */
  after(preposition: Preposition, [first, ...rest]: Phrase): Phrase {
    if (!first) return [];
    const isName = Boolean(first.strong ?? first.name);
    const [before, next] = this.g.glue(this.g.prepositions[preposition], first.text, isName);
    return [...words(before), { ...first, text: next }, ...rest];
  }

  /** An object with its article, and whose it is. */
  object(amount: Amount, preposition: "of" | "for"): What {
    const { facts, g } = this;
    const { objectText, self, host } = facts;
    const id = facts.objectId !== undefined && Object.hasOwn(g.nouns, facts.objectId) ? facts.objectId : "";
    const itself = this.#itself(id);
    if (itself) return itself;
    const the = THE.get(id);
    // Nobody owns "the system" or "an item": something is done to it for somebody.
    const isOwnable = id !== "" ? the !== "always" : objectText !== "";
    const owner = self
      ? the === "always"
        ? []
        : this.after(preposition, words(g.ownAccount))
      : host === ""
        ? this.after(isOwnable ? preposition : "for", this.target())
        : this.after("on", strong(host));
    const apart = preposition === "for";
    if (id !== "") {
      const isThe =
        the === "always" ||
        (the === "owned" && amount !== "new") ||
        (the === "changed" && amount === "changed" && owner.length > 0);
      return { ...this.#noun(id, isThe ? "the" : amount === "bulk" ? "many" : "a"), owner, apart };
    }
    if (objectText !== "") return { ...this.own("_object", "the", g.quote(objectText), true), owner, apart };
    return { ...(amount === "bulk" ? this.own("_data", "many") : this.own("_item", "a")), owner, apart };
  }

  /** Who acted, as the record names it; empty when it names no user. */
  protected actor(): Phrase {
    const { actor: by } = this.facts;
    if (by.kind === "system") return words(this.g.automated);
    return by.kind === "user" ? this.person(by.user, by.domain) : [];
  }

  /** A person as the one who acts: "2104 of shop.example". */
  protected person(user: string, domain: string): Phrase {
    if (domain === "") return strong(user);
    // A user name may be an e-mail address itself.
    if (this.style === "long" || contains(user, "@")) return join(strong(user), this.after("at", name(domain)));
    return strong(`${user}@${domain}`);
  }

  /** A person as the one to whom something happens: "the user 2104 at shop.example". */
  protected account(user: string, domain: string, noun: string = "_user"): Phrase {
    const person = this.person(user, domain);
    return noun === "_user" && this.style === "short" ? person : join(this.#noun(noun, "the", false).object, person);
  }

  /** The affected user, where that is somebody else than the actor. */
  protected otherUser(noun?: string): Phrase {
    const { affectedUser, affectedDomain, self } = this.facts;
    if (affectedUser === "" || self) return [];
    if (!this.isNamed) return this.account(affectedUser, affectedDomain, noun);
    // A card has no room to say that it is the same place.
    const where = this.style === "long" ? words(this.g.inThatDomain) : [];
    return join(this.account(affectedUser, "", noun), where);
  }

  /** What is acted upon, or whose object it is: a user, a domain or a host that is not the actor. */
  protected target(): Phrase {
    const { affectedUser, affectedDomain, host } = this.facts;
    if (affectedUser !== "") return this.otherUser();
    if (affectedDomain === "") return host === "" ? [] : join(this.#noun("_host", "the", false).object, strong(host));
    if (this.style === "short") return this.isNamed ? [] : strong(affectedDomain);
    if (this.isNamed) return words(this.g.thatDomain);
    return join(this.#noun("domain", "the", false).object, strong(affectedDomain));
  }

  /** A noun of the sentence's own, with a name behind it. */
  protected own(noun: OwnNoun, form: Form, named = "", stands = false): What {
    const what = this.#noun(noun, form, false);
    const names = stands && this.style === "long" ? strong(named) : name(named);
    return named === "" ? what : { ...what, object: join(what.object, names) };
  }

  /** The object is the affected user, domain or host itself: "subscriber 318 at shop.example". */
  #itself(id: string): What | undefined {
    const { affectedUser, affectedDomain, self, host, objectText } = this.facts;
    const names = NAMES.get(id);
    if (names === "user" && affectedUser !== "") {
      const what = this.#noun(id, "the", false);
      if (self) return { ...what, object: words(this.g.ownAccountAs(this.g.form(this.#entry(id), "bare").noun)) };
      return { ...what, object: this.otherUser(id) };
    }
    if (names === "domain" && affectedDomain !== "") {
      const what = this.#noun(id, "the", false);
      const domain = this.isNamed ? words(this.g.thatDomain) : join(what.object, strong(affectedDomain));
      if (self || affectedUser === "") return { ...what, object: domain };
      const user = this.#noun("_user", "the", false).object;
      return { ...what, object: join(domain, [...words("("), ...join(user, strong(affectedUser)), ...words(")")]) };
    }
    const isHost = host !== "" && (names === "host" || objectText === "");
    if (!isHost) return undefined;
    const what = this.#noun(names === "host" ? id : "_host", "the", false);
    return { ...what, object: join(what.object, strong(host)) };
  }

  /** "" for an object that the language has no noun for: it is of a page's own taxonomy. */
  #entry(id: string): string {
    const nouns: Readonly<Record<string, string>> = this.g.nouns;
    return Object.hasOwn(nouns, id) ? (nouns[id] ?? "") : "";
  }

  /** @param stands out: cards leave the weight to the names of people and domains */
  #noun(id: string, form: Form, stands = this.style === "long"): What {
    const { article, noun, feminine } = this.g.form(this.#entry(id), form);
    const object = [...(article === "" ? [] : words(article)), ...(stands ? strong(noun) : words(noun))];
    return {
      object: stands ? object : words(article + noun),
      owner: [],
      plural: form === "many",
      feminine,
      apart: true,
    };
  }
}
