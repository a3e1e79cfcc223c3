import { html, type TemplateResult } from "lit";
import { guessFilters } from "../../core/filters/did-you-mean.js";
import { toVisibleText } from "../../core/text/visible-text.js";
import type { LogState } from "../../search/log-state.js";
import { nothingFound } from "../../i18n/en/nothing-found.js";
import { listFilters } from "../filters/filter-list.js";
import type { Environment } from "../shell/environment.js";
import { waitText } from "../shell/error-panel.js";
import type { Suggestion } from "../shell/panel-state.js";
import { isFilling } from "./notice-content.js";
import "./nothing-found.js";

/** Renders the panel of a search that has found nothing, with other filters to try. */
export function renderNothingFound(state: LogState, env: Environment): TemplateResult {
  const { coverage, progress, waiting } = state;
  const { filters, endsNow } = state.searched!;
  const { strings } = env;
  const { readFrom = coverage!.readFrom, records } = progress?.readFrom === undefined ? coverage! : progress;
  const without = listFilters(filters, env).map(({ name, value, without }) => ({
    filters: without,
    text: strings.removeFilter(value === "" ? name : `${name}: ${value}`),
  }));
  const suggestions = [...suggestNames(state, env), ...without];
  return html`<alv-nothing-found
    .coverage=${isFilling(state) ? { ...coverage!, readFrom, records } : coverage}
    .endsNow=${endsNow}
    .reading=${isFilling(state) ? waitText(waiting, env) || strings.searching : ""}
    .suggestions=${suggestions}
  ></alv-nothing-found>`;
}

/** Suggests whole names to a user who has entered a part of a name. */
function suggestNames({ searched, coverage, known, domains }: LogState, env: Environment): Suggestion[] {
  const { filters } = searched!;
  const { complete, sentFilters, narrowed } = coverage!;
  // If every record of the range was read, these are all names.
  const isAllRead = complete && sentFilters.length === 0 && !narrowed;
  const names = {
    users: known?.users ?? [],
    domains: [...domains.names, ...(known?.domains ?? [])],
  };
  const guesses = guessFilters(filters, names, { users: isAllRead, domains: isAllRead || domains.isComplete });
  const isOneField = guesses.every(({ field }) => field === guesses[0]!.field);
  const strings = env.completeTexts(nothingFound);
  return guesses.map(({ field, change, text, isPattern }) => ({
    filters: { ...filters, ...change },
    text: (isPattern ? strings.searchPattern : strings.didYouMean)(toVisibleText(text)),
    note: isOneField ? "" : strings.textFilters[field],
    isGuess: true,
  }));
}
