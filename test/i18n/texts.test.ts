import { expect } from "@open-wc/testing";
import { DEFAULT_TAXONOMY } from "../../src/core/taxonomy/vocabulary.js";
import { en } from "../support/english.js";
import type { Strings } from "../../src/i18n/strings.js";
import { LANGUAGES, listTexts } from "./test-languages.js";

/** Takes the role of any argument of a text: a word, a number with its text, a switch that is on. */
const sample = (text: string, number = 3) => Object.assign(new String(text), { number, text });
const WORDS = ["Qa", "Qb", "Qc", "Qd", "Qe"];
/** Where one of a few words or a list is expected, one of those. */
const CHOICES: Readonly<Record<string, Readonly<Record<number, unknown>>>> = {
  rangeProblem: { 0: "not-a-date" },
  rangeSummary: { 2: [{ forward: true, date: "Qc" }] },
  announceExport: { 0: "stopped" },
  failedLogin: { 0: "bad-password" },
  timelinePart: { 1: "Qb" },
  timelineList: { 0: ["Qa", "Qb"] },
  timelineSentence: { 1: ["Qb", "Qc"] },
  // These have more than three numbers and names.
  findingBadPasswords: { 2: "nothing" },
  findingNewAddress: {},
  findingNewClient: {},
  findingUnusualHours: {},
  findingOutsideChange: {},
};
const createArguments = (path: string, number?: number) =>
  WORDS.map((word, at) => CHOICES[path]?.[at] ?? sample(word, number));

/** Names that no language translates. */
const NAMES = /^(?:noValue|utcOffset|exportFormats\..*)$/;
/** The same word in both languages. */
const ALIKE: Readonly<Record<string, RegExp>> = {
  es: /^(?:(?:short)?[tT]extFilters\.host|factHost|localZone)$/,
  fr: /^(?:widthInPixels|exportFormat|actionFilter|columnNames\.action|factAction|detailsLabels\.action|factClient|shortTextFilters\.client|pagination|pageNumber|localZone)$/,
};
/** Where a number alone decides. */
const NUMBERS = [0, 1, 2, 3, 11, 100];

const english = new Map(listTexts(en));

