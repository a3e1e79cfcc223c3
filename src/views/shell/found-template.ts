import { html, nothing, type TemplateResult } from "lit";
import { keyed } from "lit/directives/keyed.js";
import { loadedCount, shownEvents, type LogState, type Searched } from "../../search/log-state.js";
import type { Environment } from "./environment.js";
import { waitText } from "./error-panel.js";
import { createErrorNotice, PHASES, type NoticeContent } from "../results/notice-content.js";
import { countPerPage } from "../../core/preferences.js";
import { formatCount } from "../../i18n/numbers.js";
import type * as NothingFoundCode from "../results/nothing-found-template.js";
import { isFilling } from "../results/notice-content.js";
import { loadLateTextsWith } from "./late-texts.js";
import "./late-view.js";
import { renderSkeleton, type ViewerSetting } from "./viewer-template.js";

/**
 * The results of a search: the rows, or why there are none, with the notices, the coverage and the pages. While another search
 * runs, its progress lies over the old results, which are dimmed and cannot be used. While earlier events are searched for this
 * page, the progress is below the rows. Neither moves a row.
 *
 * Each search has its own elements. If rows of the previous one showed the new events, an event that both searches found would
 * move, and browsers count that as a shift of the layout.
 */
export function renderFound(
  searched: Searched,
  state: LogState,
  env: Environment,
  setting: ViewerSetting,
): TemplateResult {
  const pageSize = countPerPage(setting.pageSize);
  // Not the environment: a removed viewer must not stay in memory.
  loadLateTextsWith(env.load);
  const { above, below, isExtentTold } = createNotices(state, env, pageSize);
  const stale = state.activity === "search";
  const scans = state.activity === "scan";
  const look = stale ? "found stale" : "found";
  const place = (name: "above-results" | "beside-results") =>
    html`<div class=${`${look} place`} ?inert=${stale}>${setting.features.render(name, undefined)}</div>`;
  // The elements of features stay when another search replaces those of the results.
  const { filters } = searched;
  return html`
    ${keyed(
      filters,
      html`<div class=${look} ?inert=${stale}>
        <alv-report-head .log=${state}></alv-report-head>
        <alv-filter-chips .searched=${searched}></alv-filter-chips>
      </div>`,
    )}
    ${place("above-results")}
    <div class="with-side">
      ${keyed(
        filters,
        html`<div class="main">
          ${stale ? html`<div class="over">${renderSkeleton(state, env, pageSize, 0)}</div>` : nothing}
          <div class=${look} ?inert=${stale}>
            <alv-notice .content=${above}></alv-notice>
            ${renderEvents(state, env, setting)}
            ${
              scans
                ? html`<div class="under">${renderSkeleton(state, env, pageSize, 0)}</div>
                    <alv-skeleton .showsProgress=${false} .rows=${pageSize - loadedCount(state)}></alv-skeleton>`
                : nothing
            }
            <div class=${isFilling(state) ? "under" : ""}><alv-notice .content=${below}></alv-notice></div>
            <alv-coverage-line
              part="coverage"
              .coverage=${state.coverage}
              .endsNow=${searched.endsNow}
              .extentTold=${isExtentTold}
              .warningsOnly=${state.pages.length === 0}
            ></alv-coverage-line>
            ${renderFoot(state, env, isExtentTold)}
          </div>
        </div>`,
      )}
      ${place("beside-results")}
    </div>
  `;
}

function renderEvents(state: LogState, env: Environment, { view, columns, widths }: ViewerSetting): TemplateResult {
  const events = shownEvents(state);
  if (events.length === 0 && state.coverage) {
    return html`<alv-late-view
      .view=${"nothing-found"}
      .content=${({ renderNothingFound }: typeof NothingFoundCode) => renderNothingFound(state, env)}
    ></alv-late-view>`;
  }
  const busy = state.activity ? "true" : "false";
  const table = () =>
    html`<alv-results-table
      part="results"
      aria-busy=${busy}
      .events=${events}
      .openId=${state.openId}
      .columns=${columns}
      .widths=${widths}
    ></alv-results-table>`;
  if (view === "table") return table();
  const cards = () =>
    html`<alv-results-cards
      part="results"
      aria-busy=${busy}
      .events=${events}
      .openId=${state.openId}
    ></alv-results-cards>`;
  return html`<alv-late-view .view=${"results-cards"} .meanwhile=${table()} .content=${cards}></alv-late-view>`;
}

