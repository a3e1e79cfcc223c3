import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { reactive } from "../../ui/reactive.js";
import { registerElement } from "../../ui/register-element.js";
import { EXPORT_FORMATS, type ExportFormat, type ExportScope } from "../../core/export-format.js";
import type { ExportFailure, ExportState } from "./state.js";
import { popup } from "../../ui/styles/popup.js";
import { shared } from "../../ui/styles/shared.js";
import { ViewElement } from "../../views/shell/view-element.js";
import { formatErrorLine } from "../../views/shell/error-panel.js";
import type { ExportStore } from "./store.js";
import { StoreFollower } from "../../views/shell/store-follower.js";
import { exportPanelStyles } from "./export-panel.styles.js";
import { renderIcon, type IconName } from "../../ui/icons.js";
import { formatCount, getNumberFormat, formatPercent } from "../../i18n/numbers.js";

/** The choices of an export, and the progress or result of the latest one. */
export class ExportPanel extends ViewElement {
  static override properties = { store: reactive, isOpen: reactive, format: reactive, sensitive: reactive };
  static override styles = [shared, popup, exportPanelStyles];

  store!: ExportStore;

  /** Whether the dialog around the panel is open. */
  isOpen = false;

  private format: ExportFormat = "csv";
  private sensitive = false;

  #renderedStatus: ExportState["status"] = "idle";
  /** Whether a button had the focus before the update. The update may remove this button. */
  #hadFocus = false;

  constructor() {
    super();
    new StoreFollower(this, () => this.store);
  }

  override focus(options?: FocusOptions): void {
    const choice = this.renderRoot.querySelector<HTMLElement>('.option:not([aria-disabled="true"])');
    (choice ?? this.renderRoot.querySelector<HTMLElement>(".option, .nothing"))?.focus(options);
  }

  override willUpdate(changed: PropertyValues<this>): void {
    this.#hadFocus = this.hasUpdated && Boolean(this.shadowRoot?.activeElement);
    // Each opening starts with the defaults, so that sensitive values are never included by accident.
    if (changed.has("isOpen") && this.isOpen) [this.format, this.sensitive] = ["csv", false];
  }

  override updated(): void {
    this.style.setProperty("--_part", String(this.store.state.part));
    if (this.#hadFocus && !this.shadowRoot?.activeElement) this.focus();
    const { status } = this.store.state;
    // In a low window, the job may be below the visible part.
    if (status !== this.#renderedStatus) this.renderRoot.querySelector(".job")?.scrollIntoView({ block: "nearest" });
    this.#renderedStatus = status;
  }

  override render(): TemplateResult {
    const { strings, times, locale } = this.env;
    const { exportable } = this.store.state;
    const { rows = 0, pages = 0, first, last } = exportable ?? {};
    const name = strings.exportFormats[this.format];
    const loadedNote =
      rows === 0
        ? strings.exportLoadedNothing
        : strings.exportLoadedNote(formatCount(rows, locale), formatCount(pages, locale), this.format);
    const rangeNote =
      first === undefined ? "" : strings.exportRangeNote(times.dayAndTime(last!), times.dayAndTime(first));
    if (exportable?.isNothing)
      return html`<p class="nothing" tabindex="-1">${strings.exportNothingFound}</p>
        ${this.#job(this.store.state)}`;
    return html`
      <div class="choices">
        ${this.#choice("loaded", "table", strings.exportLoaded(name), loadedNote)}
        ${this.#choice("range", "calendar", strings.exportRange(name), rangeNote)}
      </div>
      <div class="settings">
        <fieldset class="line formats">
          <legend>${strings.exportFormat}</legend>
          ${EXPORT_FORMATS.map((format) => this.#renderFormat(format))}
        </fieldset>
        <label class="sensitive">
          <input
            type="checkbox"
            aria-describedby="sensitive-note"
            .checked=${this.sensitive}
            @change=${(event: Event) => (this.sensitive = (event.target as HTMLInputElement).checked)}
          />
          ${strings.exportSensitive}
        </label>
        <p id="sensitive-note" class="note">${strings.exportSensitiveNote}</p>
      </div>
      ${this.#job(this.store.state)}
    `;
  }

  /** Errors are ignored here, because the state of the store shows them. */
  #run(action: (store: ExportStore) => Promise<unknown>): void {
    action(this.store).catch(() => undefined);
  }

  #choice(scope: ExportScope, name: IconName, label: string, note: string): TemplateResult {
    const { state } = this.store;
    const { exportable } = state;
    const isOff = !exportable || state.status === "running" || (scope === "loaded" && exportable.rows === 0);
    return html`<button
      type="button"
      class="option"
      aria-describedby=${`note-${scope}`}
      aria-disabled=${isOff ? "true" : "false"}
      @click=${() => isOff || this.#run((store) => store.start({ format: this.format, scope, includeSensitive: this.sensitive }))}
    >
      ${renderIcon(name)}<span class="body"
        ><span>${label}</span><span id=${`note-${scope}`} class="note num" aria-hidden="true">${note}</span></span
      >
    </button>`;
  }

