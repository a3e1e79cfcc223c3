import type { ViewerSetting } from "../views/shell/viewer-template.js";
import { loadHelpLink } from "./late-code.js";
import { checkValue, isText } from "../core/options.js";

/** The page's help, whose button is a chunk of its own. */
export class HelpButton {
  readonly #onChange: () => void;
  #href: string | undefined;
  #isMissing = false;
  link: ViewerSetting["help"];

  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  /** @param helpUrl as the page has set it */
  offer(helpUrl: unknown): void {
    const url = checkValue<string | undefined>("help-url", helpUrl, isPage, "the http(s) URL of a page", undefined);
    this.#href = url === undefined ? undefined : new URL(url, document.baseURI).href;
    this.link = undefined;
    if (this.#href !== undefined) this.#fetch();
  }

  /** Fetches the button where it could not be fetched before. */
  tryAgain(): void {
    if (this.#isMissing) this.#fetch();
  }

  #fetch(): void {
    loadHelpLink().then(
      ({ helpLink }) => {
        this.#isMissing = false;
        const href = this.#href;
        this.link = href === undefined ? undefined : (strings) => helpLink(href, strings);
        this.#onChange();
      },
      // Offline: what needs no help works on.
      () => void (this.#isMissing = true),
    );
  }
}

/** A link to anything else, such as a script, would run on the host page. */
function isPage(value: unknown): value is string {
  return (
    isText(value) &&
    // A blank one would lead back to the host page.
    /\S/.test(value) &&
    URL.canParse(value, document.baseURI) &&
    /^https?:$/.test(new URL(value, document.baseURI).protocol)
  );
}
