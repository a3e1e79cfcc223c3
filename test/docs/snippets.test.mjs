import assert from "node:assert/strict";
import { resolve } from "node:path";
import { after, before, describe, test } from "node:test";
import { readDocuments } from "./support/markdown.mjs";
import { checkCommands } from "./support/commands.mjs";
import { isForPage, chooseRunner } from "./support/runners.mjs";
import { openStage } from "./support/stage.mjs";
import { checkTypes } from "./support/types.mjs";
import { describeWrongSnippets } from "./support/wrong-snippets.mjs";

/*
 * Runs every snippet of the documentation: in a browser with the built package and the mock API, or as its language
 * requires. A snippet that cannot be run fails.
 */
const root = resolve(import.meta.dirname, "../..");
const documents = readDocuments(root);
const scripts = documents.flatMap(({ snippets }) => snippets).filter(isForPage);

let stage;
let types;

before(async () => {
  stage = await openStage(root);
  types = checkTypes(root, scripts);
});
after(() => stage?.close());

for (const { path, snippets, text } of documents) {
  describe(path, () => {
    test("every command in its sentences exists", () => {
      const commands = [...text.matchAll(/`((?:npm|npx|node|[A-Z_]+=\S+ npx) [^`]+)`/g)].map(([, command]) => command);
      assert.deepEqual(
        commands.flatMap((command) => checkCommands(root, command)),
        [],
      );
    });

    for (const snippet of snippets) {
      test(`${snippet.line}: ${snippet.language || "a snippet without a language"}, ${snippet.heading}`, async () => {
        const run = chooseRunner(snippet, root);
        assert.ok(run, "Nothing can run this: docs/contributing.md has the languages and words that are known.");
        assert.deepEqual(types.get(snippet) ?? [], [], "types");
        const found = [];
        const act = async () => void found.push(...((await run(stage)) ?? []));
        const said = await stage.watched(act, snippet.settings.answers);
        assert.deepEqual([...found, ...said], []);
      });
    }
  });
}

describeWrongSnippets(root, () => stage);
