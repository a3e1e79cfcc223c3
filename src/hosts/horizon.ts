/*
 * Entry point for Horizon. The host's client does the requests; this file, and whatever it loads, never sees a token.
 */
import type { FetchAdapter } from "../data/fetch-adapter.js";
import { AuditLogViewer, define, VERSION } from "../index.js";
import { createViewer } from "./create-viewer.js";

export type { FetchAdapter } from "../data/fetch-adapter.js";
export { AuditLogViewer } from "../index.js";

/** What the viewer needs of `horizonContext.api`. */
export interface HorizonApi {
  /** GET a path relative to the API base, with its query; resolves with parsed JSON, rejects on an error. */
  get(path: string): Promise<unknown>;
}

/** What the viewer needs of `horizonContext`. */
export interface HorizonContext {
  readonly api: HorizonApi;
  readonly theme?: "light" | "dark";
}

/** An adapter for the host's brokered client: it knows the server and the user, and asks for what it may ask for. */
export function createHorizonAdapter(api: HorizonApi): FetchAdapter {
  checkApi(api);
  return {
    async get(path, { query, signal }) {
      signal.throwIfAborted();
      const text = query.toString();
      // The host's client takes a path and nothing else: what was given up is ignored by whoever asked.
      return api.get(text ? `${path}?${text}` : path);
    },
  };
}

/** Told at once, not at the first search. */
function checkApi(api: Partial<HorizonApi> | null | undefined): void {
  if (typeof api?.get !== "function") {
    throw new TypeError("The viewer needs `horizonContext.api`, an object with a `get` method.");
  }
}

export interface MountedViewer {
  readonly viewer: AuditLogViewer;
  /** For every new context of the host: another theme, another client for the same user. Nothing is loaded anew. */
  update(context: HorizonContext): void;
  /** Takes the viewer away; its requests are aborted. */
  unmount(): void;
}

/**
 * Puts a viewer into `container`: for the effect of a component, which calls `unmount` when it is cleaned up.
 *
 * @param properties of the viewer, e.g. `{ timezone: "US/Eastern" }`; `theme` is the host's unless it is set here
 */
export function mountAuditLogViewer(
  container: Element | DocumentFragment,
  context: HorizonContext,
  properties: Partial<AuditLogViewer> = {},
): MountedViewer {
  let now = context;
  const viewer = createViewer({ AuditLogViewer, define, VERSION });
  const showTheme = () => {
    if (properties.theme === undefined) viewer.theme = now.theme ?? "auto";
  };
  checkApi(context.api);
  // One adapter for all contexts: another one would be another server, and empty the viewer.
  Object.assign(viewer, { adapter: createHorizonAdapter({ get: (path) => now.api.get(path) }) }, properties);
  showTheme();
  container.append(viewer);
  return {
    viewer,
    update(context) {
      now = context;
      showTheme();
    },
    unmount: () => viewer.remove(),
  };
}
