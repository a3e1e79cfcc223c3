import { expect } from "@open-wc/testing";
import { en as start } from "../../src/i18n/en.js";
import { summary } from "../../src/i18n/en/summary.js";
import { domains } from "../../src/features/domains/texts/en.js";
import { breakdown } from "../../src/features/explore/texts/breakdown-en.js";
import { counting } from "../../src/features/explore/texts/counting-en.js";
import { findings } from "../../src/features/explore/texts/findings-en.js";
import { timeline } from "../../src/features/explore/texts/timeline-en.js";
import { dateRange } from "../../src/i18n/en/date-range.js";
import { nothingFound } from "../../src/i18n/en/nothing-found.js";
import { objectsList } from "../../src/i18n/en/objects-list.js";
import { timezones } from "../../src/i18n/en/timezones.js";
import { coverageNotes } from "../../src/i18n/en/coverage-notes.js";
import { exports } from "../../src/features/export/texts/en.js";
import { en } from "../support/english.js";
import { Languages, type LanguageSources } from "../../src/i18n/languages.js";
import type { Strings } from "../../src/i18n/strings.js";

/** A language that arrives, or fails to, when the test says so. */
function createDelivery() {
  const asked: { arrive: (language: Strings) => void; fail: () => void }[] = [];
  const load = () =>
    new Promise<{ language: Strings }>((resolve, reject) =>
      asked.push({ arrive: (language) => resolve({ language }), fail: () => reject(new Error("offline")) }),
    );
  return { asked, load };
}

const turn = () => new Promise((resolve) => setTimeout(resolve));

function createStage(loaders: LanguageSources) {
  const changes: string[] = [];
  const failures: string[] = [];
  const languages = new Languages(
    () => changes.push("change"),
    (name) => failures.push(name),
    loaders,
  );
  return { languages, changes, failures };
}

const SPANISH: Strings = { ...en, searchButton: "Buscar" };
const ARABIC: Strings = { ...en, searchButton: "بحث" };

/** The texts of parts of views. */
const parts = [coverageNotes, dateRange, nothingFound, objectsList, timezones];

describe("languages", () => {
  it("show English until the language is loaded, and report when it is", async () => {
    const es = createDelivery();
    const { languages, changes } = createStage({ es: { direction: "ltr", load: es.load } });
    expect(languages.of("es-MX")).to.include({ strings: start, tag: "en", direction: "ltr" });
    expect(languages.of("es-MX").mayGet("summary")).to.equal(true);
    languages.of("es-MX");
    expect(es.asked).to.have.length(1);
    es.asked[0]!.arrive(SPANISH);
    await turn();
    expect(changes).to.have.length(1);
    expect(languages.of("es-MX")).to.include({ strings: SPANISH, tag: "es-MX", direction: "ltr" });
    expect(languages.of("es-MX").mayGet("summary")).to.equal(false);
    expect(es.asked).to.have.length(1);
  });

  it("show the last set language, in whatever order they load", async () => {
    const [es, ar] = [createDelivery(), createDelivery()];
    const { languages, changes } = createStage({
      es: { direction: "ltr", load: es.load },
      ar: { direction: "rtl", load: ar.load },
    });
    languages.of("es");
    languages.of("ar-EG");
    ar.asked[0]!.arrive(ARABIC);
    await turn();
    es.asked[0]!.arrive(SPANISH);
    await turn();
    expect(changes).to.have.length(1);
    expect(languages.of("ar-EG").strings).to.equal(ARABIC);
  });

  it("do not change direction when a right-to-left language is loaded", async () => {
    const ar = createDelivery();
    const { languages } = createStage({ ar: { direction: "rtl", load: ar.load } });
    expect(languages.of("ar").direction).to.equal("rtl");
    ar.asked[0]!.arrive(ARABIC);
    await turn();
    expect(languages.of("ar").direction).to.equal("rtl");
  });

  it("stay English if a language cannot be fetched, and try again at the next change", async () => {
    const ar = createDelivery();
    const { languages, changes, failures } = createStage({ ar: { direction: "rtl", load: ar.load } });
    languages.of("ar");
    ar.asked[0]!.fail();
    await turn();
    expect(failures).to.deep.equal(["ar"]);
    expect(changes).to.have.length(1);
    // The picture that follows the failure asks for nothing.
    expect(languages.of("ar")).to.include({ strings: start, tag: "en", direction: "ltr" });
    expect(ar.asked).to.have.length(1);
    languages.of("ar");
    expect(ar.asked).to.have.length(2);
    ar.asked[1]!.arrive(ARABIC);
    await turn();
    expect(languages.of("ar").strings).to.equal(ARABIC);
  });

  it("try a failed language again at once after another one", async () => {
    const es = createDelivery();
    const { languages, changes } = createStage({ es: { direction: "ltr", load: es.load } });
    languages.of("es");
    languages.of("en");
    es.asked[0]!.fail();
    await turn();
    expect(changes).to.have.length(0);
    languages.of("es");
    expect(es.asked).to.have.length(2);
  });

  it("are English for an unknown language", () => {
    const { languages } = createStage({});
    for (const locale of ["en-GB", "de", "he"]) {
      expect(languages.of(locale), locale).to.include({ strings: start, direction: "ltr" });
    }
    expect(languages.of("en-GB").tag).to.equal("en-GB");
    expect(languages.of("de").tag).to.equal("en");
  });

  it("add the English texts of results and features once, and report when they are loaded", async () => {
    const { languages, changes } = createStage({});
    expect(languages.of("en").strings).to.equal(start);
    await languages.loadSentences();
    await languages.loadSentences();
    expect(changes).to.have.length(1);
    languages.addEnglish(exports);
    languages.addEnglish(exports);
    expect(changes).to.have.length(2);
    for (const texts of [domains, counting, timeline, breakdown, findings, ...parts]) languages.addEnglish(texts);
    expect(languages.of("en").strings).to.deep.equal(en);
    expect(languages.of("de").strings).to.deep.equal(en);
  });

  it("recognize the name of each late English text before it is loaded", async () => {
    const { languages } = createStage({});
    const late = [
      { texts: summary, add: () => languages.loadSentences() },
      { texts: domains, add: () => languages.addEnglish(domains) },
      ...[exports, counting, timeline, breakdown, findings, ...parts].map((texts) => ({
        texts,
        add: () => languages.addEnglish(texts),
      })),
    ];
    for (const { texts, add } of late) {
      for (const name of Object.keys(texts)) expect(languages.of("en").mayGet(name), name).to.equal(true);
      await add();
      for (const name of Object.keys(texts)) expect(languages.of("en").mayGet(name), name).to.equal(false);
    }
    for (const name of Object.keys(start)) expect(languages.of("en").mayGet(name), name).to.equal(false);
  });

  it("reject a text whose name does not look like theirs", () => {
    expect(createStage({}).languages.of("en").mayGet("serchButton")).to.equal(false);
  });
});
