import type { ReactiveController, ReactiveControllerHost } from "lit";
import { PopoverController } from "./popover.js";

/** How many options Page Up and Page Down move. */
const PAGE = 10;

export interface ComboboxOptions {
  /** A text field with the role `combobox`, in the same root as the popup. */
  readonly input: () => HTMLInputElement | null;
  /** The list box. It and each of its options need an id. */
  readonly listbox: () => HTMLElement | null;
  /**
   * An element around the list box, with `popover="manual"`: the field keeps the focus while it is open. By default the list
   * box is always visible, for example inside of a dialog.
   */
  readonly popup?: () => HTMLElement | null;
  /** The popup is positioned next to this element; by default the field. */
  readonly anchor?: () => HTMLElement | null;
  /** Called with the id of the chosen option. */
  readonly choose: (id: string) => void;
  /**
   * The user can choose several options. A chosen option stays active. Home, End, Page Up and Page Down move in the list, and
   * the space bar chooses an option after an arrow key has made it active.
   */
  readonly many?: boolean;
  /** The id of the option that becomes active while the user types; by default none. */
  readonly findTyped?: () => string | undefined;
  /** The id of the option that Enter chooses while none is active; by default none. */
  readonly findFirst?: () => string | undefined;
}

/**
 * A text field with suggestions: an editable combobox with a list box. The focus stays in the field, and
 * `aria-activedescendant` names the active option. The field accepts any text.
 *
 * The host renders the options, and marks the one with the id `active`.
 *
 * @see https://www.w3.org/WAI/ARIA/apg/patterns/combobox/
 */
