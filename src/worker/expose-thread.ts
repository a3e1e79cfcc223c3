import { VERSION } from "../version.js";
import type { ThreadAnswer, ThreadCall, ThreadParts, ViewerThread } from "./contract.js";

type Functions = Readonly<Record<string, (...values: readonly unknown[]) => unknown>>;

/** Lets the page call the functions of these parts (`client/thread-calls.ts`). */
export function exposeThread(parts: Partial<ThreadParts>): void {
  const thread: Partial<ViewerThread> = { ...parts, thread: { hello: () => VERSION } };
  const answer = (content: ThreadAnswer) => postMessage(content);
  addEventListener("message", async ({ data: { id, part, name, values } }: MessageEvent<ThreadCall>) => {
    try {
      const functions = thread[part] as unknown as Functions;
      answer({ id, value: await functions[name]!(...values) });
    } catch (error) {
      // The function failed, or what it returned cannot be copied.
      answer({ id, error: error as Error });
    }
  });
}