  #renderFormat(format: ExportFormat): TemplateResult {
    return html`<label>
      <input
        type="radio"
        name="format"
        .checked=${this.format === format}
        @change=${() => (this.format = format)}
      />${this.env.strings.exportFormats[format]}
    </label>`;
  }

  #job(now: ExportState): TemplateResult | typeof nothing {
    if (now.status === "idle") return nothing;
    return html`<div class="job" role="group" aria-label=${this.env.strings.exporting(this.#getFormatName(now))}>
      ${now.status === "running" ? this.#running(now) : now.status === "done" ? this.#done(now) : this.#paused(now)}
      <p class="note num ltr">${now.fileName}</p>
    </div>`;
  }

  #running(now: ExportState): TemplateResult {
    const { strings, locale } = this.env;
    return html`
      <div class="line ends">
        <strong>${strings.exporting(this.#getFormatName(now))}</strong>
        <span class="muted num">${formatPercent(now.part, locale)}</span>
      </div>
      <div
        class="bar"
        role="progressbar"
        aria-label=${strings.exporting(this.#getFormatName(now))}
        aria-valuemin="0"
        aria-valuemax="100"
        aria-valuenow=${Math.round(now.part * 100)}
      ></div>
      <div class="line ends">
        <span class="note num">${this.#progress(now)}</span>
        <button type="button" class="button button-sm" @click=${() => this.store.stop()}>
          ${strings.exportCancel}
        </button>
      </div>
    `;
  }

  #progress({ rows, rate, readFrom }: ExportState): string {
    const { strings, times, locale } = this.env;
    return [
      strings.exportRows(formatCount(rows, locale)),
      rate === undefined ? "" : strings.exportRate(formatCount(rate, locale)),
      readFrom === undefined ? "" : strings.exportReadBack(times.day(readFrom)),
    ]
      .filter(Boolean)
      .join(" · ");
  }

  #done({ rows, columns, bytes, format, scope, complete }: ExportState): TemplateResult {
    const { strings, locale } = this.env;
    const table = format === "csv" ? formatCount(columns, locale) : undefined;
    return html`<p class="num">${strings.exportDone(formatCount(rows, locale), table, formatSize(bytes, locale))}</p>
      ${scope === "range" && !complete ? html`<p class="note">${strings.exportIncomplete}</p>` : nothing}`;
  }

  /** An export that was stopped or failed. */
  #paused({ failure, rows, readFrom }: ExportState): TemplateResult {
    const { strings, locale, times } = this.env;
    const line = failure ? formatErrorLine(failure.error, strings) : "";
    const canSavePart = failure?.during !== "writing" && rows > 0;
    return html`
      <p class=${failure ? "problem" : ""}>${failure ? this.#sentence(failure) : strings.exportStopped}</p>
      ${line ? html`<p class="note">${line}</p>` : nothing}
      ${
        canSavePart && readFrom !== undefined
          ? html`<p class="note num">
              ${strings.exportRows(formatCount(rows, locale))} · ${strings.exportReadBack(times.day(readFrom))}
            </p>`
          : nothing
      }
      <div class="line steps">
        <button type="button" class="button button-sm" @click=${() => this.#run((store) => store.resume())}>
          ${failure ? strings.tryAgain : strings.exportGoOn}
        </button>
        ${
          canSavePart
            ? html`<button
                type="button"
                class="button button-sm"
                @click=${() => this.#run((store) => store.savePart())}
              >
                ${strings.exportKeep}
              </button>`
            : nothing
        }
        <button type="button" class="button button-sm button-plain" @click=${() => this.store.end()}>
          ${strings.exportDiscard}
        </button>
      </div>
    `;
  }

  #sentence({ error, during }: ExportFailure): string {
    const { strings } = this.env;
    return during === "writing"
      ? strings.exportNotWritten
      : `${strings.exportFailed} ${strings.noticeCauses[error.kind]}`;
  }

  #getFormatName({ format }: ExportState): string {
    return this.env.strings.exportFormats[format];
  }
}

/** Formats a number of bytes: "48 kB", "1.2 MB". */
function formatSize(bytes: number, locale: string): string {
  const units = ["byte", "kilobyte", "megabyte", "gigabyte"];
  const step = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, bytes)) / 3)));
  const value = bytes / 1000 ** step;
  const maximumFractionDigits = value < 10 && step > 0 ? 1 : 0;
  return getNumberFormat(locale, { style: "unit", unit: units[step]!, maximumFractionDigits }).format(value);
}

registerElement("alv-export-panel", ExportPanel);

declare global {
  interface HTMLElementTagNameMap {
    "alv-export-panel": ExportPanel;
  }
}
