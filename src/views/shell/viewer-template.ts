import { html, type TemplateResult } from "lit";
import { ifDefined } from "lit/directives/if-defined.js";
import { areFiltersEqual } from "../../core/filters/filter-check.js";
import type { ColumnId, ColumnWidths } from "../../core/table-columns.js";
import { findLastInstant } from "../../core/coverage.js";
import { createDefaultFilters, dependsOnZone, type AuditFilters } from "../../core/filters/filters.js";
import { loadedCount, type LogState, type Progress, type Searched } from "../../search/log-state.js";
import { countPerPage, type PageSize } from "../../core/preferences.js";
import type { Environment } from "./environment.js";
import { waitText } from "./error-panel.js";
import type { FeaturePlaces } from "./feature.js";
import "../filters/filter-bar.js";
import type { PanelState } from "./panel-state.js";
import "../toolbar/results-toolbar.js";
import type { ResultsToolbar, View } from "../toolbar/results-toolbar.js";
import "./skeleton.js";
import "./status-panel.js";
import { formatCount } from "../../i18n/numbers.js";

export interface ViewerSetting {
  readonly view: View;
  readonly pageSize: PageSize;
  readonly columns: readonly ColumnId[];
  readonly widths: ColumnWidths;
  /** Renders results; undefined until the first search has loaded it. */
  readonly found: FoundTemplate | undefined;
  /** Renders what features show above and beside results. */
  readonly features: FeaturePlaces;
  /** Renders the help button, if the page has a help page. */
  readonly help: ResultsToolbar["help"];
  /** The language of the texts, for screen readers. */
  readonly lang: string;
  /** Undefined to inherit the direction of the page. */
  readonly dir: "ltr" | "rtl" | undefined;
}

/** The template of results. The first search loads it. */
export type FoundTemplate = (
  searched: Searched,
  state: LogState,
  env: Environment,
  setting: ViewerSetting,
) => TemplateResult;

/** The whole viewer. Everything on the screen follows from the state, the environment and the setting. */
export function renderViewer(state: LogState, env: Environment, setting: ViewerSetting): TemplateResult {
  return html`<div class="viewer" lang=${setting.lang} dir=${ifDefined(setting.dir)}>
    ${state.configured ? renderConfigured(state, env, setting) : renderPanel({ kind: "not-configured" })}
  </div>`;
}

function renderConfigured(state: LogState, env: Environment, setting: ViewerSetting): TemplateResult {
  const { draft, searched, activity, problems } = state;
  const changed = searched !== undefined && !activity && !isSearched(draft, searched, env.times.zone);
  return html`
    <alv-filter-bar part="filters" .filters=${draft} .problems=${problems} .changed=${changed}></alv-filter-bar>
    ${renderResults(state, env, setting)}
  `;
}

/** Whether the shown results are the results of the filters in the fields, in this zone. */
function isSearched(draft: AuditFilters, searched: Searched, zone: string): boolean {
  return areFiltersEqual(draft, searched.filters) && (zone === searched.zone || !dependsOnZone(draft.range));
}

function renderResults(state: LogState, env: Environment, setting: ViewerSetting): TemplateResult {
  const { hasMore, activity, searched } = state;
  const loading = activity === "search";
  return html`
    <alv-results-toolbar
      part="toolbar"
      .view=${setting.view}
      .columns=${setting.columns}
      .loaded=${searched ? loadedCount(state) : undefined}
      .stale=${loading}
      .pageSize=${setting.pageSize}
      .help=${setting.help}
      .added=${state.added}
      .refreshing=${activity === "refresh"}
      .waiting=${waitText(state.waiting, env)}
      .complete=${hasMore === false && state.coverage?.complete === true}
    ></alv-results-toolbar>
    ${
      searched
        ? setting.found?.(searched, state, env, setting)
        : loading
          ? renderSkeleton(state, env, countPerPage(setting.pageSize))
          : renderFirstPanel(state)
    }
  `;
}

function renderFirstPanel({ failure, draft }: LogState): TemplateResult {
  if (failure) return renderPanel({ kind: "error", error: failure.error });
  return renderPanel({
    kind: "ready",
    range: areFiltersEqual(draft, createDefaultFilters()) ? undefined : draft.range,
  });
}

function renderPanel(state: PanelState): TemplateResult {
  return html`<alv-status-panel .state=${state}></alv-status-panel>`;
}

/**
 * The progress of a search, with empty rows. All its texts are there from the start, so that later numbers move nothing.
 *
 * @param rows the number of empty rows
 */
export function renderSkeleton(
  { progress, draft, waiting }: LogState,
  env: Environment,
  pageSize: number,
  rows = pageSize,
): TemplateResult {
  const { strings, times, locale } = env;
  const { readFrom, matched = 0, records = 0 } = progress ?? {};
  const preset = "preset" in draft.range ? strings.presets[draft.range.preset] : undefined;
  const range = progress
    ? strings.searchingRange(
        times.dayAndTime(progress.searched.span.from),
        times.dayAndTime(findLastInstant(progress.searched.span, progress.searched.endsNow)),
      )
    : (preset ?? strings.searching);
  return html`<alv-skeleton
    .rows=${rows}
    .found=${strings.scanFound(formatCount(matched, locale), formatCount(pageSize, locale))}
    .text=${waitText(waiting, env) || (readFrom === undefined ? range : strings.scanAt(times.dayAndTime(readFrom)))}
    .note=${`${strings.scanRecords(formatCount(records, locale))} ${strings.scanShown}`}
    .progress=${progress ? computeProgress(progress) : 0}
  ></alv-skeleton>`;
}

/** The share of the range that has been read, 0 to 1. */
function computeProgress({ searched, readFrom }: Progress): number {
  const { from, until } = searched.span;
  return Math.min(1, Math.max(0, (until - (readFrom ?? until)) / (until - from)));
}
