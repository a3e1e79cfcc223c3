import assert from "node:assert/strict";
import { resolve } from "node:path";
import { before, test } from "node:test";
import { loadSource } from "../../scripts/load-source.mjs";

/*
 * The chunk of each module follows from the import graph.
 */
let chunkNames;

before(async () => {
  [{ chunkNames }] = await loadSource(resolve(import.meta.dirname, "../.."), ["/scripts/vite/chunks.ts"]);
});

/** The static imports of each module. A name that begins with `?` is an `import()`. */
const MODULES = {
  "/src/index.ts": ["/src/element/viewer.ts", "/src/version.ts"],
  "/src/element/viewer.ts": [
    "?/src/element/late/search-code.ts",
    "?/src/features/export/jobs.ts",
    "?/src/features/export/panel.ts",
    "?/src/features/explore/timeline/feature.ts",
    "?/src/features/explore/timeline/selecting/selecting.ts",
    "?/src/views/toolbar/list.ts",
    "?/src/worker/client.ts",
    "?/src/core/late-mask.ts",
  ],
  "/src/worker/file-thread.ts": [
    ...["/src/files/csv.ts", "/src/core/late-mask.ts", "/src/core/mask.ts", "/src/version.ts"],
    "/src/worker/expose.ts",
  ],
  "/src/worker/analysis-thread.ts": [
    ...["/src/analysis/rows.ts", "/src/core/mask.ts", "/src/worker/expose.ts"],
    "?/src/analysis/log.ts",
  ],
  "/src/worker/expose.ts": [],
  "/src/analysis/rows.ts": [],
  "/src/analysis/log.ts": ["/src/core/address.ts", "/src/analysis/numbers.ts"],
  "/src/analysis/numbers.ts": [],
  "/src/core/address.ts": [],
  "/src/worker/client.ts": ["/src/files/csv.ts"],
  "/src/element/late/search-code.ts": ["/src/api/source.ts", "/src/views/shell/results-view.ts"],
  "/src/api/source.ts": ["/src/core/mask.ts", "/src/core/address.ts"],
  "/src/views/shell/results-view.ts": ["/src/views/table.ts"],
  "/src/features/export/jobs.ts": ["/src/features/export/store.ts"],
  "/src/features/export/panel.ts": ["/src/features/export/store.ts", "/src/ui/combobox.ts"],
  "/src/features/explore/timeline/feature.ts": ["/src/features/explore/timeline/words.ts"],
  "/src/features/explore/timeline/selecting/selecting.ts": [
    "/src/features/explore/timeline/selecting/tip.ts",
    "/src/features/explore/timeline/words.ts",
  ],
  "/src/features/explore/timeline/selecting/tip.ts": [],
  "/src/features/explore/timeline/words.ts": [],
  "/src/views/toolbar/list.ts": ["/src/ui/combobox.ts", "/src/views/table.ts"],
  "/src/version.ts": [],
  "/src/core/mask.ts": [],
  "/src/core/late-mask.ts": ["/src/core/mask.ts", "/src/core/pairs.ts"],
  "/src/core/pairs.ts": [],
  "/src/files/csv.ts": [],
  "/src/views/table.ts": [],
  "/src/features/export/store.ts": [],
  "/src/ui/combobox.ts": [],
};

const createGraph = (modules) => ({
  ids: Object.keys(modules),
  isEntry: (id) => /\/(?:index|\w+-thread)\.ts$/.test(id),
  imports: (id) => modules[id].filter((name) => !name.startsWith("?")),
  dynamicImports: (id) => modules[id].filter((name) => name.startsWith("?")).map((name) => name.slice(1)),
});

test("a module is in the chunk of what needs it", () => {
  const names = chunkNames(createGraph(MODULES));
  assert.deepEqual(Object.fromEntries(names), {
    "/src/index.ts": "viewer",
    "/src/element/viewer.ts": "viewer",
    "/src/version.ts": "base",
    "/src/element/late/search-code.ts": "search",
    "/src/api/source.ts": "search",
    "/src/views/shell/results-view.ts": "search",
    "/src/views/table.ts": "search",
    "/src/core/mask.ts": "records",
    "/src/core/late-mask.ts": "late-records",
    "/src/core/pairs.ts": "late-records",
    "/src/files/csv.ts": "file-thread",
    "/src/analysis/rows.ts": "records",
    "/src/worker/expose.ts": "records",
    // The page needs it with the first search, and a thread needs it later.
    "/src/core/address.ts": "records",
    "/src/analysis/log.ts": "log",
    "/src/analysis/numbers.ts": "log",
    "/src/worker/client.ts": "client",
    "/src/features/export/jobs.ts": "export",
    "/src/features/export/panel.ts": "export",
    "/src/features/export/store.ts": "export",
    "/src/features/explore/timeline/feature.ts": "timeline",
    "/src/features/explore/timeline/selecting/selecting.ts": "timeline-selecting",
    "/src/features/explore/timeline/selecting/tip.ts": "timeline-selecting",
    "/src/features/explore/timeline/words.ts": "timeline",
    "/src/views/toolbar/list.ts": "list",
    "/src/ui/combobox.ts": "shared-ui",
  });
});

test("the build fails if it cannot find what the first search loads", () => {
  const { "/src/element/late/search-code.ts": code, ...others } = MODULES;
  const element = others["/src/element/viewer.ts"].filter((name) => !/search-code/.test(name));
  assert.ok(code);
  assert.throws(
    () => chunkNames(createGraph({ ...others, "/src/element/viewer.ts": element })),
    /loads no search-code/,
  );
});
