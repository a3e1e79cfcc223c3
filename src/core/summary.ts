import type { AuditEvent } from "./audit-event.js";
import { readFailure, type Failure } from "./taxonomy/sign-in-failure.js";
import { isSystem } from "./people.js";
import { normalizeSpelling, type CompiledTaxonomy } from "./taxonomy/taxonomy.js";
import { fold, hasPrefix, trim } from "./text/text.js";
import { toShownText } from "./text/shown-text.js";

/** A part of a sentence, as plain text. `strong` is an important name, `name` any other name. */
export interface SentencePart {
  readonly text: string;
  readonly strong?: boolean;
  readonly name?: boolean;
}

/**
 * Who performed the event: a person, an automated process ("System"), or unknown. The domain may be known without the user.
 */
export type Actor =
  | { readonly kind: "user"; readonly user: string; readonly domain: string }
  | { readonly kind: "system" }
  | { readonly kind: "unknown"; readonly domain: string };

/** The facts for a sentence about an event in any language. Texts have visible characters only; `""` means unknown. */
export interface SummaryFacts extends Failure {
  readonly actor: Actor;
  /** The id of the action in the taxonomy; undefined for an unknown action. */
  readonly actionId: string | undefined;
  /** The action as the server sent it. */
  readonly actionText: string;
  /** True for an upload: the taxonomy has one action for export and upload. */
  readonly upload: boolean;
  readonly objectId: string | undefined;
  /** The label of the object, or the server's word for an unknown object; `""` if the record has none. */
  readonly objectText: string;
  readonly affectedUser: string;
  readonly affectedDomain: string;
  /** True if users affect themselves: "signed in", not "signed in user 2104". */
  readonly self: boolean;
  /** True if the affected domain is the domain of the performing user: a sentence names it once. */
  readonly sameDomain: boolean;
  /** The host, if the event affected a machine and no user or domain; else `""`. */
  readonly host: string;
  readonly ip: string;
}

/** The objects that belong to a machine, not to a user or domain. */
const OF_A_HOST = new Set(["database", "server", "system", "tac", "ncs", "nms", "connection", "registrar", "sbus"]);

export function findSummaryFacts(event: AuditEvent, taxonomy: CompiledTaxonomy): SummaryFacts {
  const action = taxonomy.action(event.action);
  const object = taxonomy.object(event.object);
  const by = splitPerson(event.byUser, event.byDomain);
  const affected = splitPerson(event.affectedUser, event.affectedDomain);
  const automated = isSystem(by.user);
  const self = !automated && isSamePerson(by, affected);
  // A person has one domain, even if only one of the fields has it.
  const actor = splitPerson(by.user, by.domain || (self ? affected.domain : ""));
  const aboutHost = affected.user === "" && affected.domain === "" && affectsHost(action.item?.id, object.item?.id);
  return {
    actor: automated
      ? { kind: "system" }
      : by.user === ""
        ? { kind: "unknown", domain: toShownText(actor.domain) }
        : { kind: "user", user: toShownText(actor.user), domain: toShownText(actor.domain) },
    actionId: action.item?.id,
    actionText: toShownText(trim(event.action)),
    upload: hasPrefix(normalizeSpelling(event.action), "upload"),
    ...readFailure(event.action, action),
    objectId: object.item?.id,
    objectText: toShownText(trim(object.label)),
    affectedUser: toShownText(affected.user),
    affectedDomain: toShownText(affected.domain),
    self,
    sameDomain: affected.domain !== "" && !automated && fold(actor.domain) === fold(affected.domain),
    host: aboutHost ? toShownText(trim(event.host)) : "",
    ip: toShownText(trim(event.byIp)),
  };
}

interface Person {
  readonly user: string;
  readonly domain: string;
}

/**
 * Removes the domain from a user name that repeats it ("2104@shop.example" in shop.example), so that a sentence names
 * it once.
 */
function splitPerson(user: string, domain: string): Person {
  const name = trim(user);
  const at = trim(domain);
  const end = name.length - at.length - 1;
  const repeated = at !== "" && end > 0 && name[end] === "@" && fold(name.slice(end + 1)) === fold(at);
  return { user: repeated ? name.slice(0, end) : name, domain: at };
}

function isSamePerson(by: Person, affected: Person): boolean {
  if (by.user === "" || affected.user === "") return false;
  if (formatFullName(by) === formatFullName(affected)) return true;
  if (fold(by.user) !== fold(affected.user)) return false;
  return by.domain === "" || affected.domain === "" || fold(by.domain) === fold(affected.domain);
}

/** The user field alone may contain "2104@shop.example". */
function formatFullName({ user, domain }: Person): string {
  return fold(domain === "" ? user : `${user}@${domain}`);
}

function affectsHost(actionId: string | undefined, objectId: string | undefined): boolean {
  return actionId === "restart" || (objectId !== undefined && OF_A_HOST.has(objectId));
}
