import { readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { format, resolveConfig } from "prettier";
import { FAMILIES } from "./purposes.mjs";
import { readTokens } from "./read-tokens.mjs";

/*
 * Writes the tokens of the style sheet and the parts of the manifest into docs/theming.md, each between two marks. `npm
 * run check` does the same and fails if the page has changed.
 */

const ROOT = resolve(import.meta.dirname, "../..");
const PAGE = resolve(ROOT, "docs/theming.md");
const COLORS = new Set(["Surfaces", "Text and lines", "Accent", "Status", "Badges"]);

const formatCode = (text) => `\`${text}\``;
const formatRow = (cells) => `| ${cells.join(" | ")} |`;
const formatTable = (head, rows) =>
  [formatRow(head), formatRow(head.map(() => "---")), ...rows.map(formatRow)].join("\n");

function formatTokenTables(tokens) {
  const families = FAMILIES.map(({ title }) => {
    const own = tokens.filter(({ family }) => family === title);
    const of = ({ from }) => from.map((name) => formatCode(`--alv-${name}`)).join(", ");
    const name = (token) => formatCode(token.name);
    if (COLORS.has(title)) {
      const rows = own.map((token) => [
        name(token),
        formatCode(token.light),
        formatCode(token.dark),
        of(token),
        token.purpose,
      ]);
      return [title, formatTable(["token", "light", "dark", "derives from", "for"], rows)];
    }
    if (title === "Density") {
      const rows = own.map((token) => [
        name(token),
        ...[token.value, token.compact ?? token.value, token.touch ?? token.value].map(formatCode),
        token.purpose,
      ]);
      return [title, formatTable(["token", "default", "compact", "touch", "for"], rows)];
    }
    const rows = own.map((token) => [name(token), formatCode(token.value), of(token), token.purpose]);
    return [title, formatTable(["token", "default", "derives from", "for"], rows)];
  });
  return families.map(([title, text]) => `### ${title}\n\n${text}`).join("\n\n");
}

function formatPartTable() {
  const { modules } = JSON.parse(readFileSync(resolve(ROOT, "custom-elements.json"), "utf8"));
  const element = modules
    .flatMap(({ declarations = [] }) => declarations)
    .find(({ name }) => name === "AuditLogViewer");
  return formatTable(
    ["part", "what it is"],
    element.cssParts.map(({ name, description }) => [formatCode(name), description.replace(/\.$/, "")]),
  );
}

function replaceBetween(page, mark, text) {
  const [start, end] = [`<!-- ${mark} -->`, `<!-- end of ${mark} -->`];
  const [from, to] = [page.indexOf(start), page.indexOf(end)];
  if (from === -1 || to === -1) throw new Error(`docs/theming.md has no place for the ${mark}.`);
  return `${page.slice(0, from + start.length)}\n\n${text}\n\n${page.slice(to)}`;
}

/** @returns whether the page was up to date */
export async function writeThemingPage() {
  const before = readFileSync(PAGE, "utf8");
  const page = replaceBetween(
    replaceBetween(before, "tokens", formatTokenTables(readTokens())),
    "parts",
    formatPartTable(),
  );
  const after = await format(page, { ...(await resolveConfig(PAGE)), parser: "markdown" });
  if (after !== before) writeFileSync(PAGE, after);
  return after === before;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await writeThemingPage();
