import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { reactive } from "../../ui/reactive.js";
import { ComboboxController } from "../../ui/popups/combobox.js";
import { Debouncer } from "../../ui/debouncer.js";
import { registerElement } from "../../ui/register-element.js";
import type { Domain } from "../../core/filters/domain-match.js";
import { escapePattern } from "../../core/filters/pattern.js";
import { fold } from "../../core/text/text.js";
import { popup } from "../../ui/styles/popup.js";
import type { DomainState, DomainStore } from "./store.js";
import { domainSuggestionStyles } from "./domain-suggestions.styles.js";
import { canBeLookAlike, renderDomainText } from "./domain-text.js";
import { createStatusText } from "./status-text.js";
import { DomainSuggester, NO_SUGGESTIONS } from "./suggested-domains.js";
import { ViewElement } from "../../views/shell/view-element.js";
import { renderIcon } from "../../ui/icons.js";
import type { Strings } from "../../i18n/strings.js";
import type { DomainFieldPlace } from "../../views/shell/feature.js";
import { StoreFollower } from "../../views/shell/store-follower.js";
import { send } from "../../views/shell/commands.js";
import { formatCount } from "../../i18n/numbers.js";

/** Loads the function that marks look-alikes, with its English texts. */
export type LoadNames = () => Promise<(shown: string, strings: Strings) => unknown>;

/** The pause in typing after which the count is announced, in milliseconds. */
const ANNOUNCE_DELAY = 700;

/**
 * Suggests domains for the text field next to it. It has no shadow root, because a field and its list box must be in the same
 * root. It sends `edit-filters` when the user chooses a domain, and announces the number of matches.
 */
export class DomainSuggestions extends ViewElement {
  static override properties = {
    domains: reactive,
    recent: reactive,
    field: reactive,
    text: reactive,
    openRequest: reactive,
    loadNames: reactive,
    nameText: reactive,
  };
  domains!: DomainStore;
  /** The names of domains that were searched for, the latest one first. */
  recent: readonly string[] = [];
  field: DomainFieldPlace["field"] = "affectedDomain";
  /** The text in the field. */
  text = "";
  /** Each new object is a request to show suggestions. */
  openRequest: DomainFieldPlace["openRequest"];

  loadNames!: LoadNames;
  /** Marks look-alikes; undefined until a list has names that may be look-alikes. */
  private nameText: ((shown: string) => unknown) | undefined;

  readonly #combobox = new ComboboxController(this, {
    input: () => this.#input,
    anchor: () => this.#input?.closest<HTMLElement>(".field") ?? null,
    popup: () => this.querySelector<HTMLElement>(".domains"),
    listbox: () => this.querySelector<HTMLElement>(".domains-list"),
    choose: (id) => this.#choose(id),
  });
  readonly #suggester = new DomainSuggester();
  #suggested = NO_SUGGESTIONS;
  /** The numbers in the ids of the options, by folded name: a domain keeps its id when its position changes. */
  readonly #numbers = new Map<string, number>();
  #announced = "";
  readonly #debouncer = new Debouncer(this, ANNOUNCE_DELAY);

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
    // A style sheet can only be adopted in the document that created it, and the viewer may be in another one.
    if (!(root instanceof ShadowRoot) || this.ownerDocument !== document) return;
    for (const { styleSheet } of [popup, domainSuggestionStyles]) {
      if (styleSheet && root.adoptedStyleSheets.indexOf(styleSheet) === -1) root.adoptedStyleSheets.push(styleSheet);
    }
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("domains") && this.#combobox.open) void this.domains.loadIfNeeded();
    if (changed.has("openRequest") && this.openRequest) void this.#open(this.openRequest);
    if (this.#combobox.open) this.#suggested = this.#suggester.suggest(this.#state.domains, this.recent, this.text);
  }

  /** Loads the domains, and opens the list if the user still wants it after the update. */
  async #open({ shouldOpen }: NonNullable<DomainFieldPlace["openRequest"]>): Promise<void> {
    await this.updateComplete;
    void this.domains.loadIfNeeded();
    if (shouldOpen()) this.#combobox.show();
  }

  override updated(): void {
    const { recent, others } = this.#suggested;
    if (!this.nameText && [...recent, ...others].some(({ name }) => canBeLookAlike(name))) this.#loadNameText();
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
    const id = this.#getId(domain);
    return html`<div class="option" role="option" id=${id} aria-selected=${id === this.#combobox.active}>
      <span class="ltr">${renderDomainText(name, this.text, this.nameText)}</span>
      ${description === "" ? nothing : html`<span class="muted" dir="auto">${renderDomainText(description, this.text)}</span>`}
    </div>`;
  }

  #note(): TemplateResult {
    const { strings } = this.env;
    const { failure, loading } = this.#state;
    const retry = failure ? strings.tryAgain : this.#isEmpty && !loading ? strings.domainsReload : undefined;
    return html`<p class="domains-note">
      <span class="num">${this.#status()}</span>
      ${
        retry === undefined
          ? nothing
          : html`<button type="button" class="link" @click=${this.#onRetry}>
              ${renderIcon("refresh", { small: true })}${retry}
            </button>`
      }
    </p>`;
  }

  #status(): string {
    return createStatusText(this.#state, this.#suggested, this.env);
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

  #getId({ name }: Domain): string {
    const key = fold(name);
    let number = this.#numbers.get(key);
    if (number === undefined) this.#numbers.set(key, (number = this.#numbers.size));
    return `domains-${this.field}-${number}`;
  }

  #choose(id: string): void {
    const { recent, others } = this.#suggested;
    const domain = [...recent, ...others].find((one) => this.#getId(one) === id);
    if (domain) send(this, "edit-filters", { [this.field]: escapePattern(domain.name) });
  }

  readonly #onRetry = (): void => {
    // The update removes the button, which has the focus.
    this.#input?.focus();
    void (this.#state.failure ? this.domains.load() : this.domains.reload());
  };

  /** Names stay without a mark if the code cannot be loaded; the next update tries again. */
  #loadNameText(): void {
    this.loadNames().then(
      (nameText) => (this.nameText = (shown) => nameText(shown, this.env.strings)),
      () => undefined,
    );
  }

  /** Announces the number of matches or the status to screen readers, when the user pauses. */
  #announce(): void {
    const { strings, locale } = this.env;
    const { recent, others, count } = this.#suggested;
    const listed = Math.max(count, recent.length + others.length);
    const isCount = !this.#isEmpty && !this.#state.failure;
    const text = !this.#combobox.open
      ? ""
      : isCount
        ? strings.announceDomains(formatCount(listed, locale))
        : this.#status();
    if (text === this.#announced) return;
    this.#announced = text;
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
