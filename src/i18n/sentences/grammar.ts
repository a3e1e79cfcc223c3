import type { KnownFailure } from "../../core/taxonomy/sign-in-failure.js";
import type { DefaultObjectId } from "../../core/taxonomy/vocabulary.js";
import type { Phrase } from "./phrases.js";

/** The forms of a noun: "an answer rule", "the answer rule", "answer rules", "answer rule". */
export type Form = "a" | "the" | "many" | "bare";

/** A noun in one of its forms. The article ends with a space or an apostrophe. */
export interface NounForm {
  readonly article: string;
  readonly noun: string;
  readonly feminine: boolean;
}

/** The object of an action, with its article and its owner. */
export interface ObjectPhrase {
  readonly object: Phrase;
  /** "of user 2104 at shop.example"; may be empty. */
  readonly owner: Phrase;
  readonly plural: boolean;
  readonly feminine: boolean;
  /** The owner belongs to the verb, not to the object: "was created for user 2104". */
  readonly apart: boolean;
}

/** The verbs that are not actions of the taxonomy. */
export type VerbId =
  | "add-create"
  | "delete"
  | "modify-update"
  | "export-upload"
  | "upload"
  | "import"
  | "load"
  | "activate"
  | "restart"
  | "validate"
  | "perform"
  | "sign-in"
  | "sign-out"
  | "ask"
  | "warn";

/** The nouns that are not objects of the taxonomy. */
export type OwnNoun =
  "_user" | "_host" | "_object" | "_item" | "_data" | "_action" | "_unnamed" | "_authenticator" | "_warning";

export type Preposition =
  "of" | "for" | "at" | "on" | "upon" | "about" | "into" | "outOf" | "by" | "as" | "askedOf" | "from";

/**
 * The words and the grammar of a language for the sentences about events. The content and the order of the parts are the same in
 * these languages (see `summary.ts`). English has its own sentences (`i18n/en/summary.ts`).
 */
export interface Grammar {
  /** In the form that `happened` inflects. */
  readonly verbs: Readonly<Record<VerbId, string>>;
  /** By ids of the default taxonomy. The label of an object of the page's own taxonomy is quoted. */
  readonly nouns: Readonly<Record<DefaultObjectId | OwnNoun, string>>;
  readonly prepositions: Readonly<Record<Preposition, string>>;
  /** Returns a noun in one of its forms. */
  form(entry: string, form: Form): NounForm;
  /** Joins a preposition and the next word. Some languages contract them: "de el" becomes "del". */
  glue(preposition: string, next: string, isName: boolean): readonly [preposition: string, next: string];
  /** The sentence of a subject, which may be empty, a verb and an object. */
  happened(verb: string, who: Phrase, what: ObjectPhrase, failed: boolean): Phrase;
  quote(text: string): string;
  readonly automated: string;
  readonly someone: string;
  readonly thatDomain: string;
  readonly inThatDomain: string;
  readonly ownAccount: string;
  /** "their own admin account" */
  ownAccountAs(noun: string): string;
  /** The object of a sign-in: "a session". */
  readonly session: string;
  /** The object of a sign-out: the user's own session or that of another user. */
  describeSession(whom: Phrase, ofWhom: Phrase): Phrase;
  /** The start of "A sign-in … failed". */
  readonly signInFailed: string;
  readonly checkFailed: string;
  /** The ways of signing in, by objects. */
  readonly means: Readonly<Record<"oauth" | "api-key" | "jwt" | "mfa" | "sso" | "support-login", string>>;
  readonly reasons: Readonly<Record<KnownFailure, string>>;
  when(date: string, time: string): string;
  readonly comma: string;
  readonly colon: string;
}
