/*
 * Entry point for scripts of partners on the classic Manager Portal who place the viewer themselves.
 */
import { createFetchAdapter, type FetchAdapter } from "../data/fetch-adapter.js";
import { portalSession, type PortalAdapterOptions } from "./portal-session.js";

export type { FetchAdapter } from "../data/fetch-adapter.js";
export type { PortalAdapterOptions } from "./portal-session.js";

/** An adapter for the portal's own API, as the user who is signed in. */
export function createPortalAdapter(options?: PortalAdapterOptions): FetchAdapter {
  return createFetchAdapter(portalSession(options));
}
