import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join, resolve } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);
const here = resolve(import.meta.dirname, "..");

/** The path of the first of these programs that is on the PATH. */
export const onPath = (...names) =>
  names
    .flatMap((name) => (process.env.PATH ?? "").split(delimiter).map((folder) => join(folder, name)))
    .find((path) => existsSync(path));

/** puppeteer-core, which controls Firefox over WebDriver BiDi. It is installed at first use. */
export async function loadPuppeteer() {
  if (!existsSync(join(here, "node_modules/puppeteer-core"))) {
    const options = ["--no-audit", "--no-fund", "--ignore-scripts", "--prefer-offline", "--loglevel", "error"];
    await run("npm", ["ci", ...options], { cwd: here, shell: process.platform === "win32" });
  }
  return (await import("puppeteer-core")).default;
}
