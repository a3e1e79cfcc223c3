import type { SourceCode } from "../api/source.js";
import { failLoading } from "../core/errors.js";
import type { Feature, ViewerForFeatures, Places } from "../views/shell/feature.js";
import type { Preferences } from "../core/preferences.js";
import type { ViewPart } from "../views/shell/environment.js";
import type { IconName } from "../ui/icons.js";
import type { LateStrings, StartStrings, Strings } from "../i18n/strings.js";

/*
 * The table of the code that is loaded after the filter bar: what loads it, and where it is shown. Each `import()` is a chunk,
 * unless the build joins chunks that are always loaded together (`scripts/vite/chunks.ts`). Only languages, Temporal, the
 * requests of the default adapter, the texts of its errors and the positions of popups are loaded elsewhere.
 */

/** Loads the code that reads the log, counts its events and shows results, at the first search. */
export const loadSearchCode = () => import("./late/search-code.js");

/** Parts of the data source that few searches need. The texts of errors may fail to load: the error is then shown without. */
export const SOURCE_CODE: SourceCode = {
  loadOneSecondReader: () => import("../api/windows/one-second-reader.js").catch(failLoading),
  loadUndatedOverlap: () => import("../api/windows/undated-overlap.js").catch(failLoading),
  loadReadZonelessAnswer: () => import("../api/server/zoneless-answer.js").catch(failLoading),
  loadFiltering: () => import("../api/reading/filtering.js").catch(failLoading),
  loadSpellingFilter: () => import("../api/server/spelling-filter.js").catch(failLoading),
  loadDomainList: () => import("../api/domain-list.js").catch(failLoading),
  loadErrorText: () => import("../api/transport/error-text.js"),
};

/** Loads the code of filters before a search with filters asks for it. After a failure, the search loads it again. */
export const preloadFiltering = () => SOURCE_CODE.loadFiltering().catch(() => undefined);

/** Loads the code that counts events on the page, if workers are blocked. */
export const loadPageAnalysis = () =>
  import("../worker/client/page-analysis.js").then(({ createPageAnalysis }) => createPageAnalysis());

/** Loads the client that writes files in a worker, at the first export. */
export const loadFileClient = () => import("../worker/client/file-client.js");

/** Parts of views. Each is loaded when the pointer or the focus first reaches its button, or when it is first shown. */
const VIEW_PARTS: Readonly<Record<ViewPart, () => Promise<unknown>>> = {
  "range-dialog": () =>
    import("../views/filters/date-range/range-dialog.js").then(async (code) => {
      await code.loadCalendar();
      return code;
    }),
  "objects-list": () => import("../views/filters/objects-list.js"),
  "columns-list": () => import("../views/toolbar/columns-list.js"),
  "timezone-list": () => import("../views/toolbar/timezone-list.js"),
  "help-link": () => import("../views/shell/help-link.js"),
  "nothing-found": () => import("../views/results/nothing-found-template.js"),
  "results-cards": () => import("../views/results/results-cards.js"),
  "column-sizer": () => import("../views/results/column-sizer.js"),
  "row-window": () => import("../views/results/rows/row-window.js"),
  "row-tools": () => import("../views/results/rows/row-tools.js"),
  "coverage-notes": () => import("../views/results/coverage-notes.js"),
  "details-copy": () => import("../views/details/details-copy.js"),
  "look-alikes": () => import("../views/values/look-alike-name.js"),
  "text-masker": () => import("../core/secrets/text-masker.js"),
};

const loadedParts = new Map<ViewPart, unknown>();

/** Loads a part of views. Resolves with its module. */
export async function loadPart(part: ViewPart): Promise<unknown> {
  const code = await VIEW_PARTS[part]();
  loadedParts.set(part, code);
  return code;
}

/** The module of a part that is loaded; else undefined. */
export const findPart = (part: ViewPart): unknown => loadedParts.get(part);

/** A feature. It is loaded at the first look at its place, or with the first results. */
export interface FeatureRow<Loaded extends Feature = Feature> {
  /** The place where the first use loads it. A loaded feature renders at all of its places. */
  readonly place: keyof Places;
  /** Whether it loads with the first results, because it shows something beside them before any click. */
  readonly comesWithResults?: (viewer: ViewerForFeatures) => boolean;
  /** The button in the toolbar until the feature is loaded. */
  readonly tool?: {
    readonly icon: IconName;
    readonly label: (strings: StartStrings) => string;
    /** Whether the button shows and hides something; by default it opens a dialog. */
    readonly isToggle?: true;
  };
  /** The line with a button above the results until the feature is loaded. The button makes this choice, and so shows the feature. */
  readonly line?: { readonly label: (strings: StartStrings) => string; readonly choice: Preferences };
  readonly load: () => Promise<{
    readonly create: (viewer: ViewerForFeatures) => Loaded;
    /** The English texts. Other languages have the texts of all features. */
    readonly english?: Partial<LateStrings>;
  }>;
}

export const FEATURES = {
  domains: {
    place: "domain-field",
    load: async () => {
      const { DomainsFeature, english } = await import("../features/domains/feature.js");
      // Only a list with names that may be look-alikes loads it.
      const loadNames = async () => {
        const { renderLookAlikes } = await import("../views/values/look-alike-name.js");
        const { summary } = await import("../i18n/en/summary.js");
        return (shown: string, strings: Strings) => renderLookAlikes(shown, { ...summary, ...strings });
      };
      return { english, create: (viewer: ViewerForFeatures) => new DomainsFeature(viewer, loadNames) };
    },
  },
  timeline: {
    place: "above-results",
    comesWithResults: ({ timeline }: ViewerForFeatures) => timeline,
    line: { label: ({ timeline }: StartStrings) => timeline, choice: { timeline: true } },
    load: async () => {
      const [{ TimelineFeature }, numbers, { timeline: english }] = await Promise.all([
        import("../features/explore/timeline/feature.js"),
        import("../features/explore/timeline/numbers/numbers.js"),
        import("../features/explore/texts/timeline-en.js"),
      ]);
      const parts = {
        selecting: () => import("../features/explore/timeline/selecting/selecting.js"),
        numbers,
      };
      return { english, create: (viewer: ViewerForFeatures) => new TimelineFeature(viewer, parts) };
    },
  },
  counting: {
    place: "range-count",
    load: async () => {
      const { CountingFeature, english } = await import("../features/explore/counting/feature.js");
      return { english, create: (viewer: ViewerForFeatures) => new CountingFeature(viewer) };
    },
  },
  breakdown: {
    place: "toolbar",
    comesWithResults: ({ breakdown }: ViewerForFeatures) => breakdown,
    tool: { icon: "breakdown", label: ({ breakdown }: StartStrings) => breakdown, isToggle: true },
    load: async () => {
      const { BreakdownFeature, english } = await import("../features/explore/breakdown/feature.js");
      const loadFindings = () => import("../features/explore/findings/findings.js");
      return { english, create: (viewer: ViewerForFeatures) => new BreakdownFeature(viewer, loadFindings) };
    },
  },
  export: {
    place: "toolbar",
    tool: { icon: "export", label: ({ exportEvents }: StartStrings) => exportEvents },
    load: async () => {
      const { ExportFeature, english } = await import("../features/export/feature.js");
      const parts = {
        run: () => import("../features/export/export-run.js"),
        panel: () => import("../features/export/export-panel.js"),
      };
      return { english, create: (viewer: ViewerForFeatures) => new ExportFeature(viewer, parts) };
    },
  },
} as const satisfies Readonly<Record<string, FeatureRow>>;
