import { createMockServer } from "../../demo/mocks/index.js";
import type { AuditLogViewer } from "../../src/index.js";
import { NOW } from "../support/clock.js";
import { TestNetwork } from "../support/test-network.js";
import { getAll, get, findElement } from "../support/screen.js";
import { waitForRender, showViewer, waitUntil } from "./support.js";

export const getRows = (viewer: AuditLogViewer) => getAll(viewer, "button", /^D[eé]tails/);

export const getHeading = (viewer: AuditLogViewer) => get(viewer, "heading", /event/);

export const stop = (viewer: AuditLogViewer) => findElement(viewer, "button", "Stop");

export interface Options {
  width?: number;
  view?: "table" | "cards";
  dir?: "ltr" | "rtl";
  locale?: string;
}

/** A viewer behind a network that holds every request back. */
export async function showClosed({ width = 1280, view = "table", dir = "ltr", locale = "en-US" }: Options = {}) {
  document.documentElement.dir = dir;
  const server = createMockServer({ now: () => NOW });
  const network = new TestNetwork(server);
  const { viewer } = await showViewer({ adapter: network, view, locale }, { width });
  network.passCount = 0;
  const open = async (isThere: () => unknown, what: string) => {
    network.passCount = Infinity;
    network.release();
    await waitUntil(isThere, what);
    await waitUntil(() => !stop(viewer), "the end of the search");
    await waitForRender(viewer);
    network.passCount = 0;
  };
  return { viewer, network, open };
}
