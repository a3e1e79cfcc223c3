import type { SentencePart } from "../../../src/core/summary.js";

export { EMPTY_EVENT, readFacts } from "../../support/summary-facts.js";
export const WHEN = { date: "Sunday, November 22", time: "6:41 PM" };

export const joinText = (parts: readonly SentencePart[]) => parts.map((part) => part.text).join("");
/** "2104@shop.example" as user and domain; "@shop.example" is a domain alone. */
export function splitUser(name: string): [user: string, domain: string] {
  const at = name.indexOf("@");
  return at < 0 ? [name, ""] : [name.slice(0, at), name.slice(at + 1)];
}
