import { basename } from "node:path";
import { minify } from "terser";
import type { Plugin } from "vite";

/** Minifies each chunk a second time: Terser finds some repetition that the bundler's minifier leaves. */
export const tightChunks: Plugin = {
  name: "tight-chunks",
  async generateBundle(_, bundle) {
    for (const chunk of Object.values(bundle)) {
      if (chunk.type !== "chunk") continue;
      const { code, map } = await minify(chunk.code, {
        module: true,
        ecma: 2020,
        compress: { passes: 8, lhs_constants: false },
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
