import type { ReactiveController, ReactiveControllerHost } from "lit";
import { PopoverController } from "./popover.js";

/** Options that Page Up and Page Down move by. */
const PAGE = 10;

export interface ComboboxOptions {
  /** A text field with the role `combobox`, in the same root as the popup. */
  readonly input: () => HTMLInputElement | null;
  /** An element with `popover="manual"`: the field keeps the focus while it is open. */
  readonly popup: () => HTMLElement | null;
  /** The list box in the popup: it has an id, and so has each of its options. */
  readonly listbox: () => HTMLElement | null;
  /** What the popup stands beside; the field by default. */
  readonly anchor?: () => HTMLElement | null;
  /** An option was taken, by its id. */
  readonly choose: (id: string) => void;
  /** The list box is always there, in something that is opened and closed elsewhere; `popup` is the list box, too. */
  readonly inline?: boolean;
  /**
   * Many can be taken: an option stays active when it was taken, Home, End and the keys that turn a page go through the
   * list, and so does the space bar once an arrow has led there.
   */
  readonly many?: boolean;
  /** What typing makes active, by its id; nothing by default. */
  readonly typed?: () => string | undefined;
  /** What Enter takes while no option is active, by its id; nothing by default. */
  readonly first?: () => string | undefined;
}

/**
 * A text field that suggests what to type: an editable combobox with a list box, where nothing is chosen before somebody
 * does. The focus stays in the field; the active option is named by `aria-activedescendant`. Any text is allowed.
 *
 * The host renders the options; it asks `active` which one is marked, and updates when that changes.
 *
 * @see https://www.w3.org/WAI/ARIA/apg/patterns/combobox/
 */
export class ComboboxController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #options: ComboboxOptions;
  readonly #popover: PopoverController | undefined;
  #listening: AbortController | undefined;
  #active: string | undefined;
  /** An arrow or a click led to the active option: the space bar is for it, no more for the text. */
  #isLed = false;
  /** Which end becomes active as soon as there are options. */
  #wanted: "first" | "last" | undefined;

  constructor(host: ReactiveControllerHost, options: ComboboxOptions) {
    this.#host = host;
    this.#options = options;
    const { popup, input, anchor = input, inline } = options;
    if (!inline) this.#popover = new PopoverController(host, { popup, anchor, opener: input });
    host.addController(this);
  }

  /** The id of the active option. */
  get active(): string | undefined {
    return this.#active;
  }

  get open(): boolean {
    if (this.#options.inline) return true;
    return this.#options.popup()?.matches(":popover-open") ?? false;
  }

  show(): void {
    const popup = this.#options.popup();
    // Whoever has left the field meanwhile is not followed.
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

  /** Begins to listen to the field and the popup, which have to be there. */
  attach(): void {
    const input = this.#options.input();
    const popup = this.#options.popup();
    if (this.#listening || !input || !popup) return;
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    input.addEventListener("keydown", this.#onKey, { signal });
    // Typing and moving the caret lead back to the text.
    input.addEventListener("input", () => this.#activate(this.#options.typed?.()), { signal });
    input.addEventListener("focusout", this.#onFocusOut, { signal });
    popup.addEventListener("focusout", this.#onFocusOut, { signal });
    popup.addEventListener("keydown", this.#onPopupKey, { signal });
    popup.addEventListener("mousedown", this.#onMouseDown, { signal });
    popup.addEventListener("click", this.#onClick, { signal });
  }

  hostDisconnected(): void {
    this.#listening?.abort();
    this.#listening = undefined;
    this.#active = this.#wanted = undefined;
    this.#tell(false);
  }

  hostUpdated(): void {
    const ids = this.#ids();
    const next = this.#wanted && this.open ? ids.at(this.#wanted === "first" ? 0 : -1) : undefined;
    const isLost = this.#active !== undefined && ids.indexOf(this.#active) === -1;
    // Not in the middle of an update.
    if (next !== undefined || isLost) queueMicrotask(() => this.#activate(next));
    this.#tell(this.open && ids.length > 0);
  }

  /** What a screen reader knows of it. */
  #tell(isExpanded: boolean): void {
    const input = this.#options.input();
    if (!input) return;
    input.setAttribute("aria-expanded", String(isExpanded));
    const listbox = this.#options.listbox()?.id;
    if (listbox) input.setAttribute("aria-controls", listbox);
    if (isExpanded && this.#active !== undefined) input.setAttribute("aria-activedescendant", this.#active);
    else input.removeAttribute("aria-activedescendant");
  }

  #activate(id: string | undefined, isLed = false): void {
    this.#wanted = undefined;
    this.#isLed = isLed;
    if (id === this.#active) return;
    this.#active = id;
    this.#host.requestUpdate();
    if (id !== undefined)
      this.#elements()
        .find((option) => option.id === id)
        ?.scrollIntoView({ block: "nearest" });
  }

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
      this.#wanted = by === 1 ? "first" : "last";
      return;
    }
    const ids = this.#ids();
    const at = this.#active === undefined ? -1 : ids.indexOf(this.#active);
    const to = at === -1 && by === -1 ? ids.length - 1 : (at + by + ids.length) % ids.length;
    this.#activate(ids[to], true);
  }

  /** Home, End and whole pages, which a list of one leaves to the text. */
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
    // Keys of an input method, and those that mark text, are not for us.
    if (event.isComposing || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const { key, altKey } = event;
    // With Alt they are the browser's, but for the two that open and close a list.
    if (altKey && key !== "ArrowDown" && key !== "ArrowUp") return;
    const { inline, many } = this.#options;
    const taken = this.#active ?? this.#options.first?.();
    const isTaken = key === "Enter" || (key === " " && many && this.#isLed);
    if (key === "ArrowDown" && altKey) this.show();
    else if (key === "ArrowUp" && altKey) this.hide();
    else if (key === "ArrowDown") this.#move(1);
    else if (key === "ArrowUp") this.#move(-1);
    else if (isTaken && this.open && taken !== undefined) this.#choose(taken);
    else if (key === "Escape" && this.open && !inline) this.hide();
    else if (many) {
      if (!this.#jump(key)) return;
    } else {
      // Enter without an active option does what it does in any field, and the popup is not in the way of it.
      if (key === "Enter") this.hide();
      else if (["Home", "End", "ArrowLeft", "ArrowRight"].some((one) => one === key)) this.#activate(undefined);
      return;
    }
    // What is used here is not used once more around it: Escape would also close a dialog of the page.
    event.preventDefault();
    event.stopPropagation();
  };

  /** A button in the popup may have the focus. */
  readonly #onPopupKey = (event: KeyboardEvent): void => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    this.#options.input()?.focus();
    this.hide();
  };

  readonly #onFocusOut = (event: FocusEvent): void => {
    const to = event.relatedTarget as Node | null;
    const isInside = to !== null && (to === this.#options.input() || this.#options.popup()?.contains(to));
    if (!isInside) this.hide();
  };

  /** The field keeps the focus; only buttons take it. */
  readonly #onMouseDown = (event: MouseEvent): void => {
    if (!(event.target as Element).closest("button")) event.preventDefault();
  };

  readonly #onClick = (event: MouseEvent): void => {
    const option = (event.target as Element).closest('[role="option"]');
    if (option) this.#choose(option.id);
  };
}
