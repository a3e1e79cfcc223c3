import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { FAMILIES } from "./purposes.mjs";

/*
 * The public tokens as the style sheet has them: `src/ui/styles/tokens.ts` is the one place where they are read, and this is
 * where the manifest and the documentation get them from.
 */

const SOURCE = resolve(import.meta.dirname, "../../src");

/** The text of the block that begins at `start`, without its braces. */
function block(text, start) {
  const open = text.indexOf("{", start);
  let depth = 0;
  for (let at = open; at < text.length; at += 1) {
    if (text[at] === "{") depth += 1;
    if (text[at] === "}") depth -= 1;
    if (depth === 0) return text.slice(open + 1, at);
  }
  throw new Error("A block of the tokens does not end.");
}

function declarations(text) {
  const found = new Map();
  for (const [, name, value] of text.matchAll(/--_alv-([\w-]+):\s*([^;]+);/g)) {
    found.set(name, value.replace(/\s+/g, " ").replace(/\( /g, "(").replace(/ \)/g, ")"));
  }
  return found;
}

/** Parts between commas that stand in no brackets. */
function parts(text) {
  const found = [""];
  let depth = 0;
  for (const letter of text) {
    if (letter === "(") depth += 1;
    if (letter === ")") depth -= 1;
    if (letter === "," && depth === 0) found.push("");
    else found[found.length - 1] += letter;
  }
  return found.map((part) => part.trim());
}

/** What stands in the brackets of a call at the start of `text`, if it is one of `name`. */
const inside = (text, name) => (text.startsWith(`${name}(`) ? text.slice(name.length + 1, -1) : undefined);

const withPublicNames = (text) => text.replaceAll("--_alv-", "--alv-");

/** Past the names that may be unset: what holds while nobody sets anything. */
function literal(value) {
  const named = inside(value, "var");
  if (named === undefined) return withPublicNames(value);
  const [, ...fallback] = parts(named);
  return fallback.length > 0 ? literal(fallback.join(", ")) : withPublicNames(value);
}

/** @returns {{ name: string, value: string, light: string, dark: string, compact?: string, touch?: string, from: string[], purpose: string, family: string }[]} */
export function readTokens() {
  const sheet = readFileSync(join(SOURCE, "ui/styles/tokens.ts"), "utf8").replace(/\/\*[\s\S]*?\*\//g, "");
  const base = declarations(block(sheet, sheet.indexOf(":host")));
  const compact = declarations(block(sheet, sheet.indexOf(':host([density="compact"])')));
  const touch = declarations(block(sheet, sheet.indexOf("@media (pointer: coarse)")));

  /** Names of public tokens that a value is made of, through whatever private ones. */
  const sources = (value, own, seen = new Set()) => {
    const names = new Set();
    for (const [, hidden, name] of value.matchAll(/--(_?)alv-([\w-]+)/g)) {
      if (name === own || seen.has(name)) continue;
      // A private name with a public one of its own stands for that one.
      if (!hidden || values.has(name)) names.add(name);
      else for (const one of sources(base.get(name) ?? "", own, new Set([...seen, name]))) names.add(one);
    }
    return names;
  };

  const values = new Map();
  for (const value of base.values()) {
    for (const { index, 0: start, 1: name } of value.matchAll(/var\(--alv-([\w-]+),/g)) {
      const rest = value.slice(index + start.length);
      let depth = 1;
      const end = [...rest].findIndex((letter) => {
        if (letter === "(") depth += 1;
        if (letter === ")") depth -= 1;
        return depth === 0;
      });
      // Beside another token's name it only says which of them is set.
      const fallback = rest.slice(0, end).trim();
      if (!/^var\(--alv-[\w-]+\)$/.test(fallback)) values.set(name, fallback);
    }
  }

  const purposes = new Map(
    FAMILIES.flatMap(({ title, tokens }) =>
      Object.entries(tokens).map(([name, purpose]) => [name, { purpose, family: title }]),
    ),
  );
  const problems = [
    ...[...values.keys()]
      .filter((name) => !purposes.has(name))
      .map((name) => `--alv-${name} is for nothing that is told.`),
    ...[...purposes.keys()].filter((name) => !values.has(name)).map((name) => `--alv-${name} is told, and not there.`),
    ...strays(values),
  ];
  if (problems.length > 0) throw new Error(problems.join("\n"));

  const own = (list, name) => (list.has(name) ? literal(list.get(name)) : undefined);
  return [...purposes].map(([name, { purpose, family }]) => {
    const value = literal(values.get(name));
    const pair = inside(value, "light-dark");
    const [light, dark] = pair === undefined ? [value, value] : parts(pair);
    const from = [...sources(values.get(name), name)].filter((one) => one !== name);
    return {
      name: `--alv-${name}`,
      value,
      light,
      dark,
      compact: own(compact, name),
      touch: own(touch, name),
      from,
      purpose,
      family,
    };
  });
}

/** Public names that some other style sheet reads, past the tokens: nobody could find them here. */
function strays(values) {
  const files = readdirSync(SOURCE, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));
  return files.flatMap((file) => {
    const names = [...readFileSync(join(SOURCE, file), "utf8").matchAll(/var\(\s*--alv-([\w-]+)/g)].map(
      ([, name]) => name,
    );
    const isHome = file.replaceAll("\\", "/") === "ui/styles/tokens.ts";
    return names
      .filter((name) => !values.has(name) || !isHome)
      .map((name) => `${file} reads --alv-${name}, which is no token of src/ui/styles/tokens.ts.`);
  });
}
