import type { AuditEvent } from "../../../src/domain/audit-event.js";
import { summaryFacts, type SentencePart } from "../../../src/domain/summary.js";
import { compileTaxonomy } from "../../../src/domain/taxonomy.js";
import { DEFAULT_TAXONOMY } from "../../../src/domain/vocabulary.js";

const taxonomy = compileTaxonomy(DEFAULT_TAXONOMY);
export const WHEN = { date: "Sunday, November 22", time: "6:41 PM" };

export const EMPTY: AuditEvent = {
  id: "",
  time: null,
  timeText: "",
  action: "",
  object: "",
  byUser: "",
  byDomain: "",
  byIp: "",
  client: "",
  affectedUser: "",
  affectedDomain: "",
  host: "",
  parameters: [],
  raw: {},
};

export const facts = (event: Partial<AuditEvent>) => summaryFacts({ ...EMPTY, ...event }, taxonomy);
export const text = (parts: readonly SentencePart[]) => parts.map((part) => part.text).join("");
/** "2104@shop.example" as user and domain; "@shop.example" is a domain alone. */
export function who(name: string): [user: string, domain: string] {
  const at = name.indexOf("@");
  return at < 0 ? [name, ""] : [name.slice(0, at), name.slice(at + 1)];
}
