import type { SummaryFacts } from "../../core/summary.js";
import type { SummaryStrings } from "../strings/summary.js";
import {
  writeAuthenticatorCheck,
  REASONS,
  writeSecurityWarning,
  writeSignIn,
  writeSignOut,
  type Sentence,
} from "./summary-access.js";
import { writeObject, type Amount, type ObjectPhrase } from "./summary-objects.js";
import {
  addPreposition,
  writeByActor,
  capitalize,
  join,
  mergeParts,
  writeSubject,
  writeTarget,
  writeWords,
} from "./summary-phrases.js";
import type { Phrase, Style } from "./summary-phrases.js";

/** What is done to an object. All are regular: "created" is past and participle. */
interface Verb {
  readonly past: string;
  readonly base: string;
  readonly amount: Amount;
  readonly owner: "of" | "for";
}

const VERBS: ReadonlyMap<string, Verb> = new Map<string, Verb>([
  ["add-create", { past: "created", base: "create", amount: "new", owner: "for" }],
  ["delete", { past: "deleted", base: "delete", amount: "one", owner: "of" }],
  ["modify-update", { past: "changed", base: "change", amount: "changed", owner: "of" }],
  ["export-upload", { past: "exported", base: "export", amount: "bulk", owner: "of" }],
  ["import", { past: "imported", base: "import", amount: "bulk", owner: "for" }],
  ["load", { past: "loaded", base: "load", amount: "bulk", owner: "of" }],
  ["activate", { past: "activated", base: "activate", amount: "one", owner: "for" }],
  ["restart", { past: "restarted", base: "restart", amount: "one", owner: "of" }],
  ["validate", { past: "validated", base: "validate", amount: "one", owner: "of" }],
]);

const UPLOAD: Verb = { past: "uploaded", base: "upload", amount: "bulk", owner: "for" };

/** Signing in and out. */
const ACCESS = new Set(["login", "logout", "google-authenticator"]);

/** Objects that are uploaded one by one. */
const FILES = new Set(["audio-file", "images", "recording"]);

export const summary: SummaryStrings = {
  lookAlikes: { cyrillic: "Contains Cyrillic letters", greek: "Contains Greek letters" },
  failedLogin: (reason) => `Login failed: ${REASONS[reason]}`,
  summary(facts, when) {
    const { body, failed, reason } = writeSentence(facts, "long");
    // "signed in from 203.0.113.24", but not "changed a rule from 203.0.113.24": that reads like an old value.
    const ip = facts.ip && (ACCESS.has(facts.actionId ?? "") ? `from ${facts.ip}` : `(IP ${facts.ip})`);
    const on = when ? `on ${when.date} at ${when.time}` : "";
    // "A sign-in as user 2104 from 203.0.113.24 failed on Sunday: bad password"
    return finishSentence(join(body, ip, failed ? "failed" : "", on), reason);
  },
  shortSummary(facts) {
    const { body, failed, reason } = writeSentence(facts, "short");
    return finishSentence(failed ? join(body, "failed") : body, reason);
  },
};
function finishSentence(sentence: Phrase, reason = ""): ReturnType<SummaryStrings["summary"]> {
  return mergeParts([...sentence, ...writeWords(reason && `: ${reason}`), ...writeWords(".")]);
}

function writeSentence(facts: SummaryFacts, style: Style): Sentence {
  switch (facts.actionId) {
    case "login":
      return writeSignIn(facts, style);
    case "logout":
      return writeSignOut(facts, style);
    case "google-authenticator":
      return writeAuthenticatorCheck(facts, style);
    case "security-warning":
      return writeSecurityWarning(facts, style);
  }
  const verb = facts.actionId === undefined ? undefined : VERBS.get(facts.actionId);
  if (!verb) return { body: writeUnknownAction(facts, style) };
  return { body: writeChange(facts, facts.actionId === "export-upload" && facts.upload ? UPLOAD : verb, style) };
}

/** "maria.ortiz changed the answer rule of user 2104"; "The answer rule of user 2104 was changed". */
function writeChange(facts: SummaryFacts, verb: Verb, style: Style): Phrase {
  const amount = verb === UPLOAD && FILES.has(facts.objectId ?? "") ? "new" : verb.amount;
  const what = writeObject(facts, amount, verb.owner, style);
  const by = writeSubject(facts, style);
  if (by.length === 0) return writePassive(facts, what, verb, style);
  return join(by, facts.failed ? `failed to ${verb.base}` : verb.past, what.object, what.owner);
}

function writePassive(facts: SummaryFacts, what: ObjectPhrase, verb: Verb, style: Style): Phrase {
  const was = facts.failed ? "could not be" : what.plural ? "were" : "was";
  const did = `${was} ${verb.past}`;
  const object = capitalize(what.quoted ? join("object", what.object) : what.object);
  // "An answer rule of user 2104 was deleted", but "An answer rule was created for user 2104".
  const happened = verb.owner === "of" ? join(object, what.owner, did) : join(object, did, what.owner);
  return join(happened, writeByActor(facts, style));
}

/** An action that has no verb: "maria.ortiz performed “purge” on an answer rule of user 2104". */
function writeUnknownAction(facts: SummaryFacts, style: Style): Phrase {
  const by = writeSubject(facts, style);
  const action = facts.actionText && `“${facts.actionText}”`;
  const on = addPreposition("on", writeUnknownTarget(facts, style));
  if (by.length > 0) return join(by, `performed ${action || "an unnamed action"}`, on);
  return join(action ? `The action ${action}` : "An unnamed action", "was performed", on, writeByActor(facts, style));
}

function writeUnknownTarget(facts: SummaryFacts, style: Style): Phrase {
  if (facts.objectText !== "") {
    const { object, owner } = writeObject(facts, "one", "of", style);
    return join(object, owner);
  }
  return facts.self ? writeWords("their own account") : writeTarget(facts, style);
}
