import { html, nothing, type TemplateResult } from "lit";
import { runAfterPaint } from "../../ui/after-paint.js";
import { reactive } from "../../ui/reactive.js";
import { timezones } from "../../i18n/en/timezones.js";
import { formatCount } from "../../i18n/numbers.js";
import { Debouncer } from "../../ui/debouncer.js";
import { renderIcon } from "../../ui/icons.js";
import { ComboboxController } from "../../ui/popups/combobox.js";
import { registerElement } from "../../ui/register-element.js";
import { renderSearchField } from "../../ui/search-field.js";
import { popupParts } from "../../ui/styles/popup-parts.js";
import { popup } from "../../ui/styles/popup.js";
import { shared } from "../../ui/styles/shared.js";
import { ViewElement } from "../shell/view-element.js";
import { send } from "../shell/commands.js";
import { formatTimeOfDay, getOffset } from "./zone-clock.js";
import { findZones, listZones, createZoneTexts, type ZoneGroups } from "./zone-search.js";
import { timezoneListStyles } from "./timezone-list.styles.js";

/** The number of matches is announced after a pause in typing, ms. */
const PAUSE = 700;
/** How many offsets are computed at once. */
const SLICE = 24;
/** How many options the list adds when the user gets near its end. Four hundred at once would delay every key. */
const PAGE = 60;
/** How many options are in sight, or more. A typed letter shows these, and the others after the frame with them. */
const IN_SIGHT = 14;
/** How near, in options. */
const NEAR = 12;

/**
 * The content of the time zone dialog: a search field with a list box. The focus stays in the field.
 *
 * @fires alv-command - `prefer` when the user chooses a zone
 * @fires alv-command - `announce` with the number of matches
 */
export class TimezoneList extends ViewElement {
  static override properties = { text: reactive, ready: reactive, most: reactive };
  static override styles = [shared, popup, popupParts, timezoneListStyles];

  private text = "";
  /** How many of the other zones have their offset, and so are listed. */
  private ready = 0;
  /** How many of the other zones may be on the screen. */
  private most = PAGE;

  private get input(): HTMLInputElement | null {
    return this.renderRoot.querySelector<HTMLInputElement>("input");
  }
  private get list(): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>(".list");
  }

  readonly #combobox = new ComboboxController(this, {
    input: () => this.input,
    listbox: () => this.list,
    findFirst: () => this.#findFirst(),
    choose: (id) => this.#choose(id),
  });
  readonly #debouncer = new Debouncer(this, PAUSE);
  #isScrolled = false;
  #zones: ZoneGroups = { common: [], others: [] };
  #found: ZoneGroups = this.#zones;
  #removal = new AbortController();

  override focus(): void {
    this.input?.focus();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#removal = new AbortController();
    this.text = "";
    this.ready = 0;
    this.most = PAGE;
    void this.#computeOffsets(this.#removal.signal);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#removal.abort();
  }

  /** Computes the offsets in slices, so that no key has to wait. */
  async #computeOffsets(signal: AbortSignal): Promise<void> {
    await this.updateComplete;
    const { pause, now } = this.env;
    const { others } = this.#zones;
    for (let at = 0; at < others.length; at += SLICE) {
      for (const zone of others.slice(at, at + SLICE)) getOffset(zone, now());
      await pause(0, signal).catch(() => undefined);
      if (signal.aborted) return;
      this.ready = at + SLICE;
    }
  }

  override willUpdate(): void {
    if (this.#zones.common.length === 0) this.#zones = listZones(this.env.times.zone);
    this.#found = this.#find();
    const active = this.#found.others.findIndex((zone) => createId(zone) === this.#combobox.active);
    if (active >= this.most - NEAR) this.#showMore();
  }

  override updated(): void {
    this.#combobox.attach();
  }

  override render(): TemplateResult {
    const strings = this.env.completeTexts(timezones);
    const { common, others } = this.#found;
    const isEmpty = common.length + others.length === 0;
    return html`
      ${renderSearchField(strings.findZone, this.text, this.#onText)}
      <div id="list" class="list" role="listbox" tabindex="-1" aria-label=${strings.timezone} @scroll=${this.#onScroll}>
        ${this.#renderGroup(strings.commonZones, common, strings.zoneNow)}
        ${this.#renderGroup(strings.allZones, others.slice(0, this.most))}
        ${isEmpty ? html`<p class="none" role="presentation">${strings.noZones}</p>` : nothing}
      </div>
    `;
  }

  #renderGroup(name: string, zones: readonly string[], end = ""): TemplateResult | typeof nothing {
    if (zones.length === 0) return nothing;
    return html`<div role="group" aria-label=${name}>
      <div class="heading" aria-hidden="true"><span>${name}</span><span>${end}</span></div>
      ${zones.map((zone) => this.#renderOption(zone))}
    </div>`;
  }

  #renderOption(zone: string): TemplateResult {
    const { times, now, locale } = this.env;
    const isChosen = zone === times.zone;
    const isActive = this.#combobox.active === createId(zone);
    const { name, note } = createZoneTexts(zone, zone === this.#zones.common[0], this.env);
    return html`<div
      id=${createId(zone)}
      class=${isActive ? "option active" : "option"}
      role="option"
      aria-selected=${isChosen}
    >
      ${isChosen ? renderIcon("check") : nothing}<bdi>${name}</bdi> <span class="muted num" dir="ltr">${note}</span>
      <span class="option-end num">${formatTimeOfDay(zone, now(), locale)}</span>
    </div>`;
  }

  #find(): ZoneGroups {
    const { common, others } = this.#zones;
    return findZones({ common, others: others.slice(0, this.ready) }, this.text, this.env);
  }

  /** Enter takes the first match of a typed text. */
  #findFirst(): string | undefined {
    if (this.text === "") return undefined;
    const { common, others } = this.#found;
    const first = common[0] ?? others[0];
    return first && createId(first);
  }

  #showMore(): void {
    if (this.most < this.#found.others.length) this.most += PAGE;
  }

  #choose(id: string): void {
    const { common, others } = this.#zones;
    const timezone = [...common, ...others].find((zone) => createId(zone) === id);
    if (timezone !== undefined) send(this, "prefer", { timezone });
  }

  readonly #onScroll = (): void => {
    const { scrollTop, scrollHeight, clientHeight } = this.list!;
    this.#isScrolled = scrollTop > 0;
    if (scrollHeight - scrollTop < 2 * clientHeight) this.#showMore();
  };

  readonly #onText = (): void => {
    this.text = this.input?.value ?? "";
    this.most = IN_SIGHT;
    runAfterPaint(() => (this.most = Math.max(this.most, PAGE)));
    // Setting it needs a layout, also where nothing changes.
    if (this.#isScrolled) this.list!.scrollTop = 0;
    this.#debouncer.cancel();
    if (this.text !== "") this.#debouncer.schedule(this.env.pause, () => send(this, "announce", this.#countMatches()));
  };

  #countMatches(): string {
    const { completeTexts, locale } = this.env;
    const strings = completeTexts(timezones);
    const { common, others } = this.#found;
    const count = common.length + others.length;
    return count === 0 ? strings.noZones : strings.announceZones(formatCount(count, locale));
  }
}

const createId = (zone: string): string => `zone-${zone}`;

registerElement("alv-timezone-list", TimezoneList);

declare global {
  interface HTMLElementTagNameMap {
    "alv-timezone-list": TimezoneList;
  }
}
