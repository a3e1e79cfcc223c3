import assert from "node:assert/strict";
import { resolve } from "node:path";
import { before, describe, test } from "node:test";
import {
  isSaid,
  findMessagesInDocument,
  findMessagesInSource,
  findMessagesInTexts,
  findSettingsInSource,
  formatMessage,
} from "./support/messages.mjs";
import { toPlainText, readDocuments } from "./support/markdown.mjs";
import { loadSource } from "../../scripts/load-source.mjs";

/*
 * The page of messages has every message that the viewer can show or write into the console, and no other.
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
    toPlainText,
  ).map((entry) => entry.replace(/^<audit-log-viewer> (?!is )/, ""));
});

const findMissing = (known, said) =>
  [...known]
    .filter(([message]) => !said.some((entry) => isSaid(message, entry)))
    .map(([message]) => formatMessage(message));

/** A message that consists of two others, or of any text, matches no single entry. */
const isTelling = (message) => message.replace(/\u0000/g, "").replace(/\W/g, "").length > 5;

const findInvented = (known, said) => {
  const telling = [...known.keys()].filter(isTelling);
  const settings = findSettingsInSource(root);
  return said.filter((entry) => !settings.includes(entry) && !telling.some((message) => isSaid(message, entry)));
};

describe(page, () => {
  test("has every message", () => assert.deepEqual(findMissing(messages, entries), []));

  test("has no message that the viewer does not know", () => assert.deepEqual(findInvented(messages, entries), []));

  test("fails for a message that is missing, reworded, or unknown", () => {
    assert.ok(messages.size > 100 && entries.length > 100);
    for (const at of entries.keys()) {
      const reworded = entries.with(at, `Really, ${entries[at]} Really`);
      assert.ok(findMissing(messages, reworded).length + findInvented(messages, reworded).length > 0, entries[at]);
    }
    assert.deepEqual(findInvented(messages, [...entries, "The moon is full."]), ["The moon is full."]);
    assert.deepEqual(findMissing(new Map([...messages, ["Something new.", "en.ts"]]), entries), ["Something new."]);
  });
});
