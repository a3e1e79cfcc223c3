import type { ViewerSetting } from "../views/shell/viewer-template.js";
import { loadHelpLink } from "./late-code.js";
import { checkValue, isText } from "../core/option-checks.js";

/** The help button, for pages that set `help-url`. Its code is loaded only for them. */
export class HelpButton {
  readonly #onChange: () => void;
  #href: string | undefined;
  #isMissing = false;
  link: ViewerSetting["help"];

  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  /** @param helpUrl the value of the property */
  offer(helpUrl: unknown): void {
    const url = checkValue<string | undefined>("help-url", helpUrl, isPage, "the http(s) URL of a page", undefined);
    this.#href = url === undefined ? undefined : new URL(url, document.baseURI).href;
    this.link = undefined;
    if (this.#href !== undefined) this.#fetch();
  }

  /** Loads the button if it could not be loaded before. */
  tryAgain(): void {
    if (this.#isMissing) this.#fetch();
  }

  #fetch(): void {
    loadHelpLink().then(
      ({ renderHelpLink }) => {
        this.#isMissing = false;
        const href = this.#href;
        this.link = href === undefined ? undefined : (strings) => renderHelpLink(href, strings);
        this.#onChange();
      },
      // Offline: the viewer works without the button.
      () => void (this.#isMissing = true),
    );
  }
}

/** Allows only http(s): a `javascript:` link would run on the host page. */
function isPage(value: unknown): value is string {
  return (
    isText(value) &&
    // A blank URL resolves to the host page.
    /\S/.test(value) &&
    URL.canParse(value, document.baseURI) &&
    /^https?:$/.test(new URL(value, document.baseURI).protocol)
  );
}
