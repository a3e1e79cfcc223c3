import type { AuditEvent } from "./audit-event.js";
import type { CompiledTaxonomy } from "./taxonomy.js";

/** A piece of a sentence; `strong` marks a name that matters. Never markup. */
export interface SentencePart {
  readonly text: string;
  readonly strong?: boolean;
}

/** Who acted: a person, an automated process, or nobody that the record names. */
export type Actor =
  | { readonly kind: "user"; readonly user: string; readonly domain: string }
  | { readonly kind: "system" }
  | { readonly kind: "unknown" };

/** What a sentence about an event can say, free of any language. Texts are already made visible. */
export interface SummaryFacts {
  readonly actor: Actor;
  /** The taxonomy's id, undefined for an action that it does not know. */
  readonly actionId: string | undefined;
  /** The action as it came, for unknown ones. */
  readonly actionText: string;
  /** A sign-in that failed for a bad password. */
  readonly badPassword: boolean;
  /** The action text says that a sign-in failed, for whatever reason. */
  readonly failed: boolean;
  readonly objectId: string | undefined;
  /** The object's label, or the wire value of an unknown one; "" when the record names none. */
  readonly objectText: string;
  readonly affectedUser: string;
  readonly affectedDomain: string;
  /** The affected user is the acting one: "signed in", not "signed in user 2104". */
  readonly self: boolean;
  readonly ip: string;
}

export function summaryFacts(_event: AuditEvent, _taxonomy: CompiledTaxonomy): SummaryFacts {
  throw new Error("to be written");
}
