import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { minify } from "terser";
import type { Plugin } from "vite";

/**
 * Custom properties that style sheets of the viewer write for themselves get short names in the build, the same ones in
 * every chunk; what a partner may set is called `--alv-…` and stays. It happens to the source, as with the names of inner
 * elements.
 */
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

/** A name that ends with a hyphen is put together while the viewer runs, and is left alone. */
const PRIVATE = /--_[a-z][\w-]*\w(?![\w-])/g;

/** What is shipped, as light as it gets: Terser finds some per cent that the bundler's own minifier leaves. */
export const tightChunks: Plugin = {
  name: "tight-chunks",
  async generateBundle(_, bundle) {
    for (const chunk of Object.values(bundle)) {
      if (chunk.type !== "chunk") continue;
      const { code, map } = await minify(chunk.code, {
        module: true,
        ecma: 2020,
        compress: { passes: 3, unsafe_arrows: true, unsafe_methods: true, pure_getters: true },
        format: { ecma: 2020 },
        ...(chunk.map && {
          sourceMap: { content: chunk.map.toString(), asObject: true, url: `${basename(chunk.fileName)}.map` },
        }),
      });
      if (code === undefined) throw new Error(`${chunk.fileName} could not be minified.`);
      chunk.code = code;
      if (chunk.map && map) Object.assign(chunk.map, map);
    }
  },
};
