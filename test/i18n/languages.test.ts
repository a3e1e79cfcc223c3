import { expect } from "@open-wc/testing";
import { en as start } from "../../src/i18n/en.js";
import { en } from "../support/english.js";
import { Languages, type LanguageSources } from "../../src/i18n/languages.js";
import type { Strings } from "../../src/i18n/strings.js";

/** A language that arrives, or fails to, when the test says so. */
function delivery() {
  const asked: { arrive: (language: Strings) => void; fail: () => void }[] = [];
  const load = () =>
    new Promise<{ language: Strings }>((resolve, reject) =>
      asked.push({ arrive: (language) => resolve({ language }), fail: () => reject(new Error("offline")) }),
    );
  return { asked, load };
}

const turn = () => new Promise((resolve) => setTimeout(resolve));

function stage(loaders: LanguageSources) {
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

describe("languages", () => {
  it("show English until the language has arrived, and tell when it has", async () => {
    const es = delivery();
    const { languages, changes } = stage({ es: { direction: "ltr", load: es.load } });
    expect(languages.of("es-MX")).to.deep.equal({ strings: start, tag: "en", direction: "ltr", isComplete: false });
    languages.of("es-MX");
    expect(es.asked).to.have.length(1);
    es.asked[0]!.arrive(SPANISH);
    await turn();
    expect(changes).to.have.length(1);
    expect(languages.of("es-MX")).to.deep.equal({ strings: SPANISH, tag: "es-MX", direction: "ltr", isComplete: true });
    expect(es.asked).to.have.length(1);
  });

  it("show the language asked for last, whichever arrives last", async () => {
    const [es, ar] = [delivery(), delivery()];
    const { languages, changes } = stage({
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

  it("do not turn around when a language arrives that is written from right to left", async () => {
    const ar = delivery();
    const { languages } = stage({ ar: { direction: "rtl", load: ar.load } });
    expect(languages.of("ar").direction).to.equal("rtl");
    ar.asked[0]!.arrive(ARABIC);
    await turn();
    expect(languages.of("ar").direction).to.equal("rtl");
  });

  it("stay English when a language cannot be fetched, and try again at the next change", async () => {
    const ar = delivery();
    const { languages, changes, failures } = stage({ ar: { direction: "rtl", load: ar.load } });
    languages.of("ar");
    ar.asked[0]!.fail();
    await turn();
    expect(failures).to.deep.equal(["ar"]);
    expect(changes).to.have.length(1);
    // The picture that follows the failure asks for nothing.
    expect(languages.of("ar")).to.deep.equal({ strings: start, tag: "en", direction: "ltr", isComplete: false });
    expect(ar.asked).to.have.length(1);
    languages.of("ar");
    expect(ar.asked).to.have.length(2);
    ar.asked[1]!.arrive(ARABIC);
    await turn();
    expect(languages.of("ar").strings).to.equal(ARABIC);
  });

  it("try again at once what failed while another language was wanted", async () => {
    const es = delivery();
    const { languages, changes } = stage({ es: { direction: "ltr", load: es.load } });
    languages.of("es");
    languages.of("en");
    es.asked[0]!.fail();
    await turn();
    expect(changes).to.have.length(0);
    languages.of("es");
    expect(es.asked).to.have.length(2);
  });

  it("are English for a language that is not spoken", () => {
    const { languages } = stage({});
    for (const locale of ["en-GB", "de", "he"]) {
      expect(languages.of(locale), locale).to.include({ strings: start, direction: "ltr" });
    }
    expect(languages.of("en-GB").tag).to.equal("en-GB");
    expect(languages.of("de").tag).to.equal("en");
  });

  it("complete the English texts once, and tell when they are there", async () => {
    const { languages, changes } = stage({});
    expect(languages.of("en")).to.include({ strings: start, isComplete: false });
    await languages.loadLateEnglish();
    await languages.loadLateEnglish();
    expect(changes).to.have.length(1);
    expect(languages.of("en").strings).to.deep.equal(en);
    expect(languages.of("de")).to.deep.include({ strings: en, isComplete: true });
  });
});
