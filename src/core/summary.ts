import type { AuditEvent } from "./audit-event.js";
import { failureOf, type Failure } from "./taxonomy/sign-in-failure.js";
import { isSystem } from "./people.js";
import { spelling, type CompiledTaxonomy } from "./taxonomy/taxonomy.js";
import { fold, hasPrefix, trim } from "./text/text.js";
import { shownText } from "./text/shown-text.js";

/** A piece of a sentence; `strong` marks a name that matters, `name` one that is only a name. Never markup. */
export interface SentencePart {
  readonly text: string;
  readonly strong?: boolean;
  readonly name?: boolean;
}

/**
 * Who acted: a person, an automated process ("System"), or nobody that the record names. A domain may be known without
 * its user.
 */
export type Actor =
  | { readonly kind: "user"; readonly user: string; readonly domain: string }
  | { readonly kind: "system" }
  | { readonly kind: "unknown"; readonly domain: string };

/** What a sentence about an event can say, free of any language. Texts are already made visible; "" is not known. */
export interface SummaryFacts extends Failure {
  readonly actor: Actor;
  /** The taxonomy's id, undefined for an action that it does not know. */
  readonly actionId: string | undefined;
  /** The action as it came. */
  readonly actionText: string;
  /** An upload, where the taxonomy has one action for both directions. */
  readonly upload: boolean;
  readonly objectId: string | undefined;
  /** The object's label, or the wire value of an unknown one; "" when the record names none. */
  readonly objectText: string;
  readonly affectedUser: string;
  readonly affectedDomain: string;
  /** The affected user is the acting one: "signed in", not "signed in user 2104". */
  readonly self: boolean;
  /** The affected domain is the acting one's: no need to name it twice. */
  readonly sameDomain: boolean;
  /** The host, where a machine is what was acted upon and no user or domain is. */
  readonly host: string;
  readonly ip: string;
}

/** Objects that belong to a machine, not to a user or domain. */
const OF_A_HOST = new Set(["database", "server", "system", "tac", "ncs", "nms", "connection", "registrar", "sbus"]);

export function summaryFacts(event: AuditEvent, taxonomy: CompiledTaxonomy): SummaryFacts {
  const action = taxonomy.action(event.action);
  const object = taxonomy.object(event.object);
  const by = person(event.byUser, event.byDomain);
  const affected = person(event.affectedUser, event.affectedDomain);
  const automated = isSystem(by.user);
  const self = !automated && samePerson(by, affected);
  // One person has one domain: where only one of the fields holds it, it is known for both.
  const actor = person(by.user, by.domain || (self ? affected.domain : ""));
  const aboutHost = affected.user === "" && affected.domain === "" && isOfHost(action.item?.id, object.item?.id);
  return {
    actor: automated
      ? { kind: "system" }
      : by.user === ""
        ? { kind: "unknown", domain: shownText(actor.domain) }
        : { kind: "user", user: shownText(actor.user), domain: shownText(actor.domain) },
    actionId: action.item?.id,
    actionText: shownText(trim(event.action)),
    upload: hasPrefix(spelling(event.action), "upload"),
    ...failureOf(event.action, action),
    objectId: object.item?.id,
    objectText: shownText(trim(object.label)),
    affectedUser: shownText(affected.user),
    affectedDomain: shownText(affected.domain),
    self,
    sameDomain: affected.domain !== "" && !automated && fold(actor.domain) === fold(affected.domain),
    host: aboutHost ? shownText(trim(event.host)) : "",
    ip: shownText(trim(event.byIp)),
  };
}

interface Person {
  readonly user: string;
  readonly domain: string;
}

/** A user name that repeats its domain ("2104@shop.example" at shop.example) is cut, so that the domain is said once. */
function person(user: string, domain: string): Person {
  const name = trim(user);
  const at = trim(domain);
  const end = name.length - at.length - 1;
  const repeated = at !== "" && end > 0 && name[end] === "@" && fold(name.slice(end + 1)) === fold(at);
  return { user: repeated ? name.slice(0, end) : name, domain: at };
}

function samePerson(by: Person, affected: Person): boolean {
  if (by.user === "" || affected.user === "") return false;
  if (fullName(by) === fullName(affected)) return true;
  if (fold(by.user) !== fold(affected.user)) return false;
  return by.domain === "" || affected.domain === "" || fold(by.domain) === fold(affected.domain);
}

/** One field may hold "2104@shop.example" whole. */
function fullName({ user, domain }: Person): string {
  return fold(domain === "" ? user : `${user}@${domain}`);
}

function isOfHost(actionId: string | undefined, objectId: string | undefined): boolean {
  return actionId === "restart" || (objectId !== undefined && OF_A_HOST.has(objectId));
}
