import type { SummaryFacts } from "../../core/summary.js";
import { contains } from "../../core/text/text.js";
import type { Form, Grammar, OwnNoun, Preposition, VerbId, ObjectPhrase } from "./grammar.js";
import { join, writeName, writeStrong, writeWords, type Phrase, type Style } from "./phrases.js";

/** A sentence without its end, and the reason for a failure; `""` if it is unknown. */
export interface Sentence {
  readonly body: Phrase;
  readonly reason?: string;
}

/** How many objects an action is about, and whether they are new. */
type Amount = "new" | "one" | "changed" | "bulk";

/**
 * When the article is "the": `always` (there is only one, such as the system), `owned` (an owner has only one, so only a new one
 * is "a"), `changed` (an owner may have several, and a change is about a certain one).
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

/** The object is the affected user, domain or host itself: "created subscriber 318". */
const NAMES: ReadonlyMap<string, "user" | "domain" | "host"> = new Map([
  ["subscriber", "user"],
  ["admin", "user"],
  ["agent", "user"],
  ["domain", "domain"],
  ["server", "host"],
]);

/** A record that names only the affected user's domain as the performing one most likely means the same user. */
const ABOUT_ONE = new Set(["login", "logout", "google-authenticator", "security-warning"]);

/** The phrases for one event in a language, and the sentences of a subject, a verb and an object. */
export class EventPhrases {
  protected readonly g: Grammar;
  protected readonly facts: SummaryFacts;
  protected readonly style: Style;
  /** The actor; empty if it is unknown. */
  protected readonly who: Phrase;
  /** Whether the start of the sentence already names the affected domain, as that of the actor. */
  protected readonly isNamed: boolean;

  constructor(grammar: Grammar, facts: SummaryFacts, style: Style) {
    this.g = grammar;
    this.facts = facts;
    this.style = style;
    const { actor: by, sameDomain, actionId } = facts;
    const isSomeone =
      style === "long" && by.kind === "unknown" && by.domain !== "" && !(sameDomain && ABOUT_ONE.has(actionId ?? ""));
    this.isNamed = sameDomain && (by.kind === "user" || isSomeone);
    this.who = isSomeone ? join(grammar.someone, this.after("at", writeName(by.domain))) : this.actor();
  }

  did(verb: VerbId, what: ObjectPhrase): Sentence {
    return { body: this.g.happened(this.g.verbs[verb], this.who, what, this.facts.failed) };
  }

  /** A sentence for an action without a verb: "maria.ortiz performed the action “purge” on an answer rule of user 2104". */
  performed(): Sentence {
    const { actionText, objectText, self } = this.facts;
    const { object, owner } = this.object("one", "of");
    const on = objectText !== "" ? join(object, owner) : self ? writeWords(this.g.ownAccount) : this.target();
    const what = actionText === "" ? this.own("_unnamed", "a") : this.own("_action", "the", this.g.quote(actionText));
    return this.did("perform", { ...what, owner: this.after("upon", on) });
  }

  /** Adds a preposition, unless the phrase is empty. */
  after(preposition: Preposition, [first, ...rest]: Phrase): Phrase {
    if (!first) return [];
    const isName = Boolean(first.strong ?? first.name);
    const [before, next] = this.g.glue(this.g.prepositions[preposition], first.text, isName);
    return [...writeWords(before), { ...first, text: next }, ...rest];
  }

  /** An object with its article and its owner. */
  object(amount: Amount, preposition: "of" | "for"): ObjectPhrase {
    const { facts, g } = this;
    const { objectText, self, host } = facts;
    const id = facts.objectId !== undefined && Object.hasOwn(g.nouns, facts.objectId) ? facts.objectId : "";
    const itself = this.#itself(id);
    if (itself) return itself;
    const the = THE.get(id);
    // "The system" and "an item" have no owner: the action is done for a user.
    const isOwnable = id !== "" ? the !== "always" : objectText !== "";
    const owner = self
      ? the === "always"
        ? []
        : this.after(preposition, writeWords(g.ownAccount))
      : host === ""
        ? this.after(isOwnable ? preposition : "for", this.target())
        : this.after("on", writeStrong(host));
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

