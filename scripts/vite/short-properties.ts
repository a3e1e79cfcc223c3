import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";

/** A name that ends with a hyphen is completed at run time, so it stays. */
const PRIVATE = /--_[a-z][\w-]*\w(?![\w-])/g;

/** Gives private custom properties (`--_…`) short names, the same in every chunk. Public ones (`--alv-…`) keep their names. */
export function shortProperties(source: string): Plugin {
  const names = new Map<string, string>();
  return {
    name: "short-properties",
    enforce: "pre",
    buildStart() {
      const files = readdirSync(source, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts"));
      const found = files.flatMap((name) => readFileSync(join(source, name), "utf8").match(PRIVATE) ?? []);
      [...new Set(found)].sort().forEach((name, at) => names.set(name, `--_${at.toString(36)}`));
    },
    transform(code, id) {
      if (!/\/src\/.*\.ts$/.test(id)) return undefined;
      const changed = code.replace(PRIVATE, (name) => names.get(name) ?? name);
      return changed === code ? undefined : { code: changed, map: null };
    },
  };
}
