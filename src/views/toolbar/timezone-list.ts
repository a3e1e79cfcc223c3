import { consume } from "@lit/context";
import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { query, state } from "lit/decorators.js";
import { ComboboxController } from "../../ui/popups/combobox.js";
import { Debouncer } from "../../ui/debouncer.js";
import { registerElement } from "../../ui/register-element.js";
import { localZone } from "../../core/time/time-format.js";
import { COMMON_ZONES, isZoneMatch, listedZones, offsetOf, offsetText } from "../../core/time/time-zones.js";
import { popupParts } from "../../ui/styles/popup-parts.js";
import { popup } from "../../ui/styles/popup.js";
import { shared } from "../../ui/styles/shared.js";
import { environmentContext, type Environment } from "../shell/environment.js";
import { icon } from "../../ui/icons.js";
import { send } from "../shell/commands.js";
import { searchField } from "../../ui/search-field.js";
import { counted } from "../../i18n/numbers.js";

/** A count is said once somebody pauses, ms. */
const QUIET = 700;
/** Zones whose offset is found out in one go: making a format for each is what takes long. */
const SLICE = 24;
/** Options that are added whenever somebody gets near the end of them: four hundred at once would be felt at every key. */
const PAGE = 60;
/** How near, in options. */
const NEAR = 12;
const QUARTER_HOUR = 900_000;
const MINUTE = 60_000;

/** Minutes east of UTC, as long as they hold; zones change on a quarter of an hour. */
const offsets = { quarter: 0, of: new Map<string, number>() };

function offsetAt(zone: string, now: number): number {
  const quarter = Math.floor(now / QUARTER_HOUR);
  if (quarter !== offsets.quarter) Object.assign(offsets, { quarter, of: new Map() });
  let minutes = offsets.of.get(zone);
  if (minutes === undefined) offsets.of.set(zone, (minutes = offsetOf(zone, now)));
  return minutes;
}

/**
 * What is in the dialog of the time zones: a combobox and its list box, where the focus stays in the search field.
 * Sends `prefer` with the zone that was chosen.
 */
export class TimezoneList extends LitElement {
  static override styles = [
    shared,
    popup,
    popupParts,
    css`
      .list {
        block-size: 344px;
      }
      .heading {
        display: flex;
        justify-content: space-between;
        padding: var(--_alv-space-2) var(--_alv-space-2) var(--_alv-space-1);
        color: var(--_alv-text-muted);
        font-size: var(--_alv-font-size-sm);
        font-weight: var(--_alv-font-weight-medium);
        line-height: var(--_alv-line-height-sm);
      }
      .option {
        position: relative;
        padding-inline-start: var(--_alv-space-8);
      }
      .option > .muted {
        min-inline-size: 0;
        overflow-wrap: anywhere;
      }
      .option-end {
        flex: none;
      }
      .option > .icon {
        position: absolute;
        inset-inline-start: var(--_alv-space-2);
        margin: 0;
        color: var(--_alv-text-muted);
      }
      .none {
        padding: var(--_alv-space-2);
        color: var(--_alv-text-muted);
      }
    `,
  ];

  @consume({ context: environmentContext, subscribe: true })
  private env!: Environment;

  @state() private text = "";
  /** How many zones of the list have their offset. */
  @state() private ready = 0;

  /** How many zones that are not common may be on the screen. */
  @state() private most = PAGE;

  @query("input") private input!: HTMLInputElement | null;
  @query(".list") private list!: HTMLElement | null;

