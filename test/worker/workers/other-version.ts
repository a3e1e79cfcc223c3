import type { ThreadAnswer, ThreadCall } from "../../../src/worker/contract.js";

addEventListener("message", ({ data: { id } }: MessageEvent<ThreadCall>) => {
  postMessage({ id, value: "0.0.1" } satisfies ThreadAnswer);
});
