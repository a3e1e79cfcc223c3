import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { parse, readDocuments } from "./markdown.mjs";
import { checkCommands } from "./commands.mjs";
import { isForPage, chooseRunner } from "./runners.mjs";
import { checkTypes } from "./types.mjs";

/*
 * Proof that the tests of the snippets can fail: wrong snippets of every language, and copies of the real ones with one
 * change. The tests must reject each of them.
 */
/** For a snippet whose viewer does not appear. */
const NEVER_COMES = "never comes";

const WRONG = [
  ["html", '<audit-log-viewer api-base="/nowhere"></audit-log-viewer>', /search fails: unsupported/],
  ["html", '<audit-log-viewer api-base="/ns-api/v2" page-size="20"></audit-log-viewer>', /page-size/],
  ["html", '<script type="module" src="/audit-log/viewer.js"></script>', /does not exist/, NEVER_COMES],
  [
    "html",
    `<script type="importmap">
       { "integrity": { "https://cdn.example.com/audit-log/audit-log-viewer.js": "sha384-${"A".repeat(64)}" } }
     </script>`,
    /integrity/,
    NEVER_COMES,
  ],
  ["html fails=server", '<audit-log-viewer api-base="/ns-api/v2"></audit-log-viewer>', /does not fail/],
  ["js", "console.assert(1 > 2);", /console/],
  ["js", "viewer.theme = 'sepia';", /sepia/],
  ["js", "throw new Error('thrown');", /thrown/],
  ["js", "viewer.remove();", /no viewer/],
  ["js", 'import { nothing } from "audit-log-viewer";', /nothing/],
  ["js", 'viewer.addEventListener("alv-nothing", () => (output.value = "came"));', /nothing was written/],
  ["js", "void session.signIn;", /nobody was asked/],
  ["js answers=403", "viewer.pageSize = 25;", /search fails: forbidden/],
  ["jsx", "export const Empty = () => null;", /audit-log-viewer/, NEVER_COMES],
  ["vue", "<template><p>Empty</p></template>", /audit-log-viewer/, NEVER_COMES],
  ["css", "audit-log-viewer { --alv-acent: red; }", /--alv-acent is no public token/],
  ["css", "audit-log-viewer { --_alv-accent: red; }", /no public token/],
  ["css", "audit-log-viewer { colour: red; }", /drops this declaration/],
  ["css", "audit-log-viewer::part(footer) { color: red; }", /footer is no public part/],
  ["css", "p { color: red; }", /reaches/],
  ["css", "audit-log-viewer { color: red; } audit-log-veiwer::part(row) { color: red; }", /veiwer.*does not reach/],
  ["css", "audit-log-viewer { color: red; } audit-log-viewer::part(row):hovr { color: red; }", /drops a rule/],
  ["html", '<audit-log-viewer api-base="/ns-api/v2" auto-serach></audit-log-viewer>', /auto-serach is no attribute/],
  ["js", 'viewer.setAttribute("page-sze", "25");', /page-sze is no attribute/],
  ["js", 'viewer.addEventListener("alv-resluts", () => {});', /alv-resluts is no event/],
  ["csp", "default-src 'self'", /./, NEVER_COMES],
  ["json", "{ none }", /JSON/],
  ["sh", "npm run nothing", /no script "nothing"/],
  ["sh", "npm run mock-api -- --no-such-flag", /no --no-such-flag/],
  ["sh", "npx wtr --files test/nothing.test.ts", /does not exist/],
  ["sh", "shine --bright", /no command/],
  [
    "url portal",
    "https://cdn.example.com/audit-log/portal.js?list=%23elsewhere&wait=1",
    /Timeout|exceeded/,
    NEVER_COMES,
  ],
  ["js node", 'import "audit-log-viewer/nothing";', /nothing/],
  ["ts by=test/nothing.test.mjs", "nowhere();", /does not exist/],
  ["ts by=package.json", "nowhere();", /does not read wrong\.md/],
  ["js from=README.md", "nowhere();", /does not hold/],
];

