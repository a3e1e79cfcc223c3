import { consume } from "@lit/context";
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { property } from "lit/decorators.js";
import { ComboboxController } from "../../ui/popups/combobox.js";
import { Debouncer } from "../../ui/debouncer.js";
import { registerElement } from "../../ui/register-element.js";
import { DomainIndex, isMatch, markTyped, type Domain } from "../../core/filters/domain-match.js";
import { escapePattern } from "../../core/filters/pattern.js";
import { fold } from "../../core/text/text.js";
import { visibleText } from "../../core/text/visible-text.js";
import { popup } from "../../ui/styles/popup.js";
import type { DomainState, DomainStore } from "./store.js";
import { domainSuggestionStyles } from "./domain-suggestions.styles.js";
import { environmentContext, type Environment } from "../../views/shell/environment.js";
import { icon } from "../../ui/icons.js";
import type { DomainFieldPlace } from "../../views/shell/feature.js";
import { StoreFollower } from "../../views/shell/store-follower.js";
import { send } from "../../views/shell/commands.js";
import { counted } from "../../i18n/numbers.js";

/** Options on the screen; more help nobody, and cost every key press. */
const MOST_OPTIONS = 50;
const MOST_RECENT = 5;
/** Characters of a name or description that are shown. */
const LONGEST = 200;
/** A count is said once somebody pauses, ms. */
const QUIET = 700;

interface Suggested {
  readonly recent: readonly Domain[];
  readonly others: readonly Domain[];
  /** How many of the listed ones match. */
  readonly count: number;
}

/**
 * Suggests domains for the text field beside it. It has no root of its own: a field and its list box have to share one.
 * Sends `edit-filters` when a domain is taken, and says how many match.
 */
export class DomainSuggestions extends LitElement {
  @consume({ context: environmentContext, subscribe: true })
  private env!: Environment;

  @property({ attribute: false }) domains!: DomainStore;
  /** Names of domains that were searched for, the latest one first. */
  @property({ attribute: false }) recent: readonly string[] = [];
  @property({ attribute: false }) field: DomainFieldPlace["field"] = "affectedDomain";
  /** What stands in the field. */
  @property({ attribute: false }) text = "";
  /** Another object asks for suggestions. */
  @property({ attribute: false }) wish: DomainFieldPlace["wish"];

