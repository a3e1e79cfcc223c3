import { fold } from "./text/text.js";

/** Whether a user name stands for an automated process. */
export function isSystem(user: string): boolean {
  return fold(user) === "system";
}

/** A user with its domain as one key, both folded; JSON keeps "a" of "b@c" apart from "a@b" of "c". */
export function personKey(user: string, domain: string): string {
  return JSON.stringify([fold(user), fold(domain)]);
}
