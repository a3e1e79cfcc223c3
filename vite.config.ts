import { minifyHTMLLiterals } from "minify-literals";
import { defineConfig, type Plugin } from "vite";
import { msw } from "msw/vite";

/** Style sheets and markup are text to a minifier of scripts: what stands in `css` and `html` templates is squeezed here. */
const minifyTemplates: Plugin = {
  name: "minify-templates",
  enforce: "pre",
  async transform(code, id) {
    if (!/\/src\/.*\.ts$/.test(id) || !/\b(?:css|html|svg)`/.test(code)) return undefined;
    return minifyHTMLLiterals(code, {
      fileName: id,
      // Shapes of an icon are siblings only with their closing slash; one space between words is a space.
      html: { keepClosingSlash: true, conservativeCollapse: true },
    });
  },
};

/**
 * Lit's builds for Node work in browsers, too, and can be imported where there is no DOM. Only the element classes that one
 * of them brings along for Node have no place in a browser: here an empty class stands in, and nothing is registered.
 */
const NO_DOM = "@lit-labs/ssr-dom-shim";
const noDom: Plugin = {
  name: "no-dom",
  enforce: "pre",
  resolveId: (id) => (id === NO_DOM ? `\0${NO_DOM}` : undefined),
  load: (id) =>
    id === `\0${NO_DOM}` ? "export const HTMLElement = class {}; export const customElements = undefined;" : undefined,
};

/**
 * The polyfill's functions prefer a native Temporal. They are fetched only where there is none: their second half, which
 * calls it, stays out.
 */
const noNativeTemporal: Plugin = {
  name: "no-native-temporal",
  enforce: "pre",
  load: (id) =>
    /\/temporal-polyfill\/chunks\/root\.js$/.test(id) ? "export const NativeTemporal = undefined;" : undefined,
};

/**
 * What is always loaded together is one chunk: fewer requests, and lighter than the same code in several. Whatever else is
 * fetched by an `import()` gets a chunk of its own.
 */
const CHUNKS = [
  { name: "viewer", tags: ["$initial" as const], priority: 1 },
  { name: "search", test: /\/src\/(?:data\/source|components\/results-view)\.ts$/ },
];

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
    plugins: [minifyTemplates, noDom, noNativeTemporal],
    resolve: { conditions: ["node", "module", "production"] },
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
        output: { minify: true, chunkFileNames: "chunks/[name]-[hash].js", codeSplitting: { groups: CHUNKS } },
      },
    },
  };
});
