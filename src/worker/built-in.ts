/** The URL of the viewer's own worker module. The build replaces this file (`scripts/vite/worker-chunk.ts`). */
export const BUILT_IN_WORKER = new URL("./worker.ts", import.meta.url).href;
