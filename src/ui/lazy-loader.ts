import type { ReactiveControllerHost } from "lit";

/** Loads the code of a part of the screen at its first use. After a failure, the next `load()` tries again. */
export class LazyLoader {
  readonly #host: ReactiveControllerHost;
  readonly #fetch: () => Promise<unknown>;
  #state: "none" | "loading" | "ready" | "failed" = "none";
  #loading: Promise<boolean> | undefined;

  /** @param fetch fetches the chunk, which registers its elements */
  constructor(host: ReactiveControllerHost, fetch: () => Promise<unknown>) {
    this.#host = host;
    this.#fetch = fetch;
  }

  get ready(): boolean {
    return this.#state === "ready";
  }

  get failed(): boolean {
    return this.#state === "failed";
  }

  /** Loads the code unless it is loaded. Resolves with whether it is loaded now; never rejects. */
  readonly load = (): Promise<boolean> => {
    this.#loading ??= this.#load();
    return this.#loading;
  };

  async #load(): Promise<boolean> {
    this.#set("loading");
    try {
      await this.#fetch();
      this.#set("ready");
      return true;
    } catch {
      // Offline, or a new version has replaced the chunk. The host shows the failure.
      this.#set("failed");
      this.#loading = undefined;
      return false;
    }
  }

  #set(state: "loading" | "ready" | "failed"): void {
    this.#state = state;
    this.#host.requestUpdate();
  }
}
