import type { ReactiveControllerHost } from "lit";

/**
 * A part of the screen that is a chunk of its own, fetched at its first use: a pointer over its trigger, the focus, or the
 * click itself. A failed fetch is tried again at the next need.
 */
export class LatePart {
  readonly #host: ReactiveControllerHost;
  readonly #load: () => Promise<unknown>;
  #state: "none" | "loading" | "ready" | "failed" = "none";
  #loading: Promise<boolean> | undefined;

  /** @param load fetches the chunk, which registers its elements */
  constructor(host: ReactiveControllerHost, load: () => Promise<unknown>) {
    this.#host = host;
    this.#load = load;
  }

  get ready(): boolean {
    return this.#state === "ready";
  }

  get failed(): boolean {
    return this.#state === "failed";
  }

  /** Fetches the part where it is not there. Resolves with whether it is there now; never rejects. */
  readonly need = (): Promise<boolean> => {
    this.#loading ??= this.#fetch();
    return this.#loading;
  };

  async #fetch(): Promise<boolean> {
    this.#set("loading");
    try {
      await this.#load();
      this.#set("ready");
      return true;
    } catch {
      // Offline, or a new version has replaced the chunk: the host shows it, and the next need tries again.
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