/** Correct snippets that the documentation does not have yet. */
const RIGHT = [
  ["css", '[data-scheme="night"] .brand audit-log-viewer { --alv-accent: gold; }'],
  ["ts node", 'import { VERSION } from "audit-log-viewer";\nif (VERSION === ("" as string)) throw new Error("none");'],
  [
    "tsx",
    `import { createFetchAdapter } from "audit-log-viewer";
     const adapter = createFetchAdapter({ baseUrl: "/ns-api/v2" });
     export default function Log({ dense = true }: { dense?: boolean }) {
       return <audit-log-viewer adapter={adapter} density={dense ? "compact" : "comfortable"} />;
     }`,
  ],
  [
    "vue",
    `<script setup lang="ts">
     import "audit-log-viewer";
     defineProps<{ adapter: object }>();
     </script>
     <template><audit-log-viewer :adapter.prop="adapter" /></template>`,
  ],
];

const createSnippet = (info, text) => parse("wrong.md", `# Wrong\n\n\`\`\`${info}\n${text}\n\`\`\`\n`).snippets[0];

/** @param getStage returns the stage of the real snippets: one browser and one set of typings are enough for all */
export function describeWrongSnippets(root, getStage) {
  async function findProblems(snippet, neverComes = false) {
    const found = [];
    const run = chooseRunner(snippet, root);
    if (!run) return ["Nothing can run this."];
    const stage = getStage();
    const act = async () => void found.push(...((await run(stage)) ?? []));
    const said = await stage.watched(act, snippet.settings.answers, neverComes);
    return [...found, ...said];
  }

  describe("a wrong snippet is rejected", () => {
    for (const [info, text, problem, neverComes] of WRONG) {
      test(`${info}: ${text}`, async () => {
        const found = await findProblems(createSnippet(info, text), neverComes === NEVER_COMES);
        assert.match(found.join("\n"), problem);
      });
    }

    describe("and a right one is not", () => {
      for (const [info, text] of RIGHT) {
        test(info, async () => assert.deepEqual(await findProblems(createSnippet(info, text)), []));
      }
    });

    test("that no runner knows", () => {
      assert.equal(chooseRunner(createSnippet("js", ""), root), undefined, "nothing");
      for (const info of ["", "text", "python", "js alone", "sh portal"])
        assert.equal(chooseRunner(createSnippet(info, "x"), root), undefined, info);
    });

    test("and is only checked against the package's typings where it is for a page", () => {
      const isChecked = (info) => isForPage(createSnippet(info, "x"));
      assert.deepEqual(["js", "ts answers=500", "jsx", "ts node", "js from=a", "ts by=a"].filter(isChecked), [
        "js",
        "ts answers=500",
      ]);
    });

    test("and may be marked by a comment above it", () => {
      const [snippet] = parse("a.md", "<!-- snippet: searched fails=server -->\n\n```js\nx\n```\n").snippets;
      assert.deepEqual([snippet.language, snippet.words, snippet.settings], ["js", ["searched"], { fails: "server" }]);
    });

    test("by its types", () => {
      const wrong = [
        ["js", "viewer.serch();"],
        ["js", "viewer.search(1);"],
        ["ts", 'const size: number = "ten";'],
        ["ts", "viewer.adapter = { get: () => 1 };"],
        ["ts", 'document.querySelector("audit-log-viewer").view = "table";'],
      ].map(([info, text]) => createSnippet(info, text));
      for (const [{ text }, problems] of checkTypes(root, wrong)) assert.ok(problems.length > 0, text);
    });
  });

  test("a real snippet with a changed public name is rejected", async () => {
    const snippets = readDocuments(root)
      .filter(({ path }) => path === "docs/configuration.md")
      .flatMap((document) => document.snippets)
      .filter(({ language }) => language === "js" || language === "ts");
    const changed = snippets.map((snippet) => ({
      ...snippet,
      text: snippet.text.replace(/viewer\.(\w+)/, "viewer.$1s").replace(/import \{ (\w)/, "import { un$1"),
    }));
    const missed = [...checkTypes(root, changed)].filter(([, problems]) => problems.length === 0);
    assert.ok(changed.length > 15);
    assert.deepEqual(
      missed.map(([{ text }]) => text),
      [],
    );
  });

  test("a command that does not exist is rejected in a sentence", () => {
    assert.deepEqual(checkCommands(root, "npm run moonlight"), ['package.json has no script "moonlight"']);
  });
}
