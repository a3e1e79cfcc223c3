import assert from "node:assert/strict";
import { resolve } from "node:path";
import { before, describe, test } from "node:test";
import { loadSource } from "../../scripts/load-source.mjs";

/*
 * The build rewrites the bundled libraries for pages that replace built-ins. The functions that the libraries then call
 * must return what the built-ins return.
 */
let builtIns;
let makeSturdy;

before(async () => {
  const root = resolve(import.meta.dirname, "../..");
  const paths = ["/scripts/vite/sturdy-built-ins.ts", "/scripts/vite/sturdy-libraries.ts"];
  [builtIns, { makeSturdy }] = await loadSource(root, paths);
});

const TEXTS = ["", "a", "aa", "aba", "viewer", "undefined", "NaN", "5", "𝄞x"];
const POSITIONS = [undefined, NaN, -Infinity, -7, -1, -0.5, 0, 0.9, 1, 2.5, 3, 6, 7, Infinity, "1", null];

for (const method of ["includes", "startsWith", "endsWith"]) {
  test(`${method} of a text returns what the built-in returns, also for an empty text and any position`, () => {
    for (const text of TEXTS) {
      for (const value of [...TEXTS, undefined, NaN, 5, null]) {
        const say = (position) => `${JSON.stringify(text)}.${method}(${JSON.stringify(value)}, ${String(position)})`;
        assert.equal(builtIns[method](text, value), text[method](value), say());
        for (const position of POSITIONS)
          assert.equal(builtIns[method](text, value, position), text[method](value, position), say(position));
      }
      assert.equal(builtIns[method](text), text[method]());
    }
  });
}

test("includes of a list returns what the built-in returns, also for NaN, holes and any position", () => {
  const hole = new Array(2);
  const lists = [
    [],
    [NaN],
    [1, NaN, 1],
    [0],
    [-0],
    [undefined],
    hole,
    ["a", "", "b"],
    [null, 2, "2"],
    Float64Array.of(1, NaN),
  ];
  for (const list of lists) {
    for (const value of [NaN, 0, -0, 1, 2, "2", "", "a", undefined, null]) {
      assert.equal(builtIns.includes(list, value), list.includes(value), `${String(list)}, ${String(value)}`);
      for (const position of POSITIONS)
        assert.equal(
          builtIns.includes(list, value, position),
          list.includes(value, position),
          `${String(list)}, ${String(value)}, ${String(position)}`,
        );
    }
  }
});

test("Date.now and Date.parse", () => {
  assert.equal(typeof builtIns.now(), "number");
  for (const text of ["2026-03-01", "2026-03-01T12:00:00Z", "", "soon", 5]) {
    assert.equal(builtIns.parse(text), Date.parse(text));
  }
});

test("keys are those of for-in, without those that the page adds to every object", () => {
  for (const value of [{ b: 1, a: 2 }, ["x", "y"], "ab", 5, null, undefined]) {
    const keys = [];
    for (const key in value) keys.push(key);
    assert.deepEqual(builtIns.ownKeys(value), keys);
  }
  assert.deepEqual(builtIns.ownKeys(Object.create({ added: 1 }, { own: { value: 1, enumerable: true } })), ["own"]);
});

/** Calls the only function of a library. @returns its result */
const run = async (library, ...args) =>
  (await import(`data:text/javascript,${encodeURIComponent(library)}`)).default(...args);

describe("a rewritten library", () => {
  for (const [code, a, b] of [
    ["return a.includes(b)", "viewer", "view"],
    ["return a.includes(b)", [NaN], NaN],
    ["return a.endsWith(b)", "viewer", ""],
    ["return a.endsWith(b, 4)", "viewer", "view"],
    ["return a.startsWith(b, 1)", "viewer", "view"],
    ["return a.endsWith(...b)", "viewer", ["view", 4]],
    ["return a.endsWith()", "undefined"],
    ["return a.includes((b))", "viewer", "view"],
    ["return a.includes(Date.parse(b))", [NaN], "soon"],
    ["return (a || b).includes('x')", "", "x"],
    ["return [a.startsWith('v'), a.endsWith('v')].includes(b.includes('v'))", "viewer", "x"],
    ["return a.slice(a.includes(b) ? 1 : 0).startsWith('iew')", "viewer", "v"],
    ["const keys = []; for (const key in a) keys.push(key); return keys.join()", { x: 1, y: 2 }],
    ["const keys = []; for (let key in a.b) { keys.push(key) } return keys.join()", {}],
    ["return Date.parse(a)", "2026-03-01"],
    ["return [a].map(Date.parse)[0]", "2026-03-01"],
  ]) {
    test(code, async () => {
      const library = `export default (a, b) => {\n${code}\n};`;
      const sturdy = makeSturdy(library, "library.js");
      assert.doesNotMatch(sturdy, /\.(?:includes|startsWith|endsWith)\(|\bDate\.(?:now|parse)\b|\bfor \(\w+ \w+ in\b/);
      assert.deepEqual(await run(sturdy, a, b), await run(library, a, b));
    });
  }

  test("is unchanged if it uses none of them", () => {
    for (const code of ["export const a = 1;", "const date = new Date();", "if ('a' in b) b();"])
      assert.equal(makeSturdy(code, "library.js"), undefined);
  });

  test("does not name Date.now in a comment, which source maps show", () => {
    assert.doesNotMatch(makeSturdy("// Date.now() is slow.\nexport const a = 1;", "library.js"), /Date\.now/);
  });

  for (const code of [
    "a.trim()",
    "a?.includes(b)",
    "a?.b.includes(c)",
    "a.includes?.(b)",
    "a['includes'](b)",
    "const find = a.includes;",
    "Array.prototype.includes.call(a, b)",
  ]) {
    test(`fails the build: ${code}`, () =>
      assert.throws(() => makeSturdy(code, "library.js"), /library\.js: .* replace/));
  }
});
