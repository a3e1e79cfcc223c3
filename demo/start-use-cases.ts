import type { AuditFilters, AuditLogViewer, AuditLogViewerEventMap } from "../src/index.js";
import { openEvent } from "./open-event.js";
import { USE_CASES } from "./use-cases.js";

/** The parameter of the URL that names the use case; with `none` the viewer does not search. */
const KEY = "try";
const FIRST = "routing";

/**
 * Runs the use case of each button of the list, and at once the first one, or the one in the URL. As long as the viewer
 * shows a use case, its button is the current one and `told` holds its story.
 */
export function startUseCases(list: HTMLElement, told: HTMLElement, viewer: AuditLogViewer): void {
  /** The filters of the use case that was started last. */
  let asked: string | undefined;
  let runs = 0;

  const findButton = (id: string) => list.querySelector<HTMLButtonElement>(`[data-use-case="${id}"]`);
  const mark = (id: string | undefined) => {
    for (const button of list.querySelectorAll("button"))
      button.ariaCurrent = button.dataset.useCase === id ? "true" : null;
    told.textContent = (id && USE_CASES[id]?.story) ?? "";
    const url = new URL(location.href);
    if (id === undefined || id === FIRST) url.searchParams.delete(KEY);
    else url.searchParams.set(KEY, id);
    history.replaceState(history.state, "", url);
  };
  const exportRange = async () => {
    try {
      const { fileName, rows } = await viewer.exportEvents({ format: "csv", scope: "range" });
      return `Saved ${fileName} with ${rows.toLocaleString("en-US")} events.`;
    } catch (error) {
      return `Nothing was saved. ${error instanceof Error ? error.message : ""}`;
    }
  };
  const run = async (id: string) => {
    const useCase = USE_CASES[id];
    if (!useCase) return;
    runs += 1;
    const run = runs;
    viewer.filters = useCase.filters(new Date().getTime());
    asked = toText(viewer.filters);
    mark(id);
    await viewer.search();
    if (run !== runs) return;
    if (useCase.answer) await openEvent(viewer, useCase.answer);
    if (!useCase.exports) return;
    const saved = await exportRange();
    if (run === runs) told.textContent = saved;
  };

  list.addEventListener("click", ({ target }) => {
    const id = (target as Element).closest("button")?.dataset.useCase;
    if (id === undefined) return;
    if (location.hash !== "") location.hash = "#audit-log";
    void run(id);
  });
  viewer.addEventListener("alv-search", (event) => {
    const { filters } = (event as AuditLogViewerEventMap["alv-search"]).detail;
    if (asked === undefined || toText(filters) === asked) return;
    // The user has started another search.
    runs += 1;
    asked = undefined;
    mark(undefined);
  });

  const first = new URLSearchParams(location.search).get(KEY) ?? FIRST;
  if (first === "none") return;
  void run(findButton(first) && first !== "export" ? first : FIRST);
}

const toText = (filters: AuditFilters) => JSON.stringify(filters);
