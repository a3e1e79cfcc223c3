import { expect } from "@open-wc/testing";
import { createLanguages } from "../../src/element/properties/environment.js";
import type { AuditLogViewer } from "../../src/index.js";
import { findAxeProblems, getRules } from "../support/axe.js";
import { click, fill } from "../support/user-input.js";
import { getAll, findClosest, get, findElement, getName, getPart, getParts, getText } from "../support/screen.js";
import { getDialog, getRangeField } from "./date-range-support.js";
import { listenToWarnings } from "./element-support.js";
import { cleanUp, waitForRender, showViewer, waitUntil } from "./support.js";

/** The element of the viewer that gives its texts a language and a direction. */
const getLanguageBox = (viewer: AuditLogViewer) => {
  const found = findClosest(get(viewer, "search"), "[lang]") as HTMLElement;
  expect(found.getRootNode() === viewer.shadowRoot, "the viewer's own").to.equal(true);
  return found;
};

/** The texts of the filters and the names of their groups. */
const readFilters = (viewer: AuditLogViewer) => {
  const form = get(viewer, "search");
  return [getText(form), ...getAll(form, "group").map(getName)].join(" ");
};

const waitForText = (viewer: AuditLogViewer, text: string) =>
  waitUntil(() => readFilters(viewer).indexOf(text) !== -1, `the text ${text}`);

const readResults = (viewer: AuditLogViewer) => getParts(viewer, "results").map(getText).join("");

