import { expect } from "@open-wc/testing";
import type { SentencePart } from "../../src/core/summary.js";
import { DEFAULT_TAXONOMY } from "../../src/core/taxonomy/vocabulary.js";
import { readFacts, joinText, WHEN, splitUser } from "./en/support.js";
import { LANGUAGES } from "./test-languages.js";
import { CASES, MARIA, U2104 } from "./sentence-cases.js";

function writeSentence(action: string, object: string, by: string, affected: string, byIp = "") {
  const [byUser, byDomain] = splitUser(by);
  const [affectedUser, affectedDomain] = splitUser(affected);
  return readFacts({ action, object, byUser, byDomain, affectedUser, affectedDomain, byIp, host: "core2.example" });
}

describe("sentences about events", () => {
  for (const [tag, , strings] of LANGUAGES) {
    for (const [action, object, by, affected, sentence] of CASES[tag] ?? []) {
      it(`say: ${sentence}`, () => {
        expect(joinText(strings.summary(writeSentence(action, object, by, affected), undefined))).to.equal(sentence);
      });
    }
  }

  const [[, , es], [, , fr], [, , ar]] = LANGUAGES as [
    (typeof LANGUAGES)[0],
    (typeof LANGUAGES)[0],
    (typeof LANGUAGES)[0],
  ];

  it("are short on a card", () => {
    const facts = writeSentence("update", "answerrule", MARIA, U2104);
    expect(joinText(es.shortSummary(facts))).to.equal(
      "maria.ortiz@harborline.example modificó la regla de respuesta de 2104@northgate.example.",
    );
    expect(joinText(fr.shortSummary(writeSentence("delete", "route", "", "admin@northgate.example")))).to.equal(
      "Une route d’admin@northgate.example a été supprimée.",
    );
    expect(joinText(ar.shortSummary(facts))).to.equal(
      "قام maria.ortiz@harborline.example بتعديل قاعدة الرد لـ 2104@northgate.example.",
    );
  });

  it("end with the address and the time", () => {
    const facts = writeSentence("logout", "", "2104", "", "203.0.113.24");
    expect(joinText(es.summary(facts, { date: "domingo, 22 de noviembre", time: "1:05 p. m." }))).to.equal(
      "2104 cerró sesión, desde 203.0.113.24, el domingo, 22 de noviembre, a la 1:05 p. m.",
    );
    expect(joinText(es.summary(facts, { date: "domingo, 22 de noviembre", time: "13:05" }))).to.equal(
      "2104 cerró sesión, desde 203.0.113.24, el domingo, 22 de noviembre, a las 13:05.",
    );
    expect(joinText(fr.summary(facts, { date: "dimanche 22 novembre", time: "13:05" }))).to.equal(
      "2104 a fermé sa session, depuis 203.0.113.24, le dimanche 22 novembre à 13:05.",
    );
    expect(joinText(ar.summary(facts, { date: "الأحد، 22 نوفمبر", time: "1:05 م" }))).to.equal(
      "قام 2104 بتسجيل الخروج، من 203.0.113.24، يوم الأحد، 22 نوفمبر الساعة 1:05 م.",
    );
  });

  it("put the address of a change into parentheses", () => {
    const facts = writeSentence("update", "answerrule", MARIA, U2104, "203.0.113.24");
    expect(joinText(es.summary(facts, { date: "domingo, 22 de noviembre", time: "13:05" }))).to.equal(
      "maria.ortiz de harborline.example modificó la regla de respuesta del usuario 2104 de northgate.example (IP 203.0.113.24), el domingo, 22 de noviembre, a las 13:05.",
    );
    expect(joinText(fr.summary(facts, undefined))).to.match(/northgate\.example \(IP 203\.0\.113\.24\)\.$/);
    expect(joinText(ar.summary(facts, undefined))).to.match(/northgate\.example \(IP 203\.0\.113\.24\)\.$/);
  });

  it("keep every name in Arabic apart from the words around it", () => {
    const names = ["maria.ortiz", "harborline.example", "2104", "northgate.example", "2001:db8::1", "«purge»"];
    const parts = ar.summary(writeSentence("purge", "", MARIA, U2104, "2001:db8::1"), undefined);
    const isolated = parts.filter((part) => part.strong || part.name).map((part) => part.text);
    expect(isolated).to.have.members(names);
  });
});

