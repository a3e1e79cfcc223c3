import { html, nothing, type LitElement, type ReactiveController, type TemplateResult } from "lit";
import type * as DetailsCopyCode from "./details-copy.js";

/** How long "Copied" is shown, in milliseconds. */
const SHOWN_FOR = 1500;

/**
 * Copies text for its host, and stores for a moment which button copied. If the clipboard is blocked (no secure page, a policy,
 * no permission), the host shows the text.
 */
export class CopyController implements ReactiveController {
  /** The key of the button that copied a moment ago. */
  copied: string | null = null;
  /** The text that could not be copied. */
  #blockedText: string | null = null;
  /** The element that had the focus when the clipboard was blocked, and gets it back. */
  #opener: HTMLElement | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Only the newest copy may change the screen. */
  #turn = 0;
  readonly #host: LitElement;
  readonly #load: () => Promise<unknown>;

  /** @param load loads `details-copy` */
  constructor(host: LitElement, load: () => Promise<unknown>) {
    this.#host = host;
    this.#load = load;
    host.addController(this);
  }

  /** For `pointerenter` and `focus` of the buttons. Resolves with undefined if the code cannot be loaded. */
  readonly load = async (): Promise<typeof DetailsCopyCode | undefined> => {
    const code = await this.#load().catch(() => undefined);
    return code as typeof DetailsCopyCode | undefined;
  };

  /** The text that could not be copied, with a button that closes it. */
  renderBlockedText(): TemplateResult | typeof nothing {
    if (this.#blockedText === null) return nothing;
    return html`<alv-blocked-text .text=${this.#blockedText} .close=${this.#close}></alv-blocked-text>`;
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
      await this.load();
    }
    if (turn !== this.#turn) return done;
    if (done) {
      this.copied = key;
      this.#timer = setTimeout(() => this.reset(), SHOWN_FOR);
    } else {
      this.#blockedText = text;
      this.#opener = this.#host.shadowRoot?.activeElement as HTMLElement | null;
    }
    this.#host.requestUpdate();
    return done;
  }

  /** Hides the blocked text and gives the focus back. */
  readonly #close = (): void => {
    this.reset();
    this.#opener?.focus();
  };

  reset(): void {
    this.#turn += 1;
    clearTimeout(this.#timer);
    if (this.copied === null && this.#blockedText === null) return;
    this.copied = null;
    this.#blockedText = null;
    this.#host.requestUpdate();
  }
}
