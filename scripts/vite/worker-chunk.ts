import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";

const WORKER = fileURLToPath(new URL("../../src/worker/worker.ts", import.meta.url));
const BUILT_IN = /\/src\/worker\/built-in\.ts$/;

/**
 * Makes a chunk of the thread's module beside the others, so that the thread and the page share what both need, and tells
 * `src/worker/built-in.ts` where it lies: beside the module that asks, wherever that was loaded from.
 */
export const workerChunk: Plugin = {
  name: "worker-chunk",
  enforce: "pre",
  load(id) {
    if (!BUILT_IN.test(id)) return undefined;
    const chunk = this.emitFile({ type: "chunk", id: WORKER, name: "worker" });
    return `export const BUILT_IN_WORKER = import.meta.ROLLUP_FILE_URL_${chunk};`;
  },
};

/**
 * For bundlers, which copy a file that is named so and do not look into it: the thread is the one file that stands by
 * itself, `dist/worker.js`.
 */
export const workerFile: Plugin = {
  name: "worker-file",
  enforce: "pre",
  load: (id) => (BUILT_IN.test(id) ? "export const BUILT_IN_WORKER = __WORKER_FILE__;" : undefined),
  renderChunk(code, { fileName }) {
    if (!/\b__WORKER_FILE__\b/.test(code)) return undefined;
    const path = /\//.test(fileName) ? "../worker.js" : "./worker.js";
    // One line stays one line.
    return { code: code.replace("__WORKER_FILE__", `new URL("${path}", import.meta.url).href`), map: null };
  },
};