describe("languages", () => {
  afterEach(() => {
    cleanUp();
    document.documentElement.removeAttribute("lang");
    document.documentElement.removeAttribute("dir");
  });

  it("include Spanish for the locale of any Spanish-speaking region", async () => {
    const { viewer } = await showViewer({ locale: "es-MX", view: "cards" });
    await waitForText(viewer, "Realizado por");
    expect(getLanguageBox(viewer).lang).to.equal("es-MX");
    expect(readFilters(viewer)).to.contain("Inicio de sesión");
    await viewer.search();
    await waitUntil(() => /\p{L} (?:inició|modificó|creó|cerró|eliminó) /u.test(readResults(viewer)), "sentences");
    expect(get(viewer, "status").lang).to.equal("es-MX");
    expect(getText(get(viewer, "status"))).to.contain("Página 1, 10 eventos");
    const pages = getText(get(viewer, "navigation", "Paginación"));
    expect(pages).to.match(/Página 1 (?:hay más|eventos anteriores sin buscar) Anterior Siguiente/);
    // "7:29 a.m." brings its own full stop.
    expect(getText(viewer)).to.match(/Se revisaron \d+ registros,? desde .+? [ap]\.\s?m\.(?!\.)/);
  });

  it("write counts in the digits of the user's region", async () => {
    const { viewer, server, clock } = await showViewer({ locale: "ar-EG" }, { width: 600 });
    await waitForText(viewer, "بحث");
    await viewer.search({ byUser: "*" });
    const region = get(viewer, "status");
    await waitUntil(() => /١٠/.test(region.textContent ?? ""), "the page in words");
    expect(region.textContent).to.match(/١.*١٠/).and.not.to.match(/[0-9]/);
    expect(readFilters(viewer)).to.match(/· ١/);
    const readHeadline = () => getText(get(getPart(viewer, "toolbar"), "heading").parentElement!);
    expect(readHeadline()).to.match(/١٠/).and.not.to.match(/[0-9]/);
    clock.time += 60_000;
    server.add(
      ...Array.from({ length: 3 }, (_, at) => ({ time: clock.time - 1000 * (at + 1), record: { "by-user": "x" } })),
    );
    await viewer.refresh();
    await waitUntil(() => /٣/.test(region.textContent ?? ""), "what is new");
    expect(readHeadline()).to.match(/٣/).and.not.to.match(/[0-9]/);
  });

  it("name objects and categories, and find them by these names", async () => {
    const { viewer } = await showViewer({ locale: "es" });
    await waitForText(viewer, "Buscar");
    await click(get(viewer, "button", /^Objetos/));
    const dialog = await waitUntil(() => findElement(viewer, "dialog", /^Objetos/), "the list");
    const search = await waitUntil(() => findElement(dialog, "combobox"), "the search field");
    await fill(search, "autenticación");
    const group = await waitUntil(() => findElement(dialog, "group", "Autenticación"), "the category");
    expect(getText(group)).to.contain("OAuth");
  });

  it("follow the language of the page", async () => {
    document.documentElement.lang = "fr";
    const { viewer } = await showViewer({ locale: undefined as never });
    await waitForText(viewer, "Effectué par");
    expect(getLanguageBox(viewer).lang).to.equal("fr");
  });

  it("follow another locale, and return to English for an unknown language", async () => {
    const { viewer } = await showViewer({ locale: "es" });
    await waitForText(viewer, "Buscar");
    viewer.locale = "fr-CA";
    await waitForText(viewer, "Rechercher");
    viewer.locale = "de";
    await waitForRender(viewer);
    await waitForText(viewer, "Performed by");
    expect(getLanguageBox(viewer).lang).to.equal("en");
  });

  it("do not translate the names of a page's own tables", async () => {
    const login = { id: "login", label: "Sign-on", color: "blue", send: ["login"], match: ["login*"] } as const;
    const { viewer } = await showViewer({ locale: "es", taxonomy: { actions: [login], objects: [] } });
    await waitForText(viewer, "Borrar");
    expect(readFilters(viewer)).to.contain("Sign-on");
  });

  it("allow single texts to be replaced", async () => {
    const { viewer } = await showViewer({ locale: "es", strings: { searchButton: "Encontrar" } });
    await waitForText(viewer, "Borrar");
    expect(readFilters(viewer)).to.contain("Encontrar");
  });

  it("allow the name of what is worth a look to be replaced", async () => {
    const { viewer } = await showViewer({ strings: { findings: "Start here" } as never, breakdown: true });
    await viewer.search();
    await waitUntil(() => findElement(viewer, "heading", "Start here"), "the findings");
  });

  it("allow single English texts to be replaced that are loaded later", async () => {
    const warnings = listenToWarnings();
    const { viewer } = await showViewer({
      strings: {
        coverageSent: (filters: string) => `The server knows ${filters}.`,
        emptyTitle: "Nothing here",
        rangeApply: "Take it",
        rangeCancel: 5,
      } as never,
    });
    await viewer.search({ affectedDomain: "abc-plumbing.example" });
    await waitUntil(
      () => /The server knows Affected domain/.test(getText(getPart(viewer, "coverage")!)),
      "the sentence about the server",
    );
    expect(warnings.said).to.deep.equal([]);
    await click(getRangeField(viewer));
    await waitUntil(() => findElement(viewer, "button", "Take it"), "the dates");
    expect(findElement(getDialog(viewer), "button", "Cancel")).to.not.equal(undefined);
    warnings.end();
    expect(warnings.said.join()).to.match(/`strings\.rangeCancel` must be a string; 5 is ignored/);
    await viewer.search({ byUser: "nobody-at-all" });
    await waitUntil(() => getParts(viewer, "state").some((state) => /Nothing here/.test(getText(state))), "the panel");
  });

  for (const theme of ["light", "dark"] as const) {
    it(`show Arabic from right to left, ${theme}`, async () => {
      const { viewer } = await showViewer({ locale: "ar", theme });
      expect(getLanguageBox(viewer).dir).to.equal("rtl");
      await waitForText(viewer, "نفّذه");
      await viewer.search();
      await waitUntil(() => getAll(viewer, "row").length > 1, "results");
      const [, first, last] = getAll(viewer, "columnheader");
      expect(first!.getBoundingClientRect().right).to.be.greaterThan(last!.getBoundingClientRect().right);
      get(get(viewer, "table"), "button").click();
      await waitUntil(() => getParts(viewer, "summary").some(getText), "details");
      const found = await findAxeProblems(viewer, getRules(theme));
      expect(found, found.join("\n")).to.deep.equal([]);
    });
  }

  it("leave the direction to a page that sets it, and to a page that sets its own language", async () => {
    document.documentElement.dir = "ltr";
    const { viewer } = await showViewer({ locale: "ar" });
    await waitForText(viewer, "نفّذه");
    expect(getLanguageBox(viewer).hasAttribute("dir")).to.equal(false);
    viewer.remove();
    document.documentElement.removeAttribute("dir");
    document.documentElement.lang = "ar";
    const { viewer: other } = await showViewer({ locale: undefined as never });
    await waitForText(other, "نفّذه");
    expect(getLanguageBox(other).hasAttribute("dir")).to.equal(false);
  });

  it("report once in the console that a language could not be fetched", async () => {
    const said: string[] = [];
    const warn = console.warn;
    console.warn = (text: string) => said.push(text);
    try {
      let changes = 0;
      const languages = createLanguages(() => (changes += 1), {
        es: { direction: "ltr", load: () => Promise.reject(new Error("offline")) },
      });
      for (const times of [1, 2]) {
        languages.of("es");
        await waitUntil(() => changes === times, "the failure");
        expect(languages.of("es").tag).to.equal("en");
      }
    } finally {
      console.warn = warn;
    }
    expect(said).to.deep.equal(['<audit-log-viewer> The texts in "es" could not be loaded; English is shown instead.']);
  });
});
