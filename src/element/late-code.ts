import type { Feature, FeatureHost, Places } from "../views/shell/feature.js";
import type { ViewPart } from "../views/shell/environment.js";
import type { IconName } from "../ui/icons.js";
import type { StartStrings } from "../i18n/strings.js";

/*
 * The table of the code that is loaded later than the filter bar: what loads it, and where it shows. Each `import()` is a
 * chunk of its own, unless the build joins chunks that are always loaded together (`vite.config.ts`). Only languages, Temporal
 * and the requests of the default adapter are loaded elsewhere.
 */

/** Loaded by the first search: what reads the log, and what shows results. */
export async function loadSearchCode() {
  const [{ AuditLogSource }, { LoadedPages }, { foundTemplate }] = await Promise.all([
    import("../api/source.js"),
    import("../search/loaded-pages.js"),
    import("../views/shell/results-view.js"),
  ]);
  return { AuditLogSource, LoadedPages, foundTemplate };
}

/** Loaded by the first export. */
export const loadWorkerClient = () => import("../worker/client.js");

/** Parts of views, each loaded at the first look at its button. */
export const VIEW_PARTS: Readonly<Record<ViewPart, () => Promise<unknown>>> = {
  "range-editor": () =>
    import("../views/filters/date-range/range-editor.js").then(({ loadCalendar }) => loadCalendar()),
  "objects-list": () => import("../views/filters/objects-list.js"),
  "columns-list": () => import("../views/toolbar/columns-list.js"),
  "timezone-list": () => import("../views/toolbar/timezone-list.js"),
};

/** Loaded on pages that have a help page. */
export const loadHelpLink = () => import("../views/shell/help-link.js");

/** A feature: where it shows, and when it is loaded. */
export interface FeatureRow<Loaded extends Feature = Feature> {
  readonly place: keyof Places;
  /** Loaded with the first results; otherwise at the first look at its place. */
  readonly comesWithResults: boolean;
  /** What keeps its room in the toolbar until then. */
  readonly standIn?: { readonly icon: IconName; readonly label: (strings: StartStrings) => string };
  readonly load: () => Promise<(host: FeatureHost) => Loaded>;
}

export const FEATURES = {
  domains: {
    place: "domain-field",
    comesWithResults: false,
    load: async () => {
      const { DomainsFeature } = await import("../features/domains/feature.js");
      return (host: FeatureHost) => new DomainsFeature(host);
    },
  },
  export: {
    place: "toolbar",
    comesWithResults: true,
    standIn: { icon: "export", label: ({ exportEvents }: StartStrings) => exportEvents },
    load: async () => {
      const { ExportFeature } = await import("../features/export/feature.js");
      return (host: FeatureHost) =>
        new ExportFeature(host, {
          run: () => import("../features/export/export-run.js"),
          panel: () => import("../features/export/export-panel.js"),
        });
    },
  },
} as const satisfies Readonly<Record<string, FeatureRow>>;
