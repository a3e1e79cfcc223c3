import { fileURLToPath } from "node:url";
import vue from "@vitejs/plugin-vue";
import { defineConfig, type Plugin, type UserConfig } from "vite";
import packageJson from "./package.json" with { type: "json" };
import { chunks } from "./scripts/vite/chunks.js";
import { demoClock } from "./scripts/vite/demo-clock.js";
import { demoPages, packageNames } from "./scripts/vite/demo-pages.js";
import { hostPages } from "./scripts/vite/host-pages.js";
import { minifyTemplates } from "./scripts/vite/minify-templates.js";
import { noDom } from "./scripts/vite/no-dom.js";
import { oneFile } from "./scripts/vite/one-file.js";
import { serviceWorker } from "./scripts/vite/service-worker.js";
import { shortProperties } from "./scripts/vite/short-properties.js";
import { sturdyLibraries } from "./scripts/vite/sturdy-libraries.js";
import { tightChunks } from "./scripts/vite/tight-chunks.js";
import { userGuide } from "./scripts/vite/user-guide.js";
import { workerChunk, workerFile } from "./scripts/vite/worker-chunk.js";
import { versionedTags } from "./scripts/vite/versioned-tags.js";

const root = fileURLToPath(new URL(".", import.meta.url));
const source = fileURLToPath(new URL("src", import.meta.url));
const demo = fileURLToPath(new URL("demo", import.meta.url));
/** What every build of the viewer itself does; docs/contributing.md says what for ("The build"). */
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
    plugins: [oneFile],
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
        plugins: [...viewer, workerChunk, noDom, sturdyLibraries, chunks(), tightChunks],
        resolve: { conditions: ["node", "module", "production"] },
        build: {
          emptyOutDir: true,
          // Notices of what is bundled ship with it.
          license: { fileName: "THIRD-PARTY-NOTICES.txt" },
          lib: { entry: "src/index.ts", formats: ["es"], fileName: () => "audit-log-viewer.js" },
          rolldownOptions: {
            checks: { pluginTimings: false },
            output: { minify: true, comments: false, chunkFileNames: "chunks/[name]-[hash].js" },
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
          // What a thread fetches later cannot be announced to the page: a thread has no document.
          modulePreload: false,
          rolldownOptions: { input: demoPages(demo) },
        },
      };
  }
});
