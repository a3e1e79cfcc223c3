import { readFileSync, readdirSync } from "node:fs";
import { join, relative } from "node:path";
import type { Alias, Plugin } from "vite";

/** Every HTML file of the demo is a page of its own. */
export function demoPages(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".html"))
    .map((file) => join(folder, file));
}

/** The demo's examples name the package as an application does; here these names are the sources. */
export function packageNames(source: string): Alias[] {
  return [
    { find: /^audit-log-viewer\/horizon$/, replacement: join(source, "hosts/horizon.ts") },
    { find: /^(?:\/audit-log\/)?audit-log-viewer(?:\.js)?$/, replacement: join(source, "index.ts") },
  ];
}

/**
 * Pages within the demo's pages (`example.html`) are host pages, and reach the browser as they are written: the dev server's
 * own client, which it adds to every page, is no part of them, and would be refused by a policy.
 */
export function plainFrames(folder: string): Plugin {
  return {
    name: "plain-frames",
    apply: "serve",
    configureServer({ middlewares }) {
      const frames = demoPages(folder).filter((file) => /\bexample\.html$/.test(file));
      const files = new Map(frames.map((file) => [`/${relative(folder, file).replaceAll("\\", "/")}`, file]));
      middlewares.use((request, response, next) => {
        const { pathname, search } = new URL(request.url ?? "/", "http://localhost");
        const file = search === "" ? files.get(pathname) : undefined;
        if (file === undefined) return next();
        response.setHeader("content-type", "text/html; charset=utf-8");
        response.end(readFileSync(file));
      });
    },
  };
}