export class ComboboxController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #options: ComboboxOptions;
  readonly #popup: () => HTMLElement | null;
  /** Undefined if the list box is always visible. */
  readonly #popover: PopoverController | undefined;
  #listeners: AbortController | undefined;
  #active: string | undefined;
  /** Whether an arrow key or a click made the option active. Then the space bar is for the option, not for the text. */
  #isChosenByKey = false;
  /** The end of the list that becomes active when there are options. */
  #pendingEnd: "first" | "last" | undefined;

  constructor(host: ReactiveControllerHost, options: ComboboxOptions) {
    this.#host = host;
    this.#options = options;
    const { popup, input, anchor = input } = options;
    this.#popup = popup ?? options.listbox;
    if (popup) this.#popover = new PopoverController(host, { popup, anchor, opener: input });
    host.addController(this);
  }

  /** The id of the active option. */
  get active(): string | undefined {
    return this.#active;
  }

  get open(): boolean {
    return !this.#popover || (this.#popup()?.matches(":popover-open") ?? false);
  }

  show(): void {
    const popup = this.#popup();
    // The focus may have left the field while the options were loaded.
    if (this.open || !popup?.isConnected || !this.#options.input()?.matches(":focus")) return;
    popup.showPopover();
    this.#host.requestUpdate();
  }

  hide(): void {
    this.#activate(undefined);
    if (!this.open || !this.#popover) return;
    this.#popover.hide();
    this.#host.requestUpdate();
  }

  /** Adds the listeners. The field and the popup must be rendered. */
  attach(): void {
    const input = this.#options.input();
    const popup = this.#popup();
    if (this.#listeners || !input || !popup) return;
    this.#listeners = new AbortController();
    const { signal } = this.#listeners;
    input.addEventListener("keydown", this.#onKey, { signal });
    // Typing ends the choice by keys.
    input.addEventListener("input", () => this.#activate(this.#options.findTyped?.()), { signal });
    input.addEventListener("focusout", this.#onFocusOut, { signal });
    popup.addEventListener("focusout", this.#onFocusOut, { signal });
    popup.addEventListener("keydown", this.#onPopupKey, { signal });
    popup.addEventListener("mousedown", this.#onMouseDown, { signal });
    popup.addEventListener("click", this.#onClick, { signal });
  }

  hostDisconnected(): void {
    this.#listeners?.abort();
    this.#listeners = undefined;
    this.#active = this.#pendingEnd = undefined;
    this.#setAria(false);
  }

  hostUpdated(): void {
    const ids = this.#ids();
    const next = this.#pendingEnd && this.open ? ids.at(this.#pendingEnd === "first" ? 0 : -1) : undefined;
    const isLost = this.#active !== undefined && ids.indexOf(this.#active) === -1;
    // Not during an update.
    if (next !== undefined || isLost) queueMicrotask(() => this.#activate(next));
    this.#setAria(this.open && ids.length > 0);
  }

  /** Sets the attributes for screen readers. */
  #setAria(isExpanded: boolean): void {
    const input = this.#options.input();
    if (!input) return;
    input.setAttribute("aria-expanded", String(isExpanded));
    const listbox = this.#options.listbox()?.id;
    if (listbox) input.setAttribute("aria-controls", listbox);
    if (isExpanded && this.#active !== undefined) input.setAttribute("aria-activedescendant", this.#active);
    else input.removeAttribute("aria-activedescendant");
  }

  #activate(id: string | undefined, isChosenByKey = false): void {
    this.#pendingEnd = undefined;
    this.#isChosenByKey = isChosenByKey;
    // With the frame: scrolling needs a layout, and everything that is still to be rendered would need another one.
    if (id !== undefined) requestAnimationFrame(this.#showActive);
    if (id === this.#active) return;
    this.#active = id;
    this.#host.requestUpdate();
  }

  readonly #showActive = (): void =>
    this.#elements()
      .find(({ id }) => id === this.#active)
      ?.scrollIntoView({ block: "nearest" });

  #elements(): HTMLElement[] {
    return [...(this.#options.listbox()?.querySelectorAll<HTMLElement>('[role="option"]') ?? [])];
  }

  #ids(): string[] {
    return this.#elements().map(({ id }) => id);
  }

  #choose(id: string): void {
    if (this.#options.many) this.#activate(id, true);
    else this.hide();
    this.#options.choose(id);
  }

  #move(by: 1 | -1): void {
    if (!this.open) {
      this.show();
      this.#pendingEnd = by === 1 ? "first" : "last";
      return;
    }
    const ids = this.#ids();
    const at = this.#active === undefined ? -1 : ids.indexOf(this.#active);
    const to = at === -1 && by === -1 ? ids.length - 1 : (at + by + ids.length) % ids.length;
    this.#activate(ids[to], true);
  }

  /** Handles Home, End, Page Up and Page Down. Returns whether it was one of them. */
  #jump(key: string): boolean {
    const ids = this.#ids();
    const at = ids.indexOf(this.#active ?? "");
    const last = ids.length - 1;
    const jumps = { Home: 0, End: last, PageDown: Math.min(last, at + PAGE), PageUp: Math.max(0, at - PAGE) };
    const to = Object.hasOwn(jumps, key) ? jumps[key as keyof typeof jumps] : undefined;
    if (to !== undefined) this.#activate(ids[to], true);
    return to !== undefined;
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    // Keys of an input method, and keys that select text.
    if (event.isComposing || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const { key, altKey } = event;
    // The browser uses Alt with other keys.
    if (altKey && key !== "ArrowDown" && key !== "ArrowUp") return;
    const { many } = this.#options;
    const taken = this.#active ?? this.#options.findFirst?.();
    const isTaken = key === "Enter" || (key === " " && many && this.#isChosenByKey);
    if (key === "ArrowDown" && altKey) this.show();
    else if (key === "ArrowUp" && altKey) this.hide();
    else if (key === "ArrowDown") this.#move(1);
    else if (key === "ArrowUp") this.#move(-1);
    else if (isTaken && this.open && taken !== undefined) this.#choose(taken);
    else if (key === "Escape" && this.open && this.#popover) this.hide();
    else if (many) {
      if (!this.#jump(key)) return;
    } else {
      // Without an active option, Enter submits the form, as in any field.
      if (key === "Enter") this.hide();
      else if (["Home", "End", "ArrowLeft", "ArrowRight"].some((one) => one === key)) this.#activate(undefined);
      return;
    }
    // Otherwise the page would use the key again: Escape would also close a dialog around the viewer.
    event.preventDefault();
    event.stopPropagation();
  };

  /** For Escape while a button in the popup has the focus. */
  readonly #onPopupKey = (event: KeyboardEvent): void => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    this.#options.input()?.focus();
    this.hide();
  };

  readonly #onFocusOut = (event: FocusEvent): void => {
    const to = event.relatedTarget as Node | null;
    const isInside = to !== null && (to === this.#options.input() || this.#popup()?.contains(to));
    if (!isInside) this.hide();
  };

  /** Keeps the focus in the field, unless the user clicks a button. */
  readonly #onMouseDown = (event: MouseEvent): void => {
    if (!(event.target as Element).closest("button")) event.preventDefault();
  };

  readonly #onClick = (event: MouseEvent): void => {
    const option = (event.target as Element).closest('[role="option"]');
    if (option) this.#choose(option.id);
  };
}