  /** The performing user; empty if the record has none. */
  protected actor(): Phrase {
    const { actor: by } = this.facts;
    if (by.kind === "system") return writeWords(this.g.automated);
    return by.kind === "user" ? this.person(by.user, by.domain) : [];
  }

  /** A performing user: "2104 of shop.example". */
  protected person(user: string, domain: string): Phrase {
    if (domain === "") return writeStrong(user);
    // A user name may already be an email address.
    if (this.style === "long" || contains(user, "@"))
      return join(writeStrong(user), this.after("at", writeName(domain)));
    return writeStrong(`${user}@${domain}`);
  }

  /** An affected user: "the user 2104 at shop.example". */
  protected account(user: string, domain: string, noun: string = "_user"): Phrase {
    const person = this.person(user, domain);
    return noun === "_user" && this.style === "short" ? person : join(this.#noun(noun, "the", false).object, person);
  }

  /** The affected user, if this is not the actor. */
  protected otherUser(noun?: string): Phrase {
    const { affectedUser, affectedDomain, self } = this.facts;
    if (affectedUser === "" || self) return [];
    if (!this.isNamed) return this.account(affectedUser, affectedDomain, noun);
    // A card has no room to repeat the same domain.
    const where = this.style === "long" ? writeWords(this.g.inThatDomain) : [];
    return join(this.account(affectedUser, "", noun), where);
  }

  /** The affected user, domain or host, if this is not the actor. */
  protected target(): Phrase {
    const { affectedUser, affectedDomain, host } = this.facts;
    if (affectedUser !== "") return this.otherUser();
    if (affectedDomain === "")
      return host === "" ? [] : join(this.#noun("_host", "the", false).object, writeStrong(host));
    if (this.style === "short") return this.isNamed ? [] : writeStrong(affectedDomain);
    if (this.isNamed) return writeWords(this.g.thatDomain);
    return join(this.#noun("domain", "the", false).object, writeStrong(affectedDomain));
  }

  /** A noun that is not an object of the taxonomy, followed by a name. */
  protected own(noun: OwnNoun, form: Form, named = "", stands = false): ObjectPhrase {
    const what = this.#noun(noun, form, false);
    const names = stands && this.style === "long" ? writeStrong(named) : writeName(named);
    return named === "" ? what : { ...what, object: join(what.object, names) };
  }

  /** The object is the affected user, domain or host itself: "subscriber 318 at shop.example". */
  #itself(id: string): ObjectPhrase | undefined {
    const { affectedUser, affectedDomain, self, host, objectText } = this.facts;
    const names = NAMES.get(id);
    if (names === "user" && affectedUser !== "") {
      const what = this.#noun(id, "the", false);
      if (self) return { ...what, object: writeWords(this.g.ownAccountAs(this.g.form(this.#entry(id), "bare").noun)) };
      return { ...what, object: this.otherUser(id) };
    }
    if (names === "domain" && affectedDomain !== "") {
      const what = this.#noun(id, "the", false);
      const domain = this.isNamed ? writeWords(this.g.thatDomain) : join(what.object, writeStrong(affectedDomain));
      if (self || affectedUser === "") return { ...what, object: domain };
      const user = this.#noun("_user", "the", false).object;
      return {
        ...what,
        object: join(domain, [...writeWords("("), ...join(user, writeStrong(affectedUser)), ...writeWords(")")]),
      };
    }
    const isHost = host !== "" && (names === "host" || objectText === "");
    if (!isHost) return undefined;
    const what = this.#noun(names === "host" ? id : "_host", "the", false);
    return { ...what, object: join(what.object, writeStrong(host)) };
  }

  /** `""` for an object of the page's own taxonomy, because the language has no noun for it. */
  #entry(id: string): string {
    const nouns: Readonly<Record<string, string>> = this.g.nouns;
    return Object.hasOwn(nouns, id) ? (nouns[id] ?? "") : "";
  }

  /** In cards, only the names of users and domains are bold. */
  #noun(id: string, form: Form, stands = this.style === "long"): ObjectPhrase {
    const { article, noun, feminine } = this.g.form(this.#entry(id), form);
    const object = [...(article === "" ? [] : writeWords(article)), ...(stands ? writeStrong(noun) : writeWords(noun))];
    return {
      object: stands ? object : writeWords(article + noun),
      owner: [],
      plural: form === "many",
      feminine,
      apart: true,
    };
  }
}
