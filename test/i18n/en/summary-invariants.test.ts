import { expect } from "@open-wc/testing";
import type { SentencePart } from "../../../src/core/summary.js";
import { DEFAULT_TAXONOMY } from "../../../src/core/taxonomy/vocabulary.js";
import { summary as english } from "../../../src/i18n/en/summary.js";
import { readFacts, joinText, WHEN, splitUser } from "./support.js";

describe("the English summary of any event", () => {
  const actions = [
    ...DEFAULT_TAXONOMY.actions.flatMap((item) => item.send),
    ...["login_badpassword", "login failed", "login-odd-error", "logout failed", "googleauth failed"],
    ...["create failed", "load error", "securitywarning failed", "purge", ""],
  ];
  const objects = [
    ...DEFAULT_TAXONOMY.objects.flatMap((group) => group.items.map((item) => item.send[0] ?? "")),
    ...["zz-object", ""],
  ];
  const actors = [
    "Maria@h.example",
    "Maria@n.example",
    "Maria",
    "2104@n.example",
    "2104",
    "System",
    "@h.example",
    "@n.example",
    "",
  ];
  const targets = ["2104@n.example", "2104", "@n.example", ""];
  const ends: [ip: string, when: typeof WHEN | undefined][] = [
    ["192.0.2.7", WHEN],
    ["192.0.2.7", undefined],
    ["", WHEN],
    ["", undefined],
  ];
  /** Read out letter by letter, or as "yoo": the article follows the sound. */
  const SOUNDS: Record<string, string> = {
    MFA: "an",
    LEA: "an",
    NCS: "an",
    NFR: "an",
    NMS: "an",
    SBus: "an",
    SSO: "an",
    UI: "a",
    user: "a",
  };

  const count = (whole: string, part: string) => whole.split(part).length - 1;

  function check(parts: readonly SentencePart[], names: ReadonlyMap<string, number[]>, first: readonly string[]): void {
    const sentence = joinText(parts);
    const fail = (why: string) => expect.fail(`${why}: ${sentence}`);
    if (!/^[A-Z]/.test(sentence) && !first.some((name) => name !== "" && sentence.indexOf(name) === 0))
      fail("beginning");
    if (!/[^.]\.$/.test(sentence)) fail("end");
    if (/ {2}|\s$|^\s| [.,:;)]|\( |,,|\.\.|::/.test(sentence)) fail("spacing");
    if (/undefined|null|NaN|\[object/.test(sentence)) fail("leak");
    if (/\b(\w+) \1\b/.test(sentence)) fail("doubled word");
    if (/\b(?:of|for|at|by|on|to|from|as|the|a|an|about|in)[.,:]/.test(sentence.replace(/signed in|sign in/g, "")))
      fail("dangling word");
    if (parts.some((part) => part.text === "")) fail("empty part");
    if (parts.some((part, at) => at > 0 && Boolean(part.strong) === Boolean(parts[at - 1]?.strong))) fail("split part");
    for (const [, article, word = ""] of sentence.matchAll(/\b(an?|An?) (\w+)/g)) {
      const right = SOUNDS[word] ?? (/^[aeiouAEIO]/.test(word) ? "an" : "a");
      if (article?.toLowerCase() !== right) fail(`article of ${word}`);
    }
    for (const [name, times] of names) {
      const found = count(sentence, name);
      if (times.indexOf(found) === -1) fail(`${name} is there ${found} times`);
    }
  }

  for (const action of actions) {
    it(`describes ${JSON.stringify(action)} in a proper sentence`, () => {
      for (const object of objects) {
        for (const by of actors) {
          for (const target of targets) {
            const [byUser, byDomain] = splitUser(by);
            const [affectedUser, affectedDomain] = splitUser(target);
            const named = byUser !== "" && byUser !== "System";
            // What a sentence has room for: a card leaves out the domain of a nameless actor.
            const users = new Map([
              ["Maria", [by.indexOf("Maria") === 0 ? 1 : 0]],
              ["2104", [byUser === "2104" || affectedUser === "2104" ? 1 : 0]],
              ["System", [0]],
            ]);
            const domains = [byUser === "System" ? "" : byDomain, affectedDomain];
            const long = new Map(users);
            const card = new Map(users);
            for (const domain of ["h.example", "n.example"]) {
              const known = domains.indexOf(domain) !== -1;
              long.set(domain, [known ? 1 : 0]);
              card.set(domain, known && (named || affectedDomain === domain) ? [1] : [0]);
            }
            // The sentence about an authenticator has no object; all others name an object without its own noun.
            if (!/^googleauth/.test(action)) {
              for (const names of [long, card]) names.set("“zz-object”", [object === "zz-object" ? 1 : 0]);
            }
            for (const [byIp, when] of ends) {
              const told = readFacts({ action, object, byUser, byDomain, affectedUser, affectedDomain, byIp });
              long
                .set("192.0.2.7", [byIp === "" ? 0 : 1])
                .set(WHEN.date, [when ? 1 : 0])
                .set(WHEN.time, [when ? 1 : 0]);
              check(english.summary(told, when), long, [byUser, affectedUser]);
              if (when && byIp) check(english.shortSummary(told), card, [byUser, affectedUser]);
            }
          }
        }
      }
    });
  }
});