describe("sentences about any event", () => {
  const actions = [
    ...DEFAULT_TAXONOMY.actions.flatMap((item) => item.send),
    ...["upload", "login_badpassword", "login failed", "login-odd-error", "logout failed", "googleauth failed"],
    ...["create failed", "load error", "purge", ""],
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
    "System",
    "@h.example",
    "@n.example",
    "",
  ];
  const targets = ["2104@n.example", "2104", "@n.example", ""];
  const count = (whole: string, part: string) => whole.split(part).length - 1;

  /** What is never right in a language, besides what is wrong in all of them. */
  const WRONG: Readonly<Record<string, RegExp>> = {
    es: /\b(?:de|a) el\b|\b(?:de|para|en|por|como|sobre|el|la|un|una)[.,:]/,
    fr: /\bde le\b|\bà le\b|\bde les\b|\b[dl]e (?=[aeiouéèêô])|\b(?:de|du|pour|sur|par|le|la|un|une)[.,:]|(?<![\u00A0\d]):/,
    ar: /(?:^|\s)(?:[لب]\s|لال)|\s(?:من|في|على|إلى|بشأن|باسم)[.،:]/,
  };

  for (const [tag, name, strings] of LANGUAGES) {
    const check = (parts: readonly SentencePart[], names: ReadonlyMap<string, boolean>) => {
      const sentence = joinText(parts);
      const fail = (why: string) => expect.fail(`${why}: ${sentence}`);
      if (tag !== "ar" && !/^[\p{Lu}]/u.test(sentence) && !parts[0]?.strong) fail("beginning");
      if (tag === "ar" && !/^\p{Script=Arabic}/u.test(sentence)) fail("beginning");
      if (!/[^.]\.$/.test(sentence)) fail("end");
      if (/ {2}|\s$|^\s| [.,،;)]|\( |,,|\.\.|::/.test(sentence)) fail("spacing");
      if (/undefined|null|NaN|\[object|#/.test(sentence)) fail("leak");
      if (/(?<!\S)(\p{L}+) \1(?!\S)/u.test(sentence)) fail("doubled word");
      if (WRONG[tag]?.test(sentence)) fail("grammar");
      if (parts.some((part) => part.text === "")) fail("empty part");
      for (const [named, isThere] of names) {
        if (count(sentence, named) !== (isThere ? 1 : 0)) fail(`${named} is there ${count(sentence, named)} times`);
      }
    };

    for (const action of actions) {
      it(`describe ${JSON.stringify(action)} in a proper ${name} sentence`, () => {
        for (const object of objects) {
          for (const by of actors) {
            for (const target of targets) {
              const [byUser, byDomain] = splitUser(by);
              const [affectedUser, affectedDomain] = splitUser(target);
              const isNamed = byUser !== "" && byUser !== "System";
              const domains = [byUser === "System" ? "" : byDomain, affectedDomain];
              const long = new Map([
                ["Maria", byUser === "Maria"],
                ["2104", byUser === "2104" || affectedUser === "2104"],
                ["System", false],
              ]);
              const card = new Map(long);
              for (const domain of ["h.example", "n.example"]) {
                const known = domains.indexOf(domain) !== -1;
                long.set(domain, known);
                card.set(domain, known && (isNamed || affectedDomain === domain));
              }
              if (!/^googleauth/.test(action))
                for (const names of [long, card]) names.set("zz-object", object === "zz-object");
              const event = readFacts({
                action,
                object,
                byUser,
                byDomain,
                affectedUser,
                affectedDomain,
                byIp: "192.0.2.7",
              });
              long.set("192.0.2.7", true).set(WHEN.date, true).set(WHEN.time, true);
              check(strings.summary(event, WHEN), long);
              check(strings.shortSummary(event), card);
            }
          }
        }
      });
    }
  }
});
