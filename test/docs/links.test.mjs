import assert from "node:assert/strict";
import { existsSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { test } from "node:test";
import { parse, readDocuments, resolveLink } from "./support/markdown.mjs";

/*
 * Every link within the documentation leads somewhere, and every page can be reached from the README.
 */
const root = resolve(import.meta.dirname, "../..");
const documents = readDocuments(root);

function findBroken(all) {
  return all.flatMap((document) =>
    document.links.flatMap(({ target, line }) => {
      const link = resolveLink(document, target);
      if (!link) return [];
      const where = `${document.path}:${line}: ${target}`;
      if (!existsSync(join(root, link.file))) return [`${where} does not exist`];
      if (link.anchor === "") return [];
      const page = all.find(({ path }) => path === link.file);
      return page?.headings.some(({ anchor }) => anchor === link.anchor) ? [] : [`${where} has no such heading`];
    }),
  );
}

test("every relative link and anchor resolves", () => {
  assert.ok(documents.flatMap(({ links }) => links).length > 20);
  assert.deepEqual(findBroken(documents), []);
});

test("every page can be reached from the README", () => {
  const reached = new Set(["README.md"]);
  for (const path of reached) {
    const document = documents.find((one) => one.path === path);
    for (const { target } of document?.links ?? []) {
      const file = resolveLink(document, target)?.file;
      if (file?.endsWith(".md")) reached.add(file);
    }
  }
  assert.deepEqual(
    documents.map(({ path }) => path).filter((path) => !reached.has(path)),
    [],
  );
});

test("pictures of the documentation are small", () => {
  const pictures = documents.flatMap((document) =>
    document.links
      .filter(({ target }) => /\.png$/.test(target))
      .map(({ target }) => resolveLink(document, target).file),
  );
  assert.ok(pictures.length > 0);
  assert.deepEqual(
    pictures.filter((file) => statSync(join(root, file)).size > 150_000),
    [],
  );
});

/** The files that prose names as code. Those that do not begin with a folder of the project are below `src/`. */
const FOLDERS =
  /^(?:src|scripts|test|demo|docs|core|ui|analysis|files|api|i18n|worker|search|views|features|element|hosts)\//;

function findMissingFiles({ path, text }) {
  const prose = text.replace(/^\s*```[\s\S]*?^\s*```$/gm, "");
  const named = [...prose.matchAll(/`([\w./-]+)`/g)].map(([, name]) => name).filter((name) => FOLDERS.test(name));
  return named
    .filter((name) => ![name, `src/${name}`, `src/${name}.ts`].some((file) => existsSync(join(root, file))))
    .map((name) => `${path}: ${name} does not exist`);
}

test("every file that a page names exists", () => {
  assert.deepEqual(documents.flatMap(findMissingFiles), []);
});

/** The sentences of the prose that are long enough to be noticed twice. */
function splitSentences({ path, text }) {
  const prose = text.replace(/^\s*```[\s\S]*?^\s*```$/gm, "").replace(/^\s*(?:\||#).*$/gm, "");
  const sentences = prose.replace(/^\s*(?:[-*]|\d+\.) /gm, "\n\n").split(/\n\s*\n|(?<=[.:]) /);
  return sentences
    .map((one) => one.replace(/\s+/g, " ").trim())
    .filter((one) => one.length > 50)
    .map((one) => [one, path]);
}

function findRepeated(all) {
  const seen = new Map();
  return all.flatMap(splitSentences).flatMap(([sentence, path]) => {
    const before = seen.get(sentence);
    seen.set(sentence, path);
    return before === undefined ? [] : [`${before} and ${path}: ${sentence}`];
  });
}

test("no sentence is written twice", () => {
  assert.ok(documents.flatMap(splitSentences).length > 200);
  assert.deepEqual(findRepeated(documents), []);
  const [one] = documents;
  assert.ok(findRepeated([one, { ...one, path: "copy.md" }]).length > 1);
});

test("a missing link, heading or file fails", () => {
  const text =
    "# Wrong\n\n[a](nowhere.md) [b](security.md#nowhere) [c](#wrong) [d](https://a.example/) `src/nothing.ts`\n";
  const wrong = parse("docs/wrong.md", text);
  assert.deepEqual(findMissingFiles(wrong), ["docs/wrong.md: src/nothing.ts does not exist"]);
  const links = wrong.links.filter(({ target }) => target !== "#wrong");
  assert.deepEqual(findBroken([...documents, { ...wrong, links }]), [
    "docs/wrong.md:3: nowhere.md does not exist",
    "docs/wrong.md:3: security.md#nowhere has no such heading",
  ]);
});
