import { fileURLToPath } from "node:url";
import vue from "@vitejs/plugin-vue";
import { defineConfig, type Plugin, type UserConfig } from "vite";
import packageJson from "./package.json" with { type: "json" };
import { demoClock } from "./scripts/vite/demo-clock.js";
import { demoPages, packageNames } from "./scripts/vite/demo-pages.js";
import { hostPages } from "./scripts/vite/host-pages.js";
import { minifyTemplates } from "./scripts/vite/minify-templates.js";
import { serviceWorker } from "./scripts/vite/service-worker.js";
import { sturdyLibraries } from "./scripts/vite/sturdy-libraries.js";
import { shortProperties, tightChunks } from "./scripts/vite/tight-chunks.js";
import { userGuide } from "./scripts/vite/user-guide.js";
import { workerChunk, workerFile } from "./scripts/vite/worker-chunk.js";
import { versionedTags } from "./scripts/vite/versioned-tags.js";

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
  // What a thread loads, too, may not bring the elements along; and what it does at its start is done nowhere else. To a
  // group, whatever a thread loads at its start is initial: it is named.
  { name: "base", test: /\/package\.json$|\/src\/(?:version|core\/(?:errors|fields|text\/text))\.ts$/, priority: 3 },
  {
    name: "records",
    test: /\/src\/core\/(?:time\/iso-time|text\/parameter-text|secrets\/(?!token-text)[\w-]+)\.ts$/,
    priority: 3,
  },
  {
    name: "files",
    test: /\/(?:comlink|@noble\/hashes)\/|\/src\/(?:worker\/(?!worker\.)|files\/(?!manifest)|core\/time\/zone-(?:offsets|text))/,
    priority: 2,
  },
  { name: "viewer", tags: ["$initial" as const], test: /^(?!.*\/src\/worker\/worker\.ts$)/, priority: 1 },
  // What the languages share.
  { name: "sentences", test: /\/src\/i18n\/(?:plural|sentences\/)/, priority: 2 },
  // What lists in popups share.
  {
    name: "lists",
    test: /\/src\/ui\/(?:popups\/combobox|quiet|search-field|styles\/popup-parts)\.ts$/,
  },
  {
    name: "search",
    test: /\/src\/(?:api\/source|api\/transport\/fetch-requests|views\/shell\/results-view|search\/loaded-pages)\.ts$/,
  },
];

const root = fileURLToPath(new URL(".", import.meta.url));
const source = fileURLToPath(new URL("src", import.meta.url));
const demo = fileURLToPath(new URL("demo", import.meta.url));
const viewer: Plugin[] = [versionedTags(packageJson.version, source), shortProperties(source), minifyTemplates];

/** What a bundler finds by itself. */
const DEPENDENCIES = /^(?:lit|@lit\/|@floating-ui\/|temporal-polyfill|comlink|@noble\/)/;

/** A build of the package: `dist/` with source maps. `scripts/build.mjs` makes them all. */
const library = ({ build, ...config }: UserConfig): UserConfig => ({
  base: "./",
  publicDir: false,
  ...config,
  build: { target: "es2022", sourcemap: true, outDir: "dist", emptyOutDir: false, ...build },
});

/** A host's entry is small, and takes the viewer, if it needs it, from the entry module beside it. */
const host = (name: string, format: "es" | "iife"): UserConfig =>
  library({
    build: {
      lib: {
        entry: `src/hosts/${name}.ts`,
        name: "auditLogViewerPortal",
        formats: [format],
        fileName: () => `${name}.js`,
      },
      rolldownOptions: {
        external: /\/index\.js$/,
        output: {
          minify: true,
          // One file: what is fetched later elsewhere is small enough to come along.
          codeSplitting: false,
          paths: (id) => (/\/src\/index\.(?:js|ts)$/.test(id) ? "./audit-log-viewer.js" : id),
        },
      },
    },
  });

/*
 * Modes:
 * - default: the demo pages, with the mocked API in a service worker;
 * - library: `dist/audit-log-viewer.js`, an entry module that registers the element, with its chunks beside it;
 * - bundler: `dist/index.js`, the same for bundlers, which bring the dependencies;
 * - worker: `dist/worker.js`, the thread that writes files, in one file;
 * - portal, portal-adapter, horizon: the entries that know one host page.
 */
export default defineConfig(({ mode }) => {
  switch (mode) {
    case "library":
      return library({
        plugins: [...viewer, workerChunk, noDom, noNativeTemporal, sturdyLibraries, tightChunks],
        resolve: { conditions: ["node", "module", "production"] },
        build: {
          emptyOutDir: true,
          // Notices of what is bundled ship with it.
          license: { fileName: "THIRD-PARTY-NOTICES.txt" },
          lib: { entry: "src/index.ts", formats: ["es"], fileName: () => "audit-log-viewer.js" },
          rolldownOptions: {
            checks: { pluginTimings: false },
            output: { minify: true, chunkFileNames: "chunks/[name]-[hash].js", codeSplitting: { groups: CHUNKS } },
          },
        },
      });
    case "bundler":
      return library({
        plugins: [...viewer, workerFile],
        build: {
          lib: { entry: "src/index.ts", formats: ["es"], fileName: () => "index.js" },
          rolldownOptions: {
            external: DEPENDENCIES,
            output: { chunkFileNames: "bundler/[name]-[hash].js" },
          },
        },
      });
    case "worker":
      return library({
        plugins: [sturdyLibraries],
        build: {
          lib: { entry: "src/worker/worker.ts", formats: ["es"], fileName: () => "worker.js" },
          rolldownOptions: { output: { minify: true } },
        },
      });
    case "portal":
      return host("portal", "iife");
    case "portal-adapter":
    case "horizon":
      return host(mode, "es");
    default:
      return {
        root: "demo",
        base: "./",
        appType: "mpa",
        plugins: [
          demoClock,
          workerChunk,
          userGuide,
          hostPages(root, demo),
          vue({ template: { compilerOptions: { isCustomElement: (tag) => tag === "audit-log-viewer" } } }),
          serviceWorker,
        ],
        resolve: { alias: packageNames(source) },
        server: { port: 5173 },
        build: {
          outDir: "../dist-demo",
          emptyOutDir: true,
          target: "es2022",
          rolldownOptions: { input: demoPages(demo) },
        },
      };
  }
});
