import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { before, describe, test } from "node:test";
import { extractProse, splitSentences, extractPageText } from "./support/prose.mjs";
import { readDocuments } from "./support/markdown.mjs";

/*
 * Texts and documentation are in plain US English: no phrase that readers had to read twice, and no British spelling.
 */
const root = resolve(import.meta.dirname, "../..");

/** Phrases from earlier texts and documentation that readers had to read twice. */
const HARD = [
  "looked for * itself",
  "takes no more requests",
  "it asks to wait",
  "older time",
  "has not been read",
  "not been read yet",
  "time between * was read",
  "record of this kind",
  "records that came",
  "that came matches",
  "it was asked only for",
  "gives no more than",
  "so it is in",
  "outside of what was asked",
  "times without a zone",
  "change of the clock",
  "changes of the clock",
  "an hour off",
  "where the server put",
  "no answer came",
  "of its own accord",
  "an error of its own",
  "is not what it expects",
  "the answer cannot be read",
  "the network did not answer",
  "no server is set",
  "has to name the api",
  "events below stay",
  "event below stays",
  "it was stopped",
  "what was loaded",
  "what was read",
  "read it again",
  "read on",
  "look further back",
  "looked back",
  "can be searched for",
  "type on for",
  "can be typed",
  "has this name",
  "write one like",
  "lies before",
  "nothing is left of",
  "comes twice",
  "is taken.",
  "work without it",
  "goes up to 255",
  "names another domain",
  "may not use the clipboard",
  "and the like are masked",
  "as they came",
  "as it came",
  "not everything in",
  "go on:",
  "keep what was read",
  "no room at",
  "show the last year",
  "heard of no failure",
  "does its work once",
  "nothing at all where",
  "names speak of",
  "holds at once",
  "reject with anything",
  "of many habits",
  "put in at run time",
  "won back",
  "large and small letters",
  "the log is closed",
  "what came",
  "whoever",
  "whomever",
  "nothing of it",
  "nobody else",
  "if you should have it",
  "those who",
  "had to be won",
];

const BRITISH =
  /\b(?:\w*(?:colour|behaviour|favour|honour|neighbour|flavour|harbour|labour|rumour)\w*|licen[c]e[ds]?|centre[ds]?|catalogues?|grey\w*|learnt|spelt|whilst|per cent|programmes?|defence|cancell(?:ed|ing)|label(?:led|ling)|travell(?:ed|ing)|model(?:led|ling)|(?:organ|recogn|normal|capital|categor|character|emphas|initial|minim|maxim|optim|synchron|summar|visual|custom|real|special|util|author|serial)is(?:e[ds]?|ing|ation)|analys(?:e[ds]?|ing))\b/gi;

const toPattern = (phrase) =>
  new RegExp(
    `(?<![\\w-])${phrase
      .split("*")
      .map((part) => part.replace(/[.+?^${}()|[\]\\]/g, "\\$&"))
      .join("[^.]{1,60}")}(?![\\w-])`,
    "gi",
  );
const PATTERNS = HARD.map(toPattern);

function findProblems(text) {
  const plain = text.replace(/\s+/g, " ");
  return [...PATTERNS, BRITISH].flatMap((pattern) => [...plain.matchAll(pattern)].map(([found]) => found));
}

const listFiles = (folder, endings) =>
  readdirSync(join(root, folder), { recursive: true })
    .filter((name) => endings.some((ending) => name.endsWith(ending)) && !/(?:^|\/)(?:node_modules|dist)\//.test(name))
    .map((name) => join(folder, name))
    .sort();
const read = (path) => readFileSync(join(root, path), "utf8");

/** All texts that people read, with their locations. */
function collectTexts() {
  const documents = readDocuments(root).map(({ path, text }) => [path, extractProse(text)]);
  const pages = listFiles("docs", [".html"])
    .concat(listFiles("demo", [".html"]))
    .map((path) => [path, extractPageText(read(path))]);
  const code = ["src", "demo", "scripts"]
    .flatMap((folder) => listFiles(folder, [".ts", ".tsx", ".mjs", ".vue"]))
    .filter((path) => !/src\/i18n\/(?:es|fr|ar)\b/.test(path))
    .flatMap((path) => splitSentences(path, read(path)).map((text) => [path, text]));
  const manifest = [...read("custom-elements.json").matchAll(/"(?:description|summary)": "((?:[^"\\]|\\.)*)"/g)];
  return [...documents, ...pages, ...code, ...manifest.map(([, text]) => ["custom-elements.json", text])];
}

describe("texts and documentation", () => {
  let texts;
  before(() => {
    texts = collectTexts();
  });

  test("are in plain US English", () => {
    assert.ok(texts.length > 500);
    const found = texts.flatMap(([path, text]) => findProblems(text).map((problem) => `${path}: ${problem}`));
    assert.deepEqual(found, []);
  });

  test("fail for each forbidden phrase, and for British spellings", () => {
    for (const phrase of HARD) {
      const text = `Here, ${phrase.replaceAll("*", "some words")} stands.`;
      assert.ok(findProblems(text).length > 0, phrase);
    }
    for (const word of ["colour", "behaviours", "licence", "greyed", "centre", "cancelled", "recognised", "per cent"]) {
      assert.deepEqual(findProblems(`The ${word} is here.`), [word]);
    }
    for (const word of ["color", "behavior", "license", "gray", "center", "canceled", "recognized", "percent"]) {
      assert.deepEqual(findProblems(`The ${word} is here.`), []);
    }
  });

  test("are found in prose, pages and sentences in code, but not in code", () => {
    assert.equal(
      extractProse("See `colour` and\n\n```js\ngrey();\n```\n\nplain [words](a/grey.md).").includes("grey"),
      false,
    );
    assert.match(extractPageText('<p title="A grey title">Text</p><style>.grey {}</style>'), /A grey title.*Text/s);
    assert.deepEqual(splitSentences("a.ts", 'const a = "honored"; /* Grey sky. */ const b = `Grey ${a} sky.`;'), [
      "Grey … sky.",
    ]);
  });
});
