import type { ReactiveControllerHost } from "lit";
import type { ViewerSetting } from "../views/shell/viewer-template.js";
import type * as HelpLinkCode from "../views/shell/help-link.js";
import { LazyLoader } from "../ui/lazy-loader.js";
import { findPart, loadPart } from "./late-code.js";
import { checkValue, isText } from "../core/option-checks.js";

/** The help button, for pages that set `help-url`. Its code is loaded only for them. */
export class HelpButton {
  readonly #loader: LazyLoader;
  #href: string | undefined;
  #link: ViewerSetting["help"];

  constructor(host: ReactiveControllerHost) {
    this.#loader = new LazyLoader(host, () => loadPart("help-link"));
  }

  /** Renders the button; undefined without a page, and until the code is loaded. */
  get link(): ViewerSetting["help"] {
    const href = this.#href;
    const code = findPart("help-link") as typeof HelpLinkCode | undefined;
    // The same function each time, so that the toolbar does not change.
    if (href !== undefined && code) this.#link ??= (strings) => code.renderHelpLink(href, strings);
    return this.#link;
  }

  /** @param helpUrl the value of the property */
  offer(helpUrl: unknown): void {
    const url = checkValue<string | undefined>("help-url", helpUrl, isPage, "the http(s) URL of a page", undefined);
    this.#href = url === undefined ? undefined : new URL(url, document.baseURI).href;
    this.#link = undefined;
    this.load();
  }

  /** Loads the code if there is a page. Offline, the viewer works without the button; the next call tries again. */
  load(): void {
    if (this.#href !== undefined) void this.#loader.load();
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
