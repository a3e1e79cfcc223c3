import type { SentencePart, SummaryFacts } from "../../core/summary.js";
import type { SummaryStrings } from "../strings/summary.js";
import { AccessSentences } from "./access.js";
import type { Grammar, VerbId } from "./grammar.js";
import { capitalize, join, mergeParts, writeName, writeWords, type Phrase } from "./phrases.js";
import type { Sentence } from "./event-phrases.js";

/** For each action: the amount, which decides the article, and whether the owner belongs to the verb ("created for"). */
const VERBS: ReadonlyMap<string, readonly ["new" | "one" | "changed" | "bulk", "of" | "for"]> = new Map([
  ["add-create", ["new", "for"]],
  ["delete", ["one", "of"]],
  ["modify-update", ["changed", "of"]],
  ["export-upload", ["bulk", "of"]],
  ["upload", ["bulk", "for"]],
  ["import", ["bulk", "for"]],
  ["load", ["bulk", "of"]],
  ["activate", ["one", "for"]],
  ["restart", ["one", "of"]],
  ["validate", ["one", "of"]],
]);

/** Signing in and out. */
const ACCESS = new Set(["login", "logout", "google-authenticator"]);

/** Objects that are uploaded one by one. */
const FILES = new Set(["audio-file", "images", "recording"]);

/**
 * Creates the functions that write sentences about events in a language.
 *
 * @param loginFailed the text for a failed sign-in with an unknown reason
 */
export function createSummary(grammar: Grammar, loginFailed: string): Omit<SummaryStrings, "lookAlikes"> {
  return {
    failedLogin: (reason) => loginFailed + grammar.colon + grammar.reasons[reason],
    summary(facts, when) {
      const told = new AccessSentences(grammar, facts, "long");
      const { body, reason = "" } = writeSentence(facts, told);
      const ip = facts.ip === "" ? [] : writeName(facts.ip);
      const on = when ? writeWords(grammar.when(when.date, when.time)) : [];
      // "signed in, from 203.0.113.24", but not "changed a rule, from 203.0.113.24": that reads like an old value.
      if (ACCESS.has(facts.actionId ?? ""))
        return finishSentence({ body, reason }, grammar, [told.after("from", ip), on]);
      const origin = ip.length > 0 ? [{ text: "(IP " }, ...ip, { text: ")" }] : [];
      return finishSentence({ body: join(body, origin), reason }, grammar, [on]);
    },
    shortSummary: (facts) =>
      finishSentence(writeSentence(facts, new AccessSentences(grammar, facts, "short")), grammar),
  };
}

function writeSentence(facts: SummaryFacts, told: AccessSentences): Sentence {
  switch (facts.actionId) {
    case "login":
      return told.signIn();
    case "logout":
      return told.signOut();
    case "google-authenticator":
      return told.authenticator();
    case "security-warning":
      return told.securityWarning();
  }
  const id = facts.actionId === "export-upload" && facts.upload ? "upload" : facts.actionId;
  const verb = VERBS.get(id ?? "");
  if (!verb) return told.performed();
  const amount = id === "upload" && FILES.has(facts.objectId ?? "") ? "new" : verb[0];
  return told.did(id as VerbId, told.object(amount, verb[1]));
}

function finishSentence(
  { body, reason }: Sentence,
  { comma, colon }: Grammar,
  ends: readonly Phrase[] = [],
): SentencePart[] {
  const said = [...(body[0]?.strong ? body : capitalize(body))];
  for (const end of ends) if (end.length > 0) said.push(...writeWords(comma), ...end);
  if (reason) said.push({ text: colon }, { text: reason });
  const last = said[said.length - 1]?.text ?? "";
  // "6:41 p. m." already ends with a period.
  return mergeParts(last[last.length - 1] === "." ? said : [...said, { text: "." }]);
}
