/*
 * Entry point for partner scripts on the classic Manager Portal that place the viewer themselves.
 */
import { createFetchAdapter } from "../api/transport/fetch-adapter.js";
import type { FetchAdapter } from "../api/transport/adapter.js";
import { createPortalSession, type PortalAdapterOptions } from "./portal-session.js";

export type { FetchAdapter } from "../api/transport/adapter.js";
export type { PortalAdapterOptions } from "./portal-session.js";

/** Creates an adapter for the portal's own API, with the token of the signed-in user. */
export function createPortalAdapter(options?: PortalAdapterOptions): FetchAdapter {
  return createFetchAdapter(createPortalSession(options));
}