for (const [tag, name, strings] of LANGUAGES) {
  describe(`the texts in ${name}`, () => {
    const texts = listTexts(strings);

    it("have the same names as the English ones", () => {
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
      it(`have the numbers and names of English in ${path}`, () => {
        const said = String(text(...createArguments(path)));
        const told = String((original as typeof text)(...createArguments(path)));
        expect(said).to.match(/\S/);
        if (!NAMES.test(path) && !ALIKE[tag]?.test(path) && /[a-z]{3}/.test(told)) expect(said).not.to.equal(told);
        for (const word of WORDS) {
          if (told.indexOf(word) !== -1) expect(said, `${word} of “${told}”`).to.contain(word);
        }
      });

      it(`have a form of ${path} for every number`, () => {
        for (const number of NUMBERS) {
          const plain = CHOICES[path] ? createArguments(path, number) : [number, number, true];
          const empty = String((original as typeof text)(...createArguments(path, number))) === "";
          for (const said of [text(...createArguments(path, number)), text(...plain)]) {
            expect(String(said)).not.to.match(/#|NaN|\[object/);
          }
          if (!empty) expect(String(text(...createArguments(path, number)))).to.match(/\S/);
        }
      });
    }
  });
}

describe("choices and lists", () => {
  /** Every choice a text knows, with what must differ between them. */
  const listNamedTexts = (strings: Strings): Readonly<Record<string, readonly string[]>> => ({
    problems: (["not-a-date", "not-a-time", "end-before-start"] as const).map((one) => strings.rangeProblem(one, "Qa")),
    turns: [[], [true], [false], [true, false]].map((changes) =>
      strings.rangeSummary(
        "Qa",
        "Qb",
        changes.map((forward, at) => ({ forward, date: ["Qc", "Qd"][at]! })),
      ),
    ),
    clock: (["skipped", "twice"] as const).map((kind) => strings.clockNote(kind, "Qa", "Qb", "Qc")),
    jobs: (["running", "done", "failed", "stopped"] as const).map((one) => strings.announceExport(one, sample("Qa"))),
    formats: (["csv", "json"] as const).map((one) => strings.exportLoadedNote(sample("Qa"), sample("Qb"), one)),
  });
  const originals = listNamedTexts(en);

  for (const [, name, strings] of LANGUAGES) {
    it(`each have their own text in ${name}`, () => {
      for (const [kind, texts] of Object.entries(listNamedTexts(strings))) {
        expect([...new Set(texts)], kind).to.have.length(texts.length);
        for (const [at, text] of texts.entries()) {
          expect(text).to.match(/\S/).and.not.equal(originals[kind]![at]);
          for (const word of WORDS) {
            if (originals[kind]![at]!.indexOf(word) !== -1) expect(text, kind).to.contain(word);
          }
        }
      }
    });

    it(`have names that contain their visible word in ${name}`, () => {
      expect(strings.toggleColumns).to.contain(strings.columns);
      expect(strings.timezoneIs("Qa")).to.contain(strings.timezone);
      expect(strings.objectsChosen("Qa")).to.contain(strings.objectsFilter);
    });
  }
});

describe("names of actions, objects and categories", () => {
  const { actions, objects } = DEFAULT_TAXONOMY;
  const keys = [
    ...actions.map(({ id }) => id),
    ...objects.flatMap(({ category, items }) => [category, ...items.map(({ id }) => id)]),
  ];
  for (const [, name, { taxonomyLabels }] of LANGUAGES) {
    it(`are complete in ${name}`, () => {
      expect(Object.keys(taxonomyLabels).sort()).to.deep.equal([...keys].sort());
      for (const label of Object.values(taxonomyLabels)) expect(label).to.match(/^[^\s#/]+/);
    });
  }
});

describe("sentences about what was searched", () => {
  // Arabic shortens no month, and its times end without a stop.
  for (const [tag, name, strings] of LANGUAGES.filter(([tag]) => tag !== "ar")) {
    it(`end with one full stop after a shortened word in ${name}`, () => {
      const count = { number: 3, text: "3" };
      const short = tag === "es" ? "7:29 a. m." : "23 nov.";
      const said = [
        strings.coverageWhole(count, "Qa", short),
        strings.coverageSoFar(count, short),
        strings.coverageOldest(short),
        ...[true, false].map((isFiltered) => strings.emptyRead({ number: 0, text: "0" }, "Qa", short, isFiltered)),
      ];
      for (const one of said) expect(one).to.match(/\.$/).and.not.contain("..");
    });
  }

  it("count in French the found events, not the wanted ones", () => {
    const createNumber = (number: number) => ({ number, text: String(number) });
    const fr = LANGUAGES.find(([one]) => one === "fr")![2];
    expect([0, 1, 2].map((found) => fr.scanFound(createNumber(found), createNumber(10)))).to.deep.equal([
      "0 trouvé sur 10",
      "1 trouvé sur 10",
      "2 trouvés sur 10",
    ]);
  });
});

describe("plural forms", () => {
  const createNumber = (number: number) => ({ number, text: String(number) });
  const getTexts = (tag: string) => LANGUAGES.find(([one]) => one === tag)![2];
  const listCounts = (tag: string) => NUMBERS.map((number) => getTexts(tag).loadedEvents(createNumber(number)));

  it("are two in Spanish", () => {
    expect(listCounts("es")).to.deep.equal([
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
    expect(listCounts("fr")).to.deep.equal(["0 événement", "1 événement", ...some]);
  });

  it("go with rows, pages, objects and zones", () => {
    const [es, fr, ar] = [getTexts("es"), getTexts("fr"), getTexts("ar")];
    const listSentences = ({ exportRows, objectsSelected, announceObjects, announceZones }: Strings, number: number) =>
      [exportRows, objectsSelected, announceObjects, announceZones].map((text) => text(createNumber(number)));
    expect(listSentences(es, 1)).to.deep.equal(["1 fila", "1 seleccionado", "1 objeto encontrado.", "1 zona horaria"]);
    expect(listSentences(es, 2)).to.deep.equal([
      "2 filas",
      "2 seleccionados",
      "2 objetos encontrados.",
      "2 zonas horarias",
    ]);
    expect(listSentences(fr, 0)).to.deep.equal(["0 ligne", "0 sélectionné", "0 objet trouvé.", "0 fuseau horaire"]);
    expect(listSentences(fr, 2)).to.deep.equal([
      "2 lignes",
      "2 sélectionnés",
      "2 objets trouvés.",
      "2 fuseaux horaires",
    ]);
    for (const text of ["exportRows", "objectsSelected", "announceObjects"] as const) {
      const forms = NUMBERS.map((number) => ar[text](createNumber(number)).split(String(number)).join("#"));
      expect([...new Set(forms)], text).to.have.length(NUMBERS.length);
    }
    expect(ar.exportLoadedNote(createNumber(3), createNumber(2), "csv")).to.contain("3 صفوف من صفحتين");
    expect(ar.exportDone(createNumber(11), createNumber(8), "Qa")).to.contain("11 صفًا، 8 أعمدة، Qa");
  });

  it("are six in Arabic", () => {
    const formatDigits = (number: number) => new Intl.NumberFormat("ar").format(number);
    expect(listCounts("ar")).to.deep.equal([
      "لا أحداث",
      "حدث واحد",
      "حدثان",
      `${formatDigits(3)} أحداث`,
      `${formatDigits(11)} حدثًا`,
      `${formatDigits(100)} حدث`,
    ]);
  });
});
