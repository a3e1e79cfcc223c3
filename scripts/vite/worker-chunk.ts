import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";

const THREADS = {
  files: fileURLToPath(new URL("../../src/worker/file-thread.ts", import.meta.url)),
  analysis: fileURLToPath(new URL("../../src/worker/analysis-thread.ts", import.meta.url)),
};
const BUILT_IN = /\/src\/worker\/client\/built-in\.ts$/;

/**
 * Makes a chunk of each thread's module beside the others, so that a thread and the page share what both need, and tells
 * `src/worker/client/built-in.ts` where it lies: beside the module that asks, wherever that was loaded from.
 */
export const workerChunk: Plugin = {
  name: "worker-chunk",
  enforce: "pre",
  // The development server finds the threads by the URLs of their sources.
  apply: "build",
  load(id) {
    if (!BUILT_IN.test(id)) return undefined;
    const urls = Object.entries(THREADS).map(([name, file]) => {
      const chunk = this.emitFile({ type: "chunk", id: file, name: basename(file, ".ts") });
      return `${name}: import.meta.ROLLUP_FILE_URL_${chunk}`;
    });
    return `export const BUILT_IN_THREADS = { ${urls.join(", ")} };`;
  },
};

/**
 * For bundlers, which copy a file that is named so and do not look into it: the thread is the one file that stands by
 * itself, `dist/worker.js`.
 */
export const workerFile: Plugin = {
  name: "worker-file",
  enforce: "pre",
  load: (id) =>
    BUILT_IN.test(id)
      ? "const url = __WORKER_FILE__;\nexport const BUILT_IN_THREADS = { files: url, analysis: url };"
      : undefined,
  renderChunk(code, { fileName }) {
    if (!/\b__WORKER_FILE__\b/.test(code)) return undefined;
    const path = /\//.test(fileName) ? "../worker.js" : "./worker.js";
    // One line stays one line.
    return { code: code.replace("__WORKER_FILE__", `new URL("${path}", import.meta.url).href`), map: null };
  },
};
