import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { extname, join } from "node:path";
import { build, type Plugin, type Rolldown } from "vite";
import { listHostPages } from "./demo-pages.js";

const TYPES: Record<string, string> = { ".js": "text/javascript", ".map": "application/json" };
const PACKAGE = "dist/";

type File = string | Uint8Array;

/**
 * Pages within the demo's pages (`example.html`) are host pages: they reach the browser as they are written, without what
 * the dev server adds to a page, and have the built package under `/dist/`, as on any web server. What `npm run build` has
 * made is taken if it is newer than the sources; else the package is built once, in memory, when a page asks for it.
 */
export function hostPages(root: string, demo: string): Plugin {
  let built: Promise<Map<string, File>> | undefined;
  const files = () => (built ??= isFresh(root) ? Promise.resolve(readDist(root)) : buildPackage(root));
  return {
    name: "host-pages",
    configureServer({ middlewares, watcher }) {
      watcher.on("all", (_, file) => {
        if (file.startsWith(join(root, "src"))) built = undefined;
      });
      const pages = new Set(listHostPages(demo));
      middlewares.use((request, response, next) => {
        const path = new URL(request.url ?? "/", "http://localhost").pathname.slice(1);
        const send = (type: string, body: File) => {
          response.setHeader("content-type", `${type}; charset=utf-8`);
          response.setHeader("cache-control", "no-cache");
          response.end(body);
        };
        // A page whose source is asked for as a module has `?raw`; a page that is opened has no query.
        if (pages.has(path) && !/\?/.test(request.url ?? "")) send("text/html", readFileSync(join(demo, path)));
        else if (path.startsWith(PACKAGE)) {
          files()
            .then((all) => {
              const file = all.get(path.slice(PACKAGE.length));
              if (file === undefined) next();
              else send(TYPES[extname(path)] ?? "text/plain", file);
            })
            .catch((error: unknown) => {
              // The next request may find the sources mended.
              built = undefined;
              next(error);
            });
        } else if (/^[\w-]+$/.test(path) && existsSync(join(demo, path, "index.html"))) {
          // What is relative on a page in a folder needs the folder's own address.
          response.writeHead(302, { location: `/${path}/` }).end();
        } else next();
      });
    },
    async generateBundle() {
      for (const page of listHostPages(demo)) {
        this.emitFile({ type: "asset", fileName: page, source: readFileSync(join(demo, page)) });
      }
      for (const [name, source] of await files()) {
        this.emitFile({ type: "asset", fileName: PACKAGE + name, source });
      }
    },
  };
}

function isFresh(root: string): boolean {
  // Written last.
  const made = join(root, PACKAGE, "integrity.json");
  if (!existsSync(made)) return false;
  const { mtimeMs } = statSync(made);
  const filesIn = (folder: string) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }).map((file) => join(folder, file));
  return ["package.json", "vite.config.ts", ...filesIn("src"), ...filesIn("scripts/vite")].every(
    (file) => statSync(join(root, file)).mtimeMs <= mtimeMs,
  );
}

function readDist(root: string): Map<string, File> {
  const all = readdirSync(join(root, PACKAGE), { recursive: true, withFileTypes: true });
  return new Map(
    all
      .filter((entry) => entry.isFile() && /\.js(?:\.map)?$/.test(entry.name))
      .map(({ parentPath, name }) => join(parentPath, name))
      .map((file) => [file.slice(join(root, PACKAGE).length).replaceAll("\\", "/"), readFileSync(file)]),
  );
}

async function buildPackage(root: string): Promise<Map<string, File>> {
  const outputs = (await build({ root, mode: "library", logLevel: "warn", build: { write: false } })) as
    Rolldown.RolldownOutput | Rolldown.RolldownOutput[];
  return new Map(
    [outputs]
      .flat()
      .flatMap(({ output }) => output)
      .map((file) => [file.fileName, file.type === "chunk" ? file.code : file.source]),
  );
}
