import type { ReactiveControllerHost } from "lit";

/**
 * Calls `end` after an element was removed from its page. A move is no removal: the element is back on a page before the
 * current turn of the event loop ends.
 */
export function whenRemoved(host: ReactiveControllerHost & Node, end: () => void): void {
  host.addController({
    hostDisconnected: () =>
      queueMicrotask(() => {
        if (!host.isConnected) end();
      }),
  });
}
