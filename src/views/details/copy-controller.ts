import type { LitElement, ReactiveController } from "lit";

/** How long "Copied" is shown, in milliseconds. */
const SHOWN_FOR = 1500;

/**
 * Copies text for its host, and stores for a moment which button copied. If the clipboard is blocked (no secure page, a policy,
 * no permission), the host shows the text with `renderClipboardFallback` and the controller selects it.
 */
export class CopyController implements ReactiveController {
  /** The key of the button that copied a moment ago. */
  copied: string | null = null;
  /** The text that could not be copied. */
  blockedText: string | null = null;
  /** The element that had the focus when the clipboard was blocked, and gets it back. */
  #opener: HTMLElement | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Only the newest copy may change the screen. */
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
   * @param key names the host's button
   * @returns whether the text is in the clipboard
   */
  async copy(key: string, text: string): Promise<boolean> {
    this.reset();
    const turn = this.#turn;
    let done = true;
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      // No clipboard, or no permission: the host shows the text instead.
      done = false;
    }
    if (turn !== this.#turn) return done;
    if (done) {
      this.copied = key;
      this.#timer = setTimeout(() => this.reset(), SHOWN_FOR);
    } else {
      this.blockedText = text;
      this.#opener = this.#host.shadowRoot?.activeElement as HTMLElement | null;
    }
    this.#host.requestUpdate();
    if (!done) await this.#selectBlockedText(turn);
    return done;
  }

  /** Only when the text appears: a later render must not take the focus again. */
  async #selectBlockedText(turn: number): Promise<void> {
    await this.#host.updateComplete;
    const text = turn === this.#turn ? this.#host.renderRoot.querySelector("textarea") : null;
    text?.focus();
    text?.select();
  }

  /** Hides the blocked text and gives the focus back. */
  close(): void {
    this.reset();
    this.#opener?.focus();
  }

  reset(): void {
    this.#turn += 1;
    clearTimeout(this.#timer);
    if (this.copied === null && this.blockedText === null) return;
    this.copied = null;
    this.blockedText = null;
    this.#host.requestUpdate();
  }
}