function renderFoot(state: LogState, env: Environment, isUnsearchedTold: boolean): TemplateResult | typeof nothing {
  if (state.pages.length === 0) return nothing;
  const last = state.pageIndex === state.pages.length - 1;
  return html`<div class="foot">
    <alv-statistics-bar
      part="statistics"
      .statistics=${state.statistics}
      .isOneList=${state.isOneList}
    ></alv-statistics-bar>
    <alv-pagination
      part="pagination"
      .page=${state.pageIndex + 1}
      .hasPrevious=${state.pageIndex > 0}
      .hasNext=${last ? state.hasMore : true}
      .isUnsearchedTold=${isUnsearchedTold}
      .listed=${state.isOneList ? loadedCount(state) : undefined}
      .busy=${state.activity !== undefined}
      .waiting=${waitText(state.waiting, env)}
      .reading=${isFilling(state) || state.activity === "scan"}
    ></alv-pagination>
  </div>`;
}

interface Notices {
  readonly above: NoticeContent | undefined;
  readonly below: NoticeContent | undefined;
  /** Whether a notice or the skeleton says how far the search has looked. */
  readonly isExtentTold: boolean;
}

/** A notice about the shown rows is above them. A notice about earlier events is below them, and so does not move them. */
function createNotices(state: LogState, env: Environment, pageSize: number): Notices {
  const { failure, pages, activity } = state;
  const isAboutEarlier = failure && ["next", "further", "scan"].indexOf(failure.during) !== -1;
  const notice =
    failure && createErrorNotice(failure.error, PHASES[failure.during], loadedCount(state), env.strings, env.locale);
  const above = (isAboutEarlier ? undefined : notice) ?? createMissingNotice(state, env);
  const failed = isAboutEarlier ? notice : undefined;
  // Without rows, all notices are above, and the panel says how far the search has looked.
  if (pages.length === 0) return { above: above ?? failed, below: undefined, isExtentTold: true };
  const extent = failed ? undefined : createExtentNotice(state, env, pageSize);
  return { above, below: failed ?? extent, isExtentTold: extent !== undefined || activity === "scan" };
}

/** Says how far the search has looked, if it is running or has paused before the shown page is full. */
function createExtentNotice(state: LogState, env: Environment, pageSize: number): NoticeContent | undefined {
  const { activity, progress, paused, coverage, pages, pageIndex } = state;
  const { strings, times, locale } = env;
  if (!coverage) return undefined;
  if (isFilling(state)) {
    // Until the first response, the search is where the previous one ended.
    const { readFrom = coverage.readFrom, records, matched } = progress?.readFrom === undefined ? coverage : progress;
    return {
      kind: "info",
      heading: strings.noticeScanning(
        times.dayAndTime(readFrom),
        formatCount(records, locale),
        formatCount(matched, locale),
      ),
      action: "stop",
      actionLabel: strings.stop,
    };
  }
  if (!paused || activity === "scan" || pageIndex !== pages.length - 1) return undefined;
  const { readFrom, records } = coverage;
  const lack = pages[pageIndex]!.length < pageSize ? strings.noticePageShort : strings.noticePageNone;
  const day = times.dayAndTime(readFrom);
  return {
    kind: "info",
    heading: strings.noticePaused(day, formatCount(records, locale)),
    text: `${lack} ${strings.emptyIncomplete(day)}`,
    action: "search-further",
    actionLabel: strings.lookFurther,
  };
}

/** Says for which part of the shown time the access log could not be read. */
function createMissingNotice(
  { activity, coverage }: LogState,
  { strings, times }: Environment,
): NoticeContent | undefined {
  const spans = coverage?.missing ?? [];
  if (spans.length === 0 || activity === "scan") return undefined;
  const from = Math.min(...spans.map(({ span }) => span.from));
  const until = Math.max(...spans.map(({ span }) => span.until));
  const isReading = activity === "sign-ins";
  return {
    kind: "warning",
    heading: strings.noticeMissing(times.dayAndTime(from), times.dayAndTime(until)),
    text: strings.noticeMissingText,
    action: isReading ? "stop" : "retry-sign-ins",
    actionLabel: isReading ? strings.stop : strings.readAgain,
  };
}
