import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { before, describe, test } from "node:test";
import { root, installTools } from "./support/packed.mjs";

/*
 * How editors use the data in the package: VS Code's own language services complete and explain; web-types are compared
 * with the manifest.
 */
const read = (name) => JSON.parse(readFileSync(join(root, name), "utf8"));
const element = read("custom-elements.json")
  .modules.flatMap(({ declarations }) => declarations)
  .find(({ tagName }) => tagName === "audit-log-viewer");

let html;
let css;
before(async () => {
  const tool = await installTools();
  const require = createRequire(tool(""));
  html = require("vscode-html-languageservice");
  css = require("vscode-css-languageservice");
});

const names = (list) => list.map(({ name }) => name).sort();

describe("VS Code, in markup", () => {
  /** What VS Code offers or explains at the `|` in a text. */
  const at = (marked) => {
    const offset = marked.indexOf("|");
    const text = marked.replace("|", "");
    const provider = html.newHTMLDataProvider("viewer", read("dist/vscode.html-custom-data.json"));
    const service = html.getLanguageService({ useDefaultDataProviders: false, customDataProviders: [provider] });
    const document = html.TextDocument.create("file:///page.html", "html", 1, text);
    const args = [document, document.positionAt(offset), service.parseHTMLDocument(document)];
    return {
      labels: () => service.doComplete(...args).items.map(({ label }) => label),
      told: () => service.doHover(...args)?.contents.value ?? "",
    };
  };

  test("offers the element", () => assert.ok(at("<au|").labels().includes("audit-log-viewer")));

  test("offers every attribute", () => {
    const offered = at("<audit-log-viewer |></audit-log-viewer>").labels();
    assert.deepEqual(
      names(element.attributes).filter((name) => !offered.includes(name)),
      [],
    );
  });

  for (const [attribute, values] of [
    ["theme", ["auto", "dark", "light"]],
    ["view", ["cards", "table"]],
    ["density", ["comfortable", "compact"]],
    ["page-size", ["10", "100", "25", "50", "all"]],
  ]) {
    test(`offers the values of ${attribute}`, () => {
      const offered = at(`<audit-log-viewer ${attribute}="|"></audit-log-viewer>`).labels();
      assert.deepEqual(offered.map((label) => label.replaceAll('"', "")).sort(), values);
    });
  }

  test("explains the element with its events, methods and parts", () => {
    const told = at("<audit-|log-viewer></audit-log-viewer>").told();
    for (const name of names([...element.events, ...element.cssParts])) assert.ok(told.includes(`\`${name}\``), name);
    for (const { name } of element.members.filter(({ kind }) => kind === "method")) {
      assert.ok(told.includes(`\`${name}(`), name);
    }
  });

  test("explains an attribute, with its default", () => {
    const told = at('<audit-log-viewer pa|ge-size="25"></audit-log-viewer>').told();
    assert.match(told, /Records per page/);
    assert.match(told, /Default: `10`/);
  });
});

describe("VS Code, in style sheets", () => {
  const offered = (marked) => {
    const offset = marked.indexOf("|");
    const service = css.getCSSLanguageService();
    service.setDataProviders(true, [css.newCSSDataProvider(read("dist/vscode.css-custom-data.json"))]);
    const document = css.TextDocument.create("file:///page.css", "css", 1, marked.replace("|", ""));
    return service
      .doComplete(document, document.positionAt(offset), service.parseStylesheet(document))
      .items.map(({ label }) => label);
  };

  test("offers every custom property", () => {
    const labels = offered("audit-log-viewer { --alv|");
    assert.ok(element.cssProperties.length > 0);
    assert.deepEqual(
      names(element.cssProperties).filter((name) => !labels.includes(name)),
      [],
    );
  });

  test("offers every part", () => {
    const labels = offered("audit-log-viewer::|");
    assert.deepEqual(
      names(element.cssParts).filter((name) => !labels.includes(`::part(${name})`)),
      [],
    );
  });
});

test("web-types have the names of the manifest", () => {
  const types = read("dist/web-types.json");
  const { name, version } = read("package.json");
  assert.deepEqual([types.name, types.version], [name, version]);
  const [known] = types.contributions.html.elements;
  assert.equal(known.name, element.tagName);
  assert.deepEqual(names(known.attributes), names(element.attributes));
  assert.deepEqual(names(known.js.properties), names(element.members.filter(({ kind }) => kind === "field")));
  assert.deepEqual(names(known.js.events), names(element.events));
  assert.deepEqual(names(known.css.properties), names(element.cssProperties));
  assert.deepEqual(names(known.css.parts), names(element.cssParts));
});
