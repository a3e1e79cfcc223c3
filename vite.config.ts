import { minifyHTMLLiterals } from "minify-literals";
import { defineConfig, type Plugin } from "vite";
import { msw } from "msw/vite";

/** Style sheets and markup are text to a minifier of scripts: what stands in `css` and `html` templates is squeezed here. */
const minifyTemplates: Plugin = {
  name: "minify-templates",
  enforce: "pre",
  async transform(code, id) {
    if (!/\/src\/.*\.ts$/.test(id) || !/\b(?:css|html|svg)`/.test(code)) return undefined;
    return minifyHTMLLiterals(code, { fileName: id });
  },
};

/*
 * Two modes:
 * - default: the demo pages, with the mocked API in a service worker;
 * - library: `dist/audit-log-viewer.js`, an entry module that registers the element, with its chunks beside it.
 */
export default defineConfig(({ mode }) => {
  if (mode !== "library") {
    return {
      root: "demo",
      base: "./",
      plugins: [msw({ mode: "worker-only" })],
      server: { port: 5173 },
      build: { outDir: "../dist-demo", emptyOutDir: true, target: "es2022" },
    };
  }
  return {
    base: "./",
    publicDir: false,
    plugins: [minifyTemplates],
    worker: { format: "es" },
    build: {
      target: "es2022",
      sourcemap: true,
      outDir: "dist",
      emptyOutDir: true,
      // Notices of what is bundled ship with it.
      license: { fileName: "THIRD-PARTY-NOTICES.txt" },
      lib: {
        entry: "src/index.ts",
        formats: ["es"],
        fileName: () => "audit-log-viewer.js",
      },
      rolldownOptions: {
        output: { minify: true, chunkFileNames: "chunks/[name]-[hash].js" },
      },
    },
  };
});
