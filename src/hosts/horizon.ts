/*
 * Entry point for Horizon. The host's client performs the requests; this file and its imports never see a token.
 */
import type { FetchAdapter } from "../api/transport/adapter.js";
import { AuditLogViewer, define, VERSION } from "../index.js";
import { createViewer } from "./create-viewer.js";

export type { FetchAdapter } from "../api/transport/adapter.js";
export { AuditLogViewer } from "../index.js";

/** The part of `horizonContext.api` that the viewer uses. */
export interface HorizonApi {
  /** GET a path relative to the API base, with its query; resolves with parsed JSON, rejects on an error. */
  get(path: string): Promise<unknown>;
}

/** The part of `horizonContext` that the viewer uses. */
export interface HorizonContext {
  readonly api: HorizonApi;
  readonly theme?: "light" | "dark";
}

/** Creates an adapter for the host's client, which knows the server, the user and the permissions. */
export function createHorizonAdapter(api: HorizonApi): FetchAdapter {
  checkApi(api);
  return {
    async get(path, { query, signal }) {
      signal.throwIfAborted();
      const text = query.toString();
      // The host's client takes only a path and cannot be aborted: the viewer ignores the response of an aborted request.
      return api.get(text ? `${path}?${text}` : path);
    },
  };
}

/** Checked immediately, not at the first search. */
function checkApi(api: Partial<HorizonApi> | null | undefined): void {
  if (typeof api?.get !== "function") {
    throw new TypeError("The viewer needs `horizonContext.api`, an object with a `get` method.");
  }
}

export interface MountedViewer {
  readonly viewer: AuditLogViewer;
  /** Applies a new context of the host: another theme, or another client for the same user. Events are not reloaded. */
  update(context: HorizonContext): void;
  /** Removes the viewer and aborts its requests. */
  unmount(): void;
}

/**
 * Mounts a viewer in `container`. Use it in the effect of a component, and call `unmount` when the effect is cleaned up.
 *
 * @param properties of the viewer, such as `{ timezone: "US/Eastern" }`; without `theme`, the viewer uses the host's
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
  // One adapter for all contexts: a new adapter would clear the viewer.
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
