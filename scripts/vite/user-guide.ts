import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";

const GUIDE = fileURLToPath(new URL("../../docs/user-guide", import.meta.url));
const TYPES: Readonly<Record<string, string>> = { html: "text/html; charset=utf-8", css: "text/css", png: "image/png" };

/** The guide's files, by the path that a page finds them at. */
const files = (): Map<string, string> =>
  new Map(
    readdirSync(GUIDE, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name))
      .map((file) => [`user-guide/${relative(GUIDE, file).split(sep).join("/")}`, file]),
  );

/** Puts the user guide beside the demo's page, where the demo's help button finds it. */
export const userGuide: Plugin = {
  name: "user-guide",
  configureServer({ middlewares }) {
    middlewares.use((request, response, next) => {
      const path = new URL(request.url ?? "/", "http://localhost").pathname.slice(1);
      const file = files().get(path);
      if (!file) return next();
      response.setHeader("Content-Type", TYPES[path.slice(path.lastIndexOf(".") + 1)] ?? "application/octet-stream");
      response.end(readFileSync(file));
    });
  },
  generateBundle() {
    for (const [fileName, file] of files()) this.emitFile({ type: "asset", fileName, source: readFileSync(file) });
  },
};
