/** The URLs of the viewer's own threads. The build replaces this file (`scripts/vite/worker-chunk.ts`). */
export const BUILT_IN_THREADS = {
  files: new URL("../file-thread.ts", import.meta.url).href,
  analysis: new URL("../analysis-thread.ts", import.meta.url).href,
};
