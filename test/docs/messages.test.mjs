import assert from "node:assert/strict";
import { resolve } from "node:path";
import { before, describe, test } from "node:test";
import {
  isSaid,
  findMessagesInDocument,
  findMessagesInSource,
  findMessagesInTexts,
  findSettingsInSource,
  shown,
} from "./support/messages.mjs";
import { plain, readDocuments } from "./support/markdown.mjs";
import { loadSource } from "../../scripts/load-source.mjs";

/*
 * The page of messages has each one that the viewer can show or write into the console, and none that it cannot.
 */
const root = resolve(import.meta.dirname, "../..");
const page = "docs/troubleshooting.md";

let messages;
let entries;

before(async () => {
  const [{ en }] = await loadSource(root, ["/test/support/english.ts"]);
  messages = new Map([...findMessagesInSource(root), ...findMessagesInTexts(en)]);
  entries = findMessagesInDocument(
    readDocuments(root).find(({ path }) => path === page),
    plain,
  ).map((entry) => entry.replace(/^<audit-log-viewer> (?!is )/, ""));
});

const missing = (known, said) =>
  [...known].filter(([message]) => !said.some((entry) => isSaid(message, entry))).map(([message]) => shown(message));

/** A message that consists of two others, or of any text, cannot be matched with an entry. */
const isTelling = (message) => message.replace(/\u0000/g, "").replace(/\W/g, "").length > 5;

const invented = (known, said) => {
  const telling = [...known.keys()].filter(isTelling);
  const settings = findSettingsInSource(root);
  return said.filter((entry) => !settings.includes(entry) && !telling.some((message) => isSaid(message, entry)));
};

describe(page, () => {
  test("has every message", () => assert.deepEqual(missing(messages, entries), []));

  test("has no message that the viewer does not know", () => assert.deepEqual(invented(messages, entries), []));

  test("fails for a message that is missing, reworded, or unknown", () => {
    assert.ok(messages.size > 100 && entries.length > 100);
    for (const at of entries.keys()) {
      const reworded = entries.with(at, `Really, ${entries[at]} Really`);
      assert.ok(missing(messages, reworded).length + invented(messages, reworded).length > 0, entries[at]);
    }
    assert.deepEqual(invented(messages, [...entries, "The moon is full."]), ["The moon is full."]);
    assert.deepEqual(missing(new Map([...messages, ["Something new.", "en.ts"]]), entries), ["Something new."]);
  });
});
