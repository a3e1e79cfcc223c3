import { css, html, nothing, type TemplateResult } from "lit";
import { reactive } from "../../../ui/reactive.js";
import type { Coverage } from "../../../core/coverage.js";
import type { LogStore } from "../../../search/log-store.js";
import { formatCount } from "../../../i18n/numbers.js";
import { registerElement } from "../../../ui/register-element.js";
import { shared } from "../../../ui/styles/shared.js";
import { ViewElement } from "../../../views/shell/view-element.js";
import type { Environment } from "../../../views/shell/environment.js";
import { StoreFollower } from "../../../views/shell/store-follower.js";
import type { RangeCount, RangeCountState } from "./range-count.js";

/** Offers to count the whole range, and says how far the count has come. */
export class CountingStatus extends ViewElement {
  static override properties = { log: reactive, count: reactive };
  static override styles = [
    shared,
    css`
      :host {
        display: inline-flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--_alv-space-1) var(--_alv-space-2);
      }
      span:empty {
        display: none;
      }
      button {
        min-block-size: 24px;
        padding: 0;
        border: 0;
        background: none;
        color: var(--_alv-accent-text);
        font: inherit;
        cursor: pointer;
      }
      button:hover {
        text-decoration: underline;
      }
      progress {
        appearance: none;
        inline-size: 72px;
        block-size: 4px;
        border: 0;
        border-radius: 2px;
        background: var(--_alv-surface-pressed);
        overflow: hidden;
      }
      progress::-webkit-progress-bar {
        background: none;
      }
      progress::-webkit-progress-value {
        background: var(--_alv-accent);
      }
      progress::-moz-progress-bar {
        background: var(--_alv-accent);
      }
      .failed {
        color: var(--_alv-danger);
      }
      @media (forced-colors: active) {
        progress {
          border: 1px solid CanvasText;
        }
        progress::-webkit-progress-value {
          background: Highlight;
        }
      }
      @media print {
        button,
        progress {
          display: none;
        }
      }
    `,
  ];

  log!: LogStore;
  /** undefined before the first search. */
  count: RangeCount | undefined;

  private get button(): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>("button");
  }
  private get text(): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>("[tabindex]");
  }
  #hadFocus = false;

  constructor() {
    super();
    new StoreFollower(this, () => this.log);
    new StoreFollower(this, () => this.count);
    new StoreFollower(this, () => this.log.server?.analysis);
  }

  override render(): TemplateResult | typeof nothing {
    const { count, log, env } = this;
    const { coverage, searched } = log.state;
    if (!count || !coverage || !searched) return nothing;
    // Also what was read ahead.
    const isRead = (log.server?.analysis?.readFrom ?? coverage.readFrom) <= searched.span.from;
    const { strings } = env;
    const isRunning = count.state.status === "counting" || count.state.status === "waiting";
    const label = this.#labelButton(count.state.status, isRead);
    const act = isRunning ? () => count.stop() : () => count.start();
    return html`<span class="num ${count.state.status}" tabindex="-1"
        >${describeCount(count.state, coverage, env)}</span
      >
      ${
        count.state.status === "counting"
          ? html`<progress max="1" .value=${count.state.share} aria-label=${strings.countRange}></progress>`
          : nothing
      }
      ${label === "" ? nothing : html`<button type="button" @click=${act}>${label}</button>`}`;
  }

  #labelButton(status: RangeCountState["status"], isRead: boolean): string {
    const { strings } = this.env;
    // All of the range are rows, or can be.
    const idle = isRead ? "" : strings.countRange;
    return {
      ...{ idle, counting: strings.countStop, waiting: strings.countStop, stopped: strings.countResume },
      ...{ failed: strings.countRetry, lost: strings.countAgain, complete: "" },
    }[status];
  }

  protected override willUpdate(): void {
    this.#hadFocus = this.button !== null && this.shadowRoot?.activeElement === this.button;
  }

  /** The button is gone when everything is counted. The focus stays here. */
  protected override updated(): void {
    if (this.#hadFocus && !this.button) this.text?.focus();
  }
}

/** What the count has done, in one or two sentences; "" before it has started. */
export function describeCount(
  { status, countedFrom, readFrom, records, rate, error }: RangeCountState,
  coverage: Pick<Coverage, "readFrom">,
  { strings, times, locale }: Pick<Environment, "strings" | "times" | "locale">,
): string {
  const before = times.dayAndTime(countedFrom ?? coverage.readFrom);
  switch (status) {
    case "idle":
      return "";
    case "counting": {
      const running = strings.countRunning(times.dayAndTime(readFrom ?? coverage.readFrom));
      return rate === undefined ? running : `${running} · ${strings.countRate(formatCount(rate, locale))}`;
    }
    case "waiting":
      return strings.countWaiting;
    case "stopped":
      return strings.countStopped(before);
    case "failed":
      return [strings.countFailed(before), error && strings.noticeCauses[error.kind]].filter(Boolean).join(" ");
    case "lost":
      return strings.countLost;
    case "complete":
      return strings.countDone(formatCount(records, locale));
  }
}

registerElement("alv-counting-status", CountingStatus);

declare global {
  interface HTMLElementTagNameMap {
    "alv-counting-status": CountingStatus;
  }
}
