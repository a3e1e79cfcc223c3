import type { KnownFailure } from "../../core/taxonomy/sign-in-failure.js";
import type { DefaultObjectId } from "../../core/taxonomy/vocabulary.js";
import type { Phrase } from "./phrases.js";

/** What a sentence does with a noun: "an answer rule", "the answer rule", "answer rules", "answer rule". */
export type Form = "a" | "the" | "many" | "bare";

/** A noun in its form. The article brings the space behind it, or an apostrophe. */
export interface NounForm {
  readonly article: string;
  readonly noun: string;
  readonly feminine: boolean;
}

/** What was done something to, with its article, and whose it is. */
export interface What {
  readonly object: Phrase;
  /** "of user 2104 at shop.example"; may be empty. */
  readonly owner: Phrase;
  readonly plural: boolean;
  readonly feminine: boolean;
  /** The owner belongs to what was done, not to the object: "was created for user 2104". */
  readonly apart: boolean;
}

/** The verbs besides those of the taxonomy's actions. */
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

/** Nouns besides the taxonomy's objects. */
export type OwnNoun =
  "_user" | "_host" | "_object" | "_item" | "_data" | "_action" | "_unnamed" | "_authenticator" | "_warning";

export type Preposition =
  "of" | "for" | "at" | "on" | "upon" | "about" | "into" | "outOf" | "by" | "as" | "askedOf" | "from";

/**
 * What a language brings to the sentences about events; what is said, and in which order of thoughts, is the same for all
 * of them (see `summary.ts`). English, which came first, has sentences of its own.
 */
export interface Grammar {
  /** In the form that `happened` bends. */
  readonly verbs: Readonly<Record<VerbId, string>>;
  /** By the default taxonomy's ids. An object of a page's own taxonomy is quoted by its label. */
  readonly nouns: Readonly<Record<DefaultObjectId | OwnNoun, string>>;
  readonly prepositions: Readonly<Record<Preposition, string>>;
  /** A noun of the table in one of its forms. */
  form(entry: string, form: Form): NounForm;
  /** A preposition, with the space behind it, and the word that follows; they may become one: "de el" is "del". */
  glue(preposition: string, next: string, isName: boolean): readonly [preposition: string, next: string];
  /** Who (nobody, where empty) did what, or failed to. */
  happened(verb: string, who: Phrase, what: What, failed: boolean): Phrase;
  quote(text: string): string;
  readonly automated: string;
  readonly someone: string;
  readonly thatDomain: string;
  readonly inThatDomain: string;
  readonly ownAccount: string;
  /** "their own admin account" */
  ownAccountAs(noun: string): string;
  /** What is begun at a sign-in: "a session". */
  readonly session: string;
  /** What is ended at a sign-out: the own session, or somebody's. */
  sessionOf(whom: Phrase, ofWhom: Phrase): Phrase;
  /** The beginning of "A sign-in … failed". */
  readonly signInFailed: string;
  readonly checkFailed: string;
  /** How one signs in, by objects. */
  readonly means: Readonly<Record<"oauth" | "api-key" | "jwt" | "mfa" | "sso" | "support-login", string>>;
  readonly reasons: Readonly<Record<KnownFailure, string>>;
  when(date: string, time: string): string;
  readonly comma: string;
  readonly colon: string;
}
