/** The settings of the portal script; every setting has a default. */
export interface PortalSettings {
  /** Selector of the list of integration cards; found automatically by default. */
  readonly list: string;
  /** URL of the viewer's module; by default `audit-log-viewer.js` next to this script. */
  readonly module: string;
  /** API base on the portal's own origin. */
  readonly apiBase: string | undefined;
  readonly cardTitle: string;
  readonly cardText: string;
  readonly backText: string;
  readonly loadingText: string;
  readonly failedText: string;
  /** How many seconds to wait for the list of cards. */
  readonly wait: number;
  /** Candidates for attributes of the viewer, by name: all values of the query and the tag, such as `theme` or `help-url`. */
  readonly attributes: Readonly<Record<string, string>>;
  /** Properties of the viewer, such as `{ timezone: "US/Eastern" }`; only as an object. */
  readonly properties: Readonly<Record<string, unknown>>;
}

const DEFAULTS = {
  list: "",
  module: "",
  apiBase: "",
  cardTitle: "Audit Log",
  cardText: "Who changed what, when and from where, across your domains.",
  backText: "Back to Integrations",
  loadingText: "Loading the audit log…",
  failedText: "The audit log could not be loaded. Reload the page to try again.",
  wait: "30",
};

/**
 * Reads the settings from three sources; later ones override earlier ones: the page's object `auditLogViewerPortal`, the
 * query of this script's URL (the portal's setting takes only a URL), and `data-…` attributes of its tag.
 */
export function readSettings(script: HTMLScriptElement | undefined): PortalSettings {
  const page = (globalThis as { auditLogViewerPortal?: unknown }).auditLogViewerPortal;
  const given = (typeof page === "object" && page !== null ? page : {}) as Record<string, unknown>;
  const query = script ? new URL(script.src, location.href).searchParams : undefined;
  const text = (name: keyof typeof DEFAULTS): string => {
    const values = [script?.dataset[name], query?.get(name), query?.get(toKebabCase(name)), given[name]];
    const value = values.find((one) => one !== undefined && one !== null && one !== "");
    return value === undefined ? DEFAULTS[name] : String(value);
  };
  const properties = given["properties"];
  const seconds = Number(text("wait"));
  return {
    list: text("list"),
    // Relative to the script's URL or, without one, to the page's URL.
    module: new URL(text("module") || "audit-log-viewer.js", script?.src || location.href).href,
    apiBase: text("apiBase") || undefined,
    cardTitle: text("cardTitle"),
    cardText: text("cardText"),
    backText: text("backText"),
    loadingText: text("loadingText"),
    failedText: text("failedText"),
    wait: seconds >= 0 && seconds < Infinity ? seconds : Number(DEFAULTS.wait),
    attributes: { ...Object.fromEntries(query ?? []), ...readDataAttributes(script) },
    properties: typeof properties === "object" && properties !== null ? { ...properties } : {},
  };
}

/** `cardTitle` is `card-title` in markup. */
function toKebabCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** The `data-…` attributes of the tag, by the rest of their names. */
function readDataAttributes(script: HTMLScriptElement | undefined): Record<string, string> {
  const data = Object.entries(script?.dataset ?? {});
  return Object.fromEntries(data.map(([name, value]) => [toKebabCase(name), value ?? ""]));
}

/** Finds the tag of this script. If a page evaluates the script from text, finds the tag by its file name. */
export function findOwnScript(): HTMLScriptElement | undefined {
  const { currentScript } = document;
  if (currentScript instanceof HTMLScriptElement && currentScript.src) return currentScript;
  return Array.from(document.scripts).find(({ src }) => /\/portal\.js(?:[?#]|$)/.test(src));
}
