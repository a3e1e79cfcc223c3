import type { ViewerSetting } from "./components/viewer-template.js";

/** The page's help, whose button is a chunk of its own. */
export class HelpOffer {
  readonly #onChange: () => void;
  #url: unknown;
  #isMissing = false;
  link: ViewerSetting["help"];

  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  /** @param url as the page has set it */
  offer(url: unknown): void {
    this.#url = url;
    import("./help-link.js").then(
      ({ helpLink }) => {
        this.#isMissing = false;
        this.link = helpLink(this.#url);
        this.#onChange();
      },
      // Offline: what needs no help works on.
      () => void (this.#isMissing = true),
    );
  }

  /** Fetches the button where it could not be fetched before. */
  tryAgain(): void {
    if (this.#isMissing) this.offer(this.#url);
  }
}
