import { fold } from "./text/text.js";

/** Whether a user name means an automated process. */
export function isSystem(user: string): boolean {
  return fold(user) === "system";
}

/** The key of a user with its domain, in lower case. JSON separates the user "a" of "b@c" from the user "a@b" of "c". */
export function createPersonKey(user: string, domain: string): string {
  return JSON.stringify([fold(user), fold(domain)]);
}