  readonly #combobox = new ComboboxController(this, {
    input: () => this.#input,
    anchor: () => this.#input?.closest<HTMLElement>(".field") ?? null,
    popup: () => this.querySelector<HTMLElement>(".domains"),
    listbox: () => this.querySelector<HTMLElement>(".domains-list"),
    choose: (id) => this.#choose(id),
  });
  #indexed: readonly Domain[] | undefined;
  #index = new DomainIndex([]);
  #suggested: Suggested = { recent: [], others: [], count: 0 };
  /** Numbers of the domains, by folded name: a domain keeps its id whatever comes before it. */
  readonly #numbers = new Map<string, number>();
  #said = "";
  readonly #debouncer = new Debouncer(this, QUIET);

  constructor() {
    super();
    new StoreFollower(this, () => this.domains);
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const root = this.getRootNode();
    // Another document, where the viewer was moved to, takes no style sheet of this one.
    if (!(root instanceof ShadowRoot) || this.ownerDocument !== document) return;
    for (const { styleSheet } of [popup, domainSuggestionStyles]) {
      if (styleSheet && root.adoptedStyleSheets.indexOf(styleSheet) === -1) root.adoptedStyleSheets.push(styleSheet);
    }
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("domains") && this.#combobox.open) void this.domains.need();
    if (changed.has("wish") && this.wish) void this.#ask(this.wish);
    if (this.#combobox.open) this.#suggested = this.#suggest();
  }

  /** The domains are loaded. The list opens if the reader still wants it then. */
  async #ask({ isWanted }: NonNullable<DomainFieldPlace["wish"]>): Promise<void> {
    await this.updateComplete;
    void this.domains.need();
    if (isWanted()) this.#combobox.show();
  }

  override updated(): void {
    this.#combobox.attach();
    this.#announce();
  }

  override render(): TemplateResult {
    const { open } = this.#combobox;
    return html`<div class="popup domains" popover="manual">
      <div
        class="domains-list"
        id=${`domains-${this.field}`}
        role="listbox"
        tabindex="-1"
        aria-label=${this.env.strings.textFilters[this.field]}
        ?hidden=${this.#isEmpty}
      >
        ${open ? this.#options() : nothing}
      </div>
      ${open ? this.#note() : nothing}
    </div>`;
  }

  #options(): TemplateResult {
    const { strings } = this.env;
    const { recent, others } = this.#suggested;
    if (recent.length === 0) return this.#list(others);
    return html`${this.#group(strings.recentDomains, recent)}
    ${others.length > 0 ? this.#group(strings.otherDomains, others) : nothing}`;
  }

  #group(label: string, domains: readonly Domain[]): TemplateResult {
    return html`<div role="group" aria-label=${label}>
      <div class="domains-label" aria-hidden="true">${label}</div>
      ${this.#list(domains)}
    </div>`;
  }

  #list(domains: readonly Domain[]): TemplateResult {
    return html`${domains.map((domain) => this.#option(domain))}`;
  }

  #option(domain: Domain): TemplateResult {
    const { name, description } = domain;
    const id = this.#idOf(domain);
    return html`<div class="option" role="option" id=${id} aria-selected=${id === this.#combobox.active}>
      <span class="ltr">${this.#marked(name)}</span>
      ${description === "" ? nothing : html`<span class="muted" dir="auto">${this.#marked(description)}</span>`}
    </div>`;
  }

  #marked(text: string): unknown[] {
    const short = text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
    return markTyped(short, this.text).map((piece) => {
      const shown = visibleText(piece.text);
      return piece.isTyped ? html`<mark>${shown}</mark>` : shown;
    });
  }

  /** The quiet line under the options. */
  #note(): TemplateResult {
    const { strings } = this.env;
    const { failure, loading } = this.#state;
    const again = failure ? strings.tryAgain : this.#isEmpty && !loading ? strings.domainsReload : undefined;
    return html`<p class="domains-note">
      <span class="num">${this.#status()}</span>
      ${
        again === undefined
          ? nothing
          : html`<button type="button" class="link" @click=${this.#onAgain}>
              ${icon("refresh", { small: true })}${again}
            </button>`
      }
    </p>`;
  }

  #status(): string {
    const { strings, locale } = this.env;
    const { domains, extent, total, loading, failure } = this.#state;
    const { recent, others, count } = this.#suggested;
    const number = (value: number) => counted(value, locale);
    const all = number(domains.length);
    if (failure) {
      // What the sentence for this kind says is about the log.
      const cause = failure.kind === "unsupported" ? "" : ` ${strings.noticeCauses[failure.kind]}`;
      return strings.domainsFailed(all) + cause;
    }
    if (loading && domains.length === 0) return strings.domainsLoading;
    if (loading) return `${strings.domainsMatching(number(count), all)}, ${strings.domainsSoFar(all)}`;
    if (this.#isEmpty) return strings.domainsNone;
    if (extent === "own") return strings.domainsOwn;
    if (extent === "cut") return strings.domainsCut(all, total === undefined ? undefined : number(total));
    const shown = recent.length + others.length;
    return count > shown
      ? strings.domainsShown(number(shown), number(count))
      : strings.domainsMatching(number(count), all);
  }

  get #input(): HTMLInputElement | null {
    return this.closest(".slot")?.querySelector("input") ?? null;
  }

  get #state(): DomainState {
    return this.domains.state;
  }

  get #isEmpty(): boolean {
    const { recent, others } = this.#suggested;
    return recent.length + others.length === 0;
  }

  #suggest(): Suggested {
    const { domains } = this.#state;
    if (domains !== this.#indexed) {
      this.#indexed = domains;
      this.#index = new DomainIndex(domains);
    }
    const used = this.recent
      .map((name): Domain => this.#index.named(name) ?? { name, description: "" })
      .filter((domain) => isMatch(domain, this.text))
      .slice(0, MOST_RECENT);
    const names = new Set(used.map(({ name }) => fold(name)));
    const { first, count } = this.#index.find(this.text, MOST_OPTIONS);
    const others = first.filter(({ name }) => !names.has(fold(name))).slice(0, MOST_OPTIONS - used.length);
    return { recent: used, others, count };
  }

  #idOf({ name }: Domain): string {
    const key = fold(name);
    let number = this.#numbers.get(key);
    if (number === undefined) this.#numbers.set(key, (number = this.#numbers.size));
    return `domains-${this.field}-${number}`;
  }

  #choose(id: string): void {
    const { recent, others } = this.#suggested;
    const domain = [...recent, ...others].find((one) => this.#idOf(one) === id);
    if (domain) send(this, "edit-filters", { [this.field]: escapePattern(domain.name) });
  }

  readonly #onAgain = (): void => {
    // The button leaves with the line that it is in.
    this.#input?.focus();
    void (this.#state.failure ? this.domains.load() : this.domains.reload());
  };

  /** Says what somebody who does not see the list has to know, once they pause. */
  #announce(): void {
    const { strings, locale } = this.env;
    const { recent, others, count } = this.#suggested;
    const listed = Math.max(count, recent.length + others.length);
    const isCount = !this.#isEmpty && !this.#state.failure;
    const text = !this.#combobox.open
      ? ""
      : isCount
        ? strings.announceDomains(counted(listed, locale))
        : this.#status();
    if (text === this.#said) return;
    this.#said = text;
    this.#debouncer.cancel();
    if (text !== "") this.#debouncer.schedule(this.env.pause, () => send(this, "announce", text));
  }
}

registerElement("alv-domain-suggestions", DomainSuggestions);

declare global {
  interface HTMLElementTagNameMap {
    "alv-domain-suggestions": DomainSuggestions;
  }
}
