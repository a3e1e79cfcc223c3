import { expect } from "@open-wc/testing";
import { DEFAULT_TAXONOMY } from "../../src/domain/vocabulary.js";
import { en } from "../../src/i18n/en.js";
import { LANGUAGES, textsOf } from "./spoken.js";

/** Stands for whatever a text may be given: a word, a number with its writing, a switch that is on. */
const sample = (text: string, number = 3) => Object.assign(new String(text), { number, text });
const WORDS = ["Qa", "Qb", "Qc", "Qd", "Qe"];
/** Where one of a few words or a list is expected, one of those. */
const CHOICES: Readonly<Record<string, Readonly<Record<number, unknown>>>> = {
  rangeProblem: { 0: "not-a-date" },
  rangeSummary: { 2: [{ forward: true, date: "Qc" }] },
  announceExport: { 0: "stopped" },
};
const given = (path: string, number?: number) => WORDS.map((word, at) => CHOICES[path]?.[at] ?? sample(word, number));

/** Names that no language translates. */
const NAMES = /^(?:noValue|utcOffset|exportFormats\..*)$/;
/** The same word in both languages. */
const ALIKE: Readonly<Record<string, RegExp>> = {
  es: /^(?:(?:short)?[tT]extFilters\.host|factHost)$/,
  fr: /^(?:widthInPixels|exportFormat|actionFilter|columnNames\.action|factAction|detailsLabels\.action|factClient|shortTextFilters\.client|pagination|pageNumber)$/,
};
/** Where a number alone decides. */
const NUMBERS = [0, 1, 2, 3, 11, 100];

const english = new Map(textsOf(en));

for (const [tag, name, strings] of LANGUAGES) {
  describe(`the texts in ${name}`, () => {
    const texts = textsOf(strings);

    it("are those of English, none more and none less", () => {
      expect(texts.map(([path]) => path).sort()).to.deep.equal([...english.keys()].sort());
    });

    for (const [path, text] of texts) {
      const original = english.get(path);
      if (typeof text === "string") {
        it(`have a text for ${path}`, () => {
          expect(text).to.match(/\S/);
          if (!NAMES.test(path) && !ALIKE[tag]?.test(path)) expect(text).not.to.equal(original);
        });
        continue;
      }
      it(`say with ${path} what English says`, () => {
        const said = String(text(...given(path)));
        const told = String((original as typeof text)(...given(path)));
        expect(said).to.match(/\S/);
        if (!NAMES.test(path) && !ALIKE[tag]?.test(path) && /[a-z]{3}/.test(told)) expect(said).not.to.equal(told);
        for (const word of WORDS) {
          if (told.indexOf(word) !== -1) expect(said, `${word} of “${told}”`).to.contain(word);
        }
      });

      it(`have a form of ${path} for every number`, () => {
        for (const number of NUMBERS) {
          const plain = CHOICES[path] ? given(path, number) : [number, number, true];
          const empty = String((original as typeof text)(...given(path, number))) === "";
          for (const said of [text(...given(path, number)), text(...plain)]) {
            expect(String(said)).not.to.match(/#|NaN|\[object/);
          }
          if (!empty) expect(String(text(...given(path, number)))).to.match(/\S/);
        }
      });
    }
  });
}

describe("names of actions, objects and categories", () => {
  const { actions, objects } = DEFAULT_TAXONOMY;
  const keys = [
    ...actions.map(({ id }) => id),
    ...objects.flatMap(({ category, items }) => [category, ...items.map(({ id }) => id)]),
  ];
  for (const [, name, { taxonomyLabels }] of LANGUAGES) {
    it(`are all there in ${name}`, () => {
      expect(Object.keys(taxonomyLabels).sort()).to.deep.equal([...keys].sort());
      for (const label of Object.values(taxonomyLabels)) expect(label).to.match(/^[^\s#/]+/);
    });
  }
});

describe("plural forms", () => {
  const counts = (tag: string) => {
    const [, , strings] = LANGUAGES.find(([one]) => one === tag)!;
    return NUMBERS.map((number) => strings.loadedEvents(number));
  };

  it("are two in Spanish", () => {
    expect(counts("es")).to.deep.equal([
      "0 eventos",
      "1 evento",
      "2 eventos",
      "3 eventos",
      "11 eventos",
      "100 eventos",
    ]);
  });

  it("are two in French, where nothing is singular", () => {
    const some = ["2 événements", "3 événements", "11 événements", "100 événements"];
    expect(counts("fr")).to.deep.equal(["0 événement", "1 événement", ...some]);
  });

  it("are six in Arabic", () => {
    const digits = (number: number) => new Intl.NumberFormat("ar").format(number);
    expect(counts("ar")).to.deep.equal([
      "لا أحداث",
      "حدث واحد",
      "حدثان",
      `${digits(3)} أحداث`,
      `${digits(11)} حدثًا`,
      `${digits(100)} حدث`,
    ]);
  });
});