  readonly #combobox = new ComboboxController(this, {
    input: () => this.input,
    popup: () => this.list,
    listbox: () => this.list,
    inline: true,
    first: () => this.#first(),
    choose: (id) => this.#choose(id),
  });
  #zones: readonly string[] = [];
  #common: readonly string[] = [];
  /** What fits the text, in both groups. */
  #found: [common: readonly string[], others: readonly string[]] = [[], []];
  #gone = new AbortController();
  readonly #debouncer = new Debouncer(this, QUIET);

  override focus(): void {
    this.input?.focus();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#gone = new AbortController();
    this.text = "";
    this.ready = 0;
    this.most = PAGE;
    void this.#prepare(this.#gone.signal);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#gone.abort();
  }

  /** Piece by piece, so that no key has to wait. */
  async #prepare(signal: AbortSignal): Promise<void> {
    await this.updateComplete;
    const { pause, now } = this.env;
    for (let at = 0; at < this.#zones.length; at += SLICE) {
      for (const zone of this.#zones.slice(at, at + SLICE)) offsetAt(zone, now());
      await pause(0, signal).catch(() => undefined);
      if (signal.aborted) return;
      this.ready = at + SLICE;
    }
  }

  override willUpdate(): void {
    if (this.#zones.length === 0) this.#prepareZones();
    this.#found = this.#find();
    const active = this.#found[1].findIndex((zone) => idOf(zone) === this.#combobox.active);
    if (active >= this.most - NEAR) this.#more();
  }

  #prepareZones(): void {
    const local = localZone();
    const common = [local, ...COMMON_ZONES.filter((zone) => zone !== local)];
    const chosen = this.env.times.zone;
    // What is chosen is in sight, also where no list has it.
    this.#common = common.indexOf(chosen) === -1 ? [...common, chosen] : common;
    this.#zones = listedZones().filter((zone) => this.#common.indexOf(zone) === -1);
  }

  override updated(): void {
    this.#combobox.attach();
  }

  override render(): TemplateResult {
    const { strings } = this.env;
    const [common, others] = this.#found;
    const isEmpty = common.length + others.length === 0;
    return html`
      ${searchField(strings.findZone, this.text, this.#onText)}
      <div id="list" class="list" role="listbox" tabindex="-1" aria-label=${strings.timezone} @scroll=${this.#onScroll}>
        ${this.#group(strings.commonZones, common, strings.zoneNow)}${this.#group(strings.allZones, others.slice(0, this.most))}
        ${isEmpty ? html`<p class="none" role="presentation">${strings.noZones}</p>` : nothing}
      </div>
    `;
  }

  #group(name: string, zones: readonly string[], end = ""): TemplateResult | typeof nothing {
    if (zones.length === 0) return nothing;
    return html`<div role="group" aria-label=${name}>
      <div class="heading" aria-hidden="true"><span>${name}</span><span>${end}</span></div>
      ${zones.map((zone) => this.#option(zone))}
    </div>`;
  }

  #option(zone: string): TemplateResult {
    const { times, now, locale } = this.env;
    const isChosen = zone === times.zone;
    const isActive = this.#combobox.active === idOf(zone);
    const [name, note] = this.#words(zone);
    const clock = clockIn(locale)(now() + offsetAt(zone, now()) * MINUTE);
    return html`<div
      id=${idOf(zone)}
      class=${isActive ? "option active" : "option"}
      role="option"
      aria-selected=${isChosen}
    >
      ${isChosen ? icon("check") : nothing}<bdi>${name}</bdi> <span class="muted num" dir="ltr">${note}</span>
      <span class="option-end num">${clock}</span>
    </div>`;
  }

  /** How a zone is called, and what stands beside it. */
  #words(zone: string): [name: string, note: string] {
    const { strings, now } = this.env;
    const offset = strings.utcOffset(offsetText(offsetAt(zone, now())));
    if (zone === this.#common[0]) return [strings.localZone, `${zone} ${offset}`];
    return [zone, zone === "UTC" ? "" : offset];
  }

  #find(): [common: readonly string[], others: readonly string[]] {
    const others = this.#zones.slice(0, this.ready);
    if (this.text === "") return [this.#common, others];
    const isMatch = (zone: string) => isZoneMatch(zone, this.#words(zone).join(" "), this.text);
    return [this.#common.filter(isMatch), others.filter(isMatch)];
  }

  #more(): void {
    if (this.most < this.#found[1].length) this.most += PAGE;
  }

  readonly #onScroll = (): void => {
    const { scrollTop, scrollHeight, clientHeight } = this.list!;
    if (scrollHeight - scrollTop < 2 * clientHeight) this.#more();
  };

  /** Enter takes what was typed for. */
  #first(): string | undefined {
    const [first] = this.text === "" ? [] : this.#find().flat();
    return first && idOf(first);
  }

  #choose(id: string): void {
    const timezone = [...this.#common, ...this.#zones].find((zone) => idOf(zone) === id);
    if (timezone !== undefined) send(this, "prefer", { timezone });
  }

  readonly #onText = (): void => {
    this.text = this.input?.value ?? "";
    this.most = PAGE;
    if (this.list) this.list.scrollTop = 0;
    this.#debouncer.cancel();
    if (this.text === "") return;
    const { strings, locale, pause } = this.env;
    const count = this.#find().flat().length;
    const text = count === 0 ? strings.noZones : strings.announceZones(counted(count, locale));
    this.#debouncer.schedule(pause, () => send(this, "announce", text));
  };
}

const idOf = (zone: string): string => `zone-${zone}`;

const clocks = new Map<string, (time: number) => string>();

/** A zone's own time is the time of UTC so much later: one format for all of them. */
function clockIn(locale: string): (time: number) => string {
  let clock = clocks.get(locale);
  if (!clock) {
    const format = new Intl.DateTimeFormat(locale, { timeZone: "UTC", hour: "2-digit", minute: "2-digit" });
    clocks.set(locale, (clock = (time) => format.format(time)));
  }
  return clock;
}

registerElement("alv-timezone-list", TimezoneList);

declare global {
  interface HTMLElementTagNameMap {
    "alv-timezone-list": TimezoneList;
  }
}
