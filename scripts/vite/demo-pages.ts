import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Alias } from "vite";

const listFiles = (folder: string, name: RegExp): string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => name.test(file))
    .map((file) => file.replaceAll("\\", "/"));

/** Every `index.html` of the demo is a page of its own. */
export function demoPages(folder: string): string[] {
  return listFiles(folder, /\bindex\.html$/).map((file) => join(folder, file));
}

/** The pages within pages, by their paths below the demo. */
export function listHostPages(folder: string): string[] {
  return listFiles(folder, /\bexample\.html$/);
}

/** The demo's examples name the package as an application does; here these names are the sources. */
export function packageNames(source: string): Alias[] {
  return [
    { find: /^audit-log-viewer\/horizon$/, replacement: join(source, "hosts/horizon.ts") },
    { find: /^(?:audit-log-viewer|\/audit-log\/audit-log-viewer\.js)$/, replacement: join(source, "index.ts") },
  ];
}
