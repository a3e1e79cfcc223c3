import { render } from "lit";
import type { AuditLogViewer } from "../../src/index.js";
import { Probe } from "./contrast-pairs.js";
import { readHash, HOUSE, createDraft, toHash, setToken, type Density, type Draft, type Shown } from "./draft.js";
import { renderBuilder, lookTemplate } from "./template.js";
import { findToken } from "./token-list.js";
import { toCss, toLightDark, findProblem, splitSchemes } from "./token-value.js";

const SCHEMES = ["light", "dark"] as const;
export type Scheme = (typeof SCHEMES)[number];

/** Browsers allow a hundred changes of the address in half a minute, and dragging a color changes it faster. */
const ADDRESS_MS = 300;

/**
 * The page's state: a draft, typed texts that are not valid, and the steps to undo. The viewers use the same style sheet that
 * the user can copy.
 */
export class ThemeBuilder {
  draft: Draft = readHash(location.hash);
  /** Invalid texts of the fields, by the token's name. */
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
  /** Changes of one field in a row are one step to undo. */
  #editing: string | undefined;
  #isAddressDue = false;
  /** The style sheet of the viewers: setting the same one again would compute all styles again. */
  #worn = "";

  /**
   * @param root the place of the fields
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

  /** Sets a token to the typed text; an empty text restores its default. */
  type(name: string, typed: string): void {
    const value = typed.trim();
    const problem = value === "" ? undefined : findProblem(findToken(name)!.kind, value);
    if (problem) {
      this.refused.set(name, typed);
      // An earlier valid part of the typed text was not meant.
      if (this.#editing === name) {
        this.draft = setToken(this.draft, name, this.#past.at(-1)?.tokens.get(name));
      }
      this.#show();
    } else {
      this.refused.delete(name);
      this.#change(setToken(this.draft, name, value || undefined), name);
    }
  }

  /** Sets a color in one scheme, and keeps the visible color of the other one. */
  pick(name: string, scheme: Scheme, color: string): void {
    const own = this.draft.tokens.get(name);
    const readSeen = (one: Scheme) => this.probes[one].hex(name.replace("--alv-", ""));
    const [light, dark] = own ? splitSchemes(own) : [readSeen("light"), readSeen("dark")];
    this.refused.delete(name);
    const value = scheme === "light" ? toLightDark(color, dark) : toLightDark(light, color);
    this.#change(setToken(this.draft, name, value), name);
  }

  reset(name: string): void {
    this.refused.delete(name);
    this.#change(setToken(this.draft, name, undefined));
  }

  begin(id: string): void {
    this.refused.clear();
    this.#change(createDraft(id));
  }

  /** Which viewers are shown is not part of the theme, so it cannot be undone. */
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

  /** The keyboard or the mouse has left the field. */
  leave(): void {
    this.#editing = undefined;
  }

  async copy(): Promise<void> {
    const field = this.#root.querySelector<HTMLTextAreaElement>("#css")!;
    try {
      await navigator.clipboard.writeText(this.css);
      this.said = "Copied.";
    } catch {
      // The clipboard is blocked, or the page has none without HTTPS.
      field.focus();
      field.select();
      this.said = "Clipboard blocked. Copy the selected text.";
    }
    this.#show();
  }

  /** Ends the builder, and removes its content from the page. */
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
    this.#change(readHash(location.hash));
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
    render(renderBuilder(this), this.#root);
    render(lookTemplate(this), this.#part("#look"));
    this.#address();
  }

  /** Keeps the draft in the address, so that a reload or a link shows the same. */
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
