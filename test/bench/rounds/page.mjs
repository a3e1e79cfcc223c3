import { readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { format, resolveConfig } from "prettier";

const PAGE = resolve(import.meta.dirname, "../../../docs/performance.md");
const [START, END] = ["<!-- rounds -->", "<!-- end of rounds -->"];

const row = (cells) => `| ${cells.join(" | ")} |`;

/** Writes a table of texts between the two marks of docs/performance.md. */
export async function writePage(headings, rows) {
  const page = readFileSync(PAGE, "utf8");
  const [from, to] = [page.indexOf(START), page.indexOf(END)];
  if (from === -1 || to === -1) throw new Error("docs/performance.md has no place for the table.");
  const table = [headings, headings.map((_, at) => (at === 0 ? "---" : "--:")), ...rows].map(row).join("\n");
  const text = `${page.slice(0, from + START.length)}\n\n${table}\n\n${page.slice(to)}`;
  writeFileSync(PAGE, await format(text, { ...(await resolveConfig(PAGE)), filepath: PAGE }));
}
