const waiting = new Set<() => void>();

/** Calls `show` when code is loaded that changes how texts are shown. @returns ends this */
export function onLateCode(show: () => void): () => void {
  waiting.add(show);
  return () => waiting.delete(show);
}

/** Code that few texts need. It is loaded with the first of them, and the texts are then shown again. */
export class LateCode<Code> {
  #code: Code | undefined;
  #load: (() => Promise<Code>) | undefined;
  #loading: Promise<void> | undefined;

  /** @param load called with the first text that needs the code, and again after a failure */
  loadWith(load: () => Promise<Code>): void {
    this.#load = load;
  }

  /** Settles when the code is loaded or cannot be loaded; undefined if it is not being loaded. */
  get loading(): Promise<void> | undefined {
    return this.#loading;
  }

  /** Returns the code; undefined until it is loaded. */
  find(): Code | undefined {
    if (this.#code) return this.#code;
    this.#loading ??= this.#load?.().then(
      (code) => this.set(code),
      () => {
        // Offline, or a new version has replaced the chunk: the next text tries again.
        this.#loading = undefined;
      },
    );
    return undefined;
  }

  /** Without code, the next text loads it again. */
  set(code?: Code): void {
    this.#code = code;
    this.#loading = undefined;
    for (const show of waiting) show();
  }
}
