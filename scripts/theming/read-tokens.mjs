import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { FAMILIES } from "./purposes.mjs";

/*
 * Reads the public tokens from the style sheet. The code reads them only in `src/ui/styles/tokens.ts`; the manifest and
 * the documentation get them from here.
 */

const SOURCE = resolve(import.meta.dirname, "../../src");

/** The text of the block that begins at `start`, without its braces. */
function cutBlock(text, start) {
  const open = text.indexOf("{", start);
  let depth = 0;
  for (let at = open; at < text.length; at += 1) {
    if (text[at] === "{") depth += 1;
    if (text[at] === "}") depth -= 1;
    if (depth === 0) return text.slice(open + 1, at);
  }
  throw new Error("A block of the tokens does not end.");
}

function parseDeclarations(text) {
  const found = new Map();
  for (const [, name, value] of text.matchAll(/--_alv-([\w-]+):\s*([^;]+);/g)) {
    found.set(name, value.replace(/\s+/g, " ").replace(/\( /g, "(").replace(/ \)/g, ")"));
  }
  return found;
}

/** Splits a text at its commas, except inside brackets. */
function splitAtCommas(text) {
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

/** The arguments of a call of `name` at the start of `text`; undefined for any other text. */
const cutArguments = (text, name) => (text.startsWith(`${name}(`) ? text.slice(name.length + 1, -1) : undefined);

const usePublicNames = (text) => text.replaceAll("--_alv-", "--alv-");

/** Resolves references to tokens by their fallbacks: the value while nobody sets a token. */
function resolveLiteral(value) {
  const named = cutArguments(value, "var");
  if (named === undefined) return usePublicNames(value);
  const [, ...fallback] = splitAtCommas(named);
  return fallback.length > 0 ? resolveLiteral(fallback.join(", ")) : usePublicNames(value);
}

/** @returns {{ name: string, value: string, light: string, dark: string, compact?: string, touch?: string, from: string[], purpose: string, family: string }[]} */
export function readTokens() {
  const sheet = readFileSync(join(SOURCE, "ui/styles/tokens.ts"), "utf8").replace(/\/\*[\s\S]*?\*\//g, "");
  const base = parseDeclarations(cutBlock(sheet, sheet.indexOf(":host")));
  const compact = parseDeclarations(cutBlock(sheet, sheet.indexOf(':host([density="compact"])')));
  const touch = parseDeclarations(cutBlock(sheet, sheet.indexOf("@media (pointer: coarse)")));

  /** The public tokens that a value uses, directly or through private ones. */
  const sources = (value, own, seen = new Set()) => {
    const names = new Set();
    for (const [, hidden, name] of value.matchAll(/--(_?)alv-([\w-]+)/g)) {
      if (name === own || seen.has(name)) continue;
      // A private token that reads a public one stands for it.
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
      // Beside the name of another token, this only says which of them is set.
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
      .map((name) => `--alv-${name} has no purpose in scripts/theming/purposes.mjs.`),
    ...[...purposes.keys()]
      .filter((name) => !values.has(name))
      .map((name) => `--alv-${name} has a purpose, but is no token of the style sheet.`),
    ...findStrays(values),
  ];
  if (problems.length > 0) throw new Error(problems.join("\n"));

  const own = (list, name) => (list.has(name) ? resolveLiteral(list.get(name)) : undefined);
  return [...purposes].map(([name, { purpose, family }]) => {
    const value = resolveLiteral(values.get(name));
    const pair = cutArguments(value, "light-dark");
    const [light, dark] = pair === undefined ? [value, value] : splitAtCommas(pair);
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

/** Public tokens that another style sheet reads: nobody would find them there. */
function findStrays(values) {
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
