import { render } from "lit";
import type { AuditLogViewer } from "../../src/index.js";
import { Probe } from "./contrast-pairs.js";
import { fromHash, HOUSE, startingFrom, toHash, withToken, type Density, type Draft, type Shown } from "./draft.js";
import { builderTemplate, lookTemplate } from "./template.js";
import { tokenNamed } from "./token-list.js";
import { toCss, toLightDark, findProblem, splitSchemes } from "./token-value.js";

const SCHEMES = ["light", "dark"] as const;
export type Scheme = (typeof SCHEMES)[number];

/** Addresses may be written a hundred times in a half minute; a colour is dragged faster than that. */
const ADDRESS_MS = 300;

/**
 * The page's state: a draft, what was typed and cannot be used, and the way back. The viewers wear the very style sheet that
 * is there to copy.
 */
export class ThemeBuilder {
  draft: Draft = fromHash(location.hash);
  /** What stands in a field and is no value, by the token's name. */
  readonly refused = new Map<string, string>();
  search = "";
  readonly unfolded = new Set<string>();
  said = "";
  readonly probes = { light: new Probe("light"), dark: new Probe("dark") } as const;

  readonly #root: HTMLElement;
  readonly #previews: HTMLElement;
  readonly #sheet = new CSSStyleSheet();
  readonly #left = new AbortController();
  readonly #past: Draft[] = [];
  /** Steps on one field are one way back, until another thing is done. */
  #editing: string | undefined;
  #isAddressDue = false;
  /** What the viewers wear: the same again would cost them all their styles. */
  #worn = "";

  /**
   * @param root where the fields come
   * @param previews holds a place for the choice of what is shown, `#look`, and for each scheme a section with its viewer,
   * `#preview-light` and `#preview-dark`
   */
  constructor(root: HTMLElement, previews: HTMLElement) {
    this.#root = root;
    this.#previews = previews;
    document.adoptedStyleSheets.push(this.#sheet);
    for (const scheme of SCHEMES) document.body.append(this.probes[scheme].element);
    addEventListener("hashchange", () => this.#follow(), { signal: this.#left.signal });
    this.#show();
  }

  get css(): string {
    return toCss(this.draft.tokens);
  }

  get canUndo(): boolean {
    return this.#past.length > 0;
  }

  /** The value that a token has, or its default. */
  getValue(name: string): string {
    return this.draft.tokens.get(name) ?? "";
  }

  /** Sets a token to what was typed; an empty text is its default again. */
  type(name: string, typed: string): void {
    const value = typed.trim();
    const problem = value === "" ? undefined : findProblem(tokenNamed(name)!.kind, value);
    if (problem) {
      this.refused.set(name, typed);
      // What was a value on the way to here was not meant.
      if (this.#editing === name) {
        this.draft = withToken(this.draft, name, this.#past.at(-1)?.tokens.get(name));
      }
      this.#show();
    } else {
      this.refused.delete(name);
      this.#change(withToken(this.draft, name, value || undefined), name);
    }
  }

  /** Sets a colour in one scheme, and leaves the other one as it is seen. */
  pick(name: string, scheme: Scheme, color: string): void {
    const own = this.draft.tokens.get(name);
    const seen = (one: Scheme) => this.probes[one].hex(name.replace("--alv-", ""));
    const [light, dark] = own ? splitSchemes(own) : [seen("light"), seen("dark")];
    this.refused.delete(name);
    const value = scheme === "light" ? toLightDark(color, dark) : toLightDark(light, color);
    this.#change(withToken(this.draft, name, value), name);
  }

  reset(name: string): void {
    this.refused.delete(name);
    this.#change(withToken(this.draft, name, undefined));
  }

  begin(id: string): void {
    this.refused.clear();
    this.#change(startingFrom(id));
  }

  /** What is looked at is no part of the theme: no way back is needed. */
  look(shown: Shown): void {
    this.draft = { ...this.draft, shown };
    this.#show();
  }

  space(density: Density): void {
    this.#change({ ...this.draft, density });
  }

  resetAll(): void {
    this.refused.clear();
    this.#change({ ...HOUSE, shown: this.draft.shown });
  }

  undo(): void {
    const before = this.#past.pop();
    if (!before) return;
    this.refused.clear();
    this.#editing = undefined;
    this.draft = { ...before, shown: this.draft.shown };
    this.#show();
  }

  find(search: string): void {
    this.search = search;
    this.#show();
  }

  fold(family: string): void {
    if (!this.unfolded.delete(family)) this.unfolded.add(family);
    this.#show();
  }

  /** The keyboard or the mouse has gone elsewhere. */
  leave(): void {
    this.#editing = undefined;
  }

  async copy(): Promise<void> {
    const field = this.#root.querySelector<HTMLTextAreaElement>("#css")!;
    try {
      await navigator.clipboard.writeText(this.css);
      this.said = "Copied.";
    } catch {
      // Refused, or there is none on a page without HTTPS.
      field.focus();
      field.select();
      this.said = "Clipboard blocked. Copy the selected text.";
    }
    this.#show();
  }

  /** Ends it, and takes away what it has put on the page. */
  end(): void {
    this.#left.abort();
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== this.#sheet);
    for (const scheme of SCHEMES) this.probes[scheme].element.remove();
    for (const part of [this.#root, this.#part("#look")]) render(null, part);
  }

  #part(selector: string): HTMLElement {
    return this.#previews.querySelector<HTMLElement>(selector)!;
  }

  #change(draft: Draft, editing?: string): void {
    if (toHash(draft) === toHash(this.draft)) return this.#show();
    if (editing === undefined || editing !== this.#editing) this.#past.push(this.draft);
    this.#editing = editing;
    this.draft = draft;
    this.#show();
  }

  #follow(): void {
    if (location.hash.slice(1) === toHash(this.draft)) return;
    this.refused.clear();
    this.#change(fromHash(location.hash));
  }

  #show(): void {
    if (this.css !== this.#worn) {
      this.#worn = this.css;
      this.#sheet.replaceSync(this.#worn);
    }
    for (const scheme of SCHEMES) this.probes[scheme].wear(this.draft.tokens);
    const { shown, density } = this.draft;
    for (const scheme of SCHEMES) {
      const preview = this.#part(`#preview-${scheme}`);
      preview.hidden = shown !== "both" && shown !== scheme;
      preview.querySelector<AuditLogViewer>("audit-log-viewer")!.density = density;
    }
    render(builderTemplate(this), this.#root);
    render(lookTemplate(this), this.#part("#look"));
    this.#address();
  }

  /** A reload, and whoever is sent the address, sees the same. */
  #address(): void {
    if (this.#isAddressDue) return;
    this.#isAddressDue = true;
    setTimeout(() => {
      this.#isAddressDue = false;
      if (this.#left.signal.aborted) return;
      const hash = toHash(this.draft);
      if (hash === location.hash.slice(1)) return;
      history.replaceState(history.state, "", hash ? `#${hash}` : location.pathname + location.search);
    }, ADDRESS_MS);
  }
}
