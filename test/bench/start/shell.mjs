import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { gzipSync } from "node:zlib";
import { openPage } from "./page.mjs";

const root = resolve(import.meta.dirname, "../../..");
const KB = 1024;
/** The limit of `npm run size`. */
const MOST_BYTES = 48 * KB;
/** The files of the first load, without their hashes. The last one is only for browsers without Temporal. */
const SHELL = ["audit-log-viewer", "base", "viewer", "temporal-polyfilled"];

const findName = (path) => /([^/]+?)(-[\w-]{8})?\.js$/.exec(path)?.[1] ?? path;

/** Measures which files a page with a viewer fetches until it is at rest, and their size. */
export async function measureShell(bench, { apiBase }) {
  const paths = [];
  const { page, atRest } = await openPage(bench, {
    apiBase,
    prepare: (opened) => opened.on("request", (request) => paths.push(new URL(request.url()).pathname)),
  });
  await page.evaluate((base) => {
    const viewer = document.createElement("audit-log-viewer");
    document.body.append(Object.assign(viewer, { apiBase: base }));
  }, apiBase);
  await atRest();
  await page.context().close();
  const fetched = paths.filter((path) => path !== "/");
  const sizes = fetched.map((path) =>
    path.endsWith(".js") ? gzipSync(readFileSync(`${root}${path}`), { level: 9 }).length : Number.NaN,
  );
  const own = sizes
    .filter((_, at) => findName(fetched[at]) !== "temporal-polyfilled")
    .reduce((sum, one) => sum + one, 0);
  const others = fetched.filter((path) => !SHELL.includes(findName(path)));
  const failures = others.map((path) => `Before the first search, ${path} is fetched, which is not the shell.`);
  if (!(own <= MOST_BYTES)) failures.push(`The shell has ${(own / KB).toFixed(1)} kB, and the limit is 48.`);
  const rows = fetched.map((path, at) => [findName(path), (sizes[at] / KB).toFixed(1), ""]);
  return {
    headings: ["file", "kB, gzip", "limit"],
    rows: [...rows, ["together, without Temporal", (own / KB).toFixed(1), "48"]],
    failures,
  };
}
