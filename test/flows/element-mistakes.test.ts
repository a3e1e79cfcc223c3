import { expect } from "@open-wc/testing";
import type { AuditLogViewer } from "../../src/index.js";
import { findElement } from "../support/screen.js";
import { cleanUp, waitForRender, showViewer } from "./support.js";
import { listenToWarnings, listNames } from "./element-support.js";

const findWarnings = (said: readonly string[], name: string) => said.filter((text) => text.indexOf(`\`${name}`) !== -1);

describe("wrong values from the page", () => {
  afterEach(() => {
    cleanUp();
    document.documentElement.lang = "en";
  });

  it("warns once of a bad value and keeps its default", async () => {
    const warnings = listenToWarnings();
    const { viewer } = await showViewer({
      view: "tiles" as never,
      pageSize: 7 as never,
      timezone: "Mars/Olympus",
      locale: "not a locale",
      theme: "pink" as never,
      density: "huge" as never,
      filters: { byUser: 7, range: { preset: "forever" }, unknown: 1 } as never,
    });
    await viewer.search();
    await waitForRender(viewer);
    viewer.requestUpdate();
    await waitForRender(viewer);
    warnings.end();
    expect(listNames(viewer)).to.have.length(10);
    for (const name of [
      "view",
      "page-size",
      "timezone",
      "locale",
      "theme",
      "density",
      "filters.byUser",
      "filters.range",
    ]) {
      expect(
        warnings.said.filter((text) => text.indexOf(`\`${name}\``) !== -1),
        name,
      ).to.have.length(1);
    }
  });

  const circle: Record<string, unknown> = {};
  const item = { id: "x", label: "X", color: "cyan", send: [] };
  const MISTAKES: [string, Record<string, unknown>, string][] = [
    ["no tables", { taxonomy: {} }, "taxonomy.actions"],
    ["an item without patterns", { taxonomy: { actions: [item], objects: [] } }, "taxonomy.actions[0].match"],
    [
      "a category without items",
      { taxonomy: { actions: [], objects: [{ category: "x" }] } },
      "taxonomy.objects[0].items",
    ],
    ["a text where a function belongs", { strings: { loadedEvents: "x" } }, "strings.loadedEvents"],
    ["a text in a group", { strings: { presets: { today: 5 } } }, "strings.presets.today"],
    ["a text of no use", { strings: { toString: "x" } }, "strings.toString"],
    ["texts that are none", { strings: 5 }, "strings`"],
    ["a number as a view", { view: 10n }, "view`"],
    ["a circle as a density", { density: circle }, "density`"],
    ["a symbol as a theme", { theme: Symbol("x") }, "theme`"],
    ["a redaction that is none", { redact: "x" }, "redact`"],
    ["no concurrency", { source: { concurrency: 0 } }, "source.concurrency"],
    ["minutes that are none", { source: { clockSkewMinutes: "x" } }, "source.clockSkewMinutes"],
    ["a zone that is none", { source: { naiveZone: "Mars/X" } }, "source.naiveZone"],
    ["half a budget, and that wrong", { source: { budget: { requests: "5" } } }, "source.budget.requests"],
    ["an option that is none", { source: { pagination: 1 } }, "source.pagination"],
    ["an action that is none", { filters: { actions: ["nope"] } }, "filters`"],
    ["a base that is none, beside an adapter", { apiBase: 5 }, ""],
  ];
  for (const [mistake, properties, name] of MISTAKES) {
    it(`keeps its default, and says so once: ${mistake}`, async () => {
      const warnings = listenToWarnings();
      try {
        const { viewer } = await showViewer(properties as Partial<AuditLogViewer>);
        await viewer.search();
        viewer.requestUpdate();
        await waitForRender(viewer);
        expect(listNames(viewer)).to.have.length(10);
        expect(listNames(viewer).join()).to.match(/Login|Modify/);
        expect(viewer.filters.actions).to.deep.equal([]);
      } finally {
        warnings.end();
      }
      expect(warnings.said, warnings.said.join()).to.have.length(name ? 1 : 0);
      if (name) expect(findWarnings(warnings.said, name)).to.have.length(1);
    });
  }

  it("is not configured by an invalid adapter or base", async () => {
    const warnings = listenToWarnings();
    for (const properties of [{ adapter: {} }, { adapter: undefined, apiBase: 5 }]) {
      const { viewer } = await showViewer(properties as never);
      await viewer.search();
      expect(findElement(viewer, "button", "Search")).to.equal(undefined);
    }
    warnings.end();
    expect(warnings.said).to.have.length(2);
  });

  it("never rejects for a wrong argument", async () => {
    const warnings = listenToWarnings();
    const { viewer, server } = await showViewer();
    await viewer.investigate(undefined as never);
    await viewer.investigate({ user: 5 } as never);
    expect(server.requests).to.have.length(0);
    await viewer.search(null as never);
    await viewer.search("x" as never);
    warnings.end();
    expect(listNames(viewer)).to.have.length(10);
    expect(findWarnings(warnings.said, "investigate")).to.have.length(2);
    expect(findWarnings(warnings.said, "search")).to.have.length(1);
  });
});
