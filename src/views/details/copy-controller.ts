import type { LitElement, ReactiveController } from "lit";

/** How long "Copied" stands, in milliseconds. */
const SHOWN_FOR = 1500;

/**
 * Copies text for its host, and remembers for a moment what was copied. Where the clipboard is refused (no secure page, a
 * policy, no permission) the text is kept in `refused`, for the host to show it (`refusedText`) and this to select it.
 */
export class CopyController implements ReactiveController {
  /** What was copied a moment ago. */
  copied: string | null = null;
  /** The text that could not be copied. */
  refused: string | null = null;
  /** Where the focus was when it was refused. */
  #opener: HTMLElement | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Only the newest copy may change what is shown. */
  #turn = 0;
  readonly #host: LitElement;

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.reset();
  }

  /**
   * @param key says which of the host's buttons was used
   * @returns whether the text is in the clipboard
   */
  async copy(key: string, text: string): Promise<boolean> {
    this.reset();
    const turn = this.#turn;
    let done = true;
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      // No clipboard here, or none for this page: the text is shown instead.
      done = false;
    }
    if (turn !== this.#turn) return done;
    if (done) {
      this.copied = key;
      this.#timer = setTimeout(() => this.reset(), SHOWN_FOR);
    } else {
      this.refused = text;
      this.#opener = this.#host.shadowRoot?.activeElement as HTMLElement | null;
    }
    this.#host.requestUpdate();
    if (!done) await this.#selectRefused(turn);
    return done;
  }

  /** Once, when it appears: a later render must not take the focus back. */
  async #selectRefused(turn: number): Promise<void> {
    await this.#host.updateComplete;
    const text = turn === this.#turn ? this.#host.renderRoot.querySelector("textarea") : null;
    text?.focus();
    text?.select();
  }

  /** Closes the refused text and gives the focus back. */
  close(): void {
    this.reset();
    this.#opener?.focus();
  }

  reset(): void {
    this.#turn += 1;
    clearTimeout(this.#timer);
    if (this.copied === null && this.refused === null) return;
    this.copied = null;
    this.refused = null;
    this.#host.requestUpdate();
  }
}
