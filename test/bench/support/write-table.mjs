import { readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { format, resolveConfig } from "prettier";

const PAGE = resolve(import.meta.dirname, "../../../docs/performance.md");

const formatRow = (cells) => `| ${cells.join(" | ")} |`;

/** Writes a table of texts into docs/performance.md, between the marks `<!-- NAME -->` and `<!-- end of NAME -->`. */
export async function writeTable(name, headings, rows) {
  const page = readFileSync(PAGE, "utf8");
  const [start, end] = [`<!-- ${name} -->`, `<!-- end of ${name} -->`];
  const [from, to] = [page.indexOf(start), page.indexOf(end)];
  if (from === -1 || to === -1) throw new Error(`docs/performance.md has no place for the table "${name}".`);
  const table = [headings, headings.map((_, at) => (at === 0 ? "---" : "--:")), ...rows].map(formatRow).join("\n");
  const text = `${page.slice(0, from + start.length)}\n\n${table}\n\n${page.slice(to)}`;
  writeFileSync(PAGE, await format(text, { ...(await resolveConfig(PAGE)), filepath: PAGE }));
}
