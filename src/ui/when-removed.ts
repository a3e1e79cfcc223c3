import type { ReactiveControllerHost } from "lit";

/** Calls `end` after an element is removed, but not if it is moved: then it is connected again before the next microtask. */
export function runWhenRemoved(host: ReactiveControllerHost & Node, end: () => void): void {
  host.addController({
    hostDisconnected: () =>
      queueMicrotask(() => {
        if (!host.isConnected) end();
      }),
  });
}
