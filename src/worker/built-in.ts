/** The thread's module. A build puts in what it has made of it (`scripts/vite/worker-chunk.ts`). */
export const BUILT_IN = new URL("./worker.ts", import.meta.url).href;
