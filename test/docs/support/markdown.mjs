import { readdirSync, readFileSync } from "node:fs";
import { join, posix, relative, sep } from "node:path";

/**
 * A fenced snippet. `line` is the line of its fence. `words` and `settings` come after the language, or from a comment
 * above the fence.
 */
function createSnippet(document, [open, ...body], line, comment) {
  const [language = "", ...behind] = open.trim().replace(/^`+/, "").trim().split(/\s+/);
  const rest = [...behind, ...comment.split(/\s+/).filter(Boolean)];
  const indent = /^\s*/.exec(open)[0].length;
  return {
    document: document.path,
    line,
    heading: document.headings.at(-1)?.text ?? "",
    language,
    words: rest.filter((word) => !word.includes("=")),
    settings: Object.fromEntries(rest.filter((word) => word.includes("=")).map((word) => word.split(/=(.*)/s))),
    text: body.map((one) => one.slice(Math.min(indent, /^\s*/.exec(one)[0].length))).join("\n"),
  };
}

/** The anchor that usual hosts of repositories give a heading. */
const createAnchor = (heading) =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, "")
    .replace(/\s/g, "-");

/** Removes inline markup: the text that a reader sees. */
export const toPlainText = (markdown) =>
  markdown
    .replace(/(`+) ?(.*?) ?\1/g, "$2")
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/\*\*([^*]*)\*\*/g, "$1")
    .replace(/\\([|*_<>`[\]])/g, "$1")
    .trim();

const splitCells = (row) =>
  row
    .trim()
    .replace(/^\||\|$/g, "")
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim());

/** Parses the headings, snippets, tables and links of one document. */
export function parse(path, text) {
  const document = { path, text, headings: [], snippets: [], tables: [], links: [] };
  const lines = text.split("\n");
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at];
    const fence = /^\s*(`{3,})/.exec(line)?.[1];
    if (fence) {
      const end = lines.findIndex((one, index) => index > at && one.trim() === fence);
      if (end === -1) throw new Error(`${path}:${at + 1}: the fence has no end.`);
      const above = lines
        .slice(0, at)
        .reverse()
        .find((one) => one.trim() !== "");
      const comment = /^\s*<!-- snippet: (.*?) -->\s*$/.exec(above ?? "")?.[1] ?? "";
      document.snippets.push(createSnippet(document, lines.slice(at, end), at + 1, comment));
      at = end;
      continue;
    }
    const heading = /^#{1,6} (.*)$/.exec(line)?.[1];
    if (heading) {
      const anchor = createAnchor(toPlainText(heading));
      const same = document.headings.filter((one) => one.base === anchor).length;
      document.headings.push({ text: toPlainText(heading), base: anchor, anchor: same ? `${anchor}-${same}` : anchor });
    }
    const prose = line.replace(/(`+).*?\1/g, "");
    for (const [, target] of prose.matchAll(/\]\(([^)\s]+)\)/g)) document.links.push({ target, line: at + 1 });
    if (/^\s*\|/.test(line) && /^\s*\|[\s:|-]+$/.test(lines[at + 1] ?? "")) {
      const rows = [];
      for (let row = at + 2; /^\s*\|/.test(lines[row] ?? ""); row += 1) rows.push(splitCells(lines[row]));
      document.tables.push({
        heading: document.headings.at(-1)?.text ?? "",
        head: splitCells(line),
        rows,
        line: at + 1,
      });
    }
  }
  return document;
}

/** The README and every page under `docs/`. */
export function readDocuments(root) {
  const pages = readdirSync(join(root, "docs"), { recursive: true })
    .map((name) => posix.join("docs", name.split(sep).join("/")))
    .filter((name) => name.endsWith(".md"))
    .sort();
  return ["README.md", ...pages].map((path) => parse(path, readFileSync(join(root, path), "utf8")));
}

/**
 * Resolves a link of a document. @returns its path from the root, with its anchor; undefined for a link out of the
 * project
 */
export function resolveLink(document, target) {
  if (/^[a-z]+:/i.test(target)) return undefined;
  const [path = "", anchor = ""] = target.split("#");
  const file = path === "" ? document.path : relative("/", posix.resolve("/", posix.dirname(document.path), path));
  return { file, anchor };
}
