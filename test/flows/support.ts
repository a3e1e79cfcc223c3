import { fixtureCleanup } from "@open-wc/testing";
import { emulateMedia, setViewport } from "@web/test-runner-commands";
import { createMockServer, type MockServer, type MockServerOptions } from "../../demo/mocks/index.js";
import { define, type AuditLogViewer } from "../../src/index.js";
import { NOW, createTestClock } from "../support/clock.js";
import { createMockAdapter } from "../support/mock-adapter.js";

define();

export interface Stage {
  readonly server: MockServer;
  readonly viewer: AuditLogViewer;
  readonly clock: ReturnType<typeof createTestClock>;
}

/** A window in which nothing moves under the mouse. Settings that hold already are left alone: the browser would resize it. */
async function prepareWindow(): Promise<void> {
  if (!matchMedia("(prefers-reduced-motion: reduce)").matches) await emulateMedia({ reducedMotion: "reduce" });
  if (innerWidth !== 1600 || innerHeight !== 1000) await setViewport({ width: 1600, height: 1000 });
}

/** A viewer with a mock server, on a page up to 1280 px wide. */
export async function showViewer(
  properties: Partial<AuditLogViewer> = {},
  options: MockServerOptions & { width?: number } = {},
): Promise<Stage> {
  await prepareWindow();
  const { width = 1280, ...server } = options;
  const mock = createMockServer({ now: () => NOW, ...server });
  const clock = createTestClock();
  const viewer = document.createElement("audit-log-viewer") as AuditLogViewer;
  Object.assign(viewer, {
    adapter: createMockAdapter(mock),
    clock,
    timezone: "US/Eastern",
    locale: "en-US",
    // Counts on the page: a thread for each viewer would load all its modules again.
    workerUrl: "none",
    ...properties,
  });
  viewer.style.setProperty("width", `${width}px`);
  document.body.append(viewer);
  await waitForRender(viewer);
  return { server: mock, viewer, clock };
}

/** Waits until the viewer has rendered what was set. */
export async function waitForRender(viewer: AuditLogViewer): Promise<void> {
  await viewer.updateComplete;
}

export function cleanUp(): void {
  fixtureCleanup();
  for (const viewer of document.querySelectorAll("audit-log-viewer")) viewer.remove();
}

/** Waits until no request has been sent for a few frames. */
export async function waitUntilIdle(server: MockServer): Promise<void> {
  let [sent, still] = [server.requests.length, 0];
  await waitUntil(() => {
    still = server.requests.length === sent ? still + 1 : 0;
    sent = server.requests.length;
    return still > 5;
  }, "quiet");
}

/** A little less than the runner's limit for a test at 60 frames a second, so that a failure can name the condition. */
const FRAMES = 110 * 60;

/** Waits, frame by frame, until `check` returns something. */
export async function waitUntil<T>(check: () => T | undefined | null | false, what: string): Promise<T> {
  for (let frame = 0; frame < FRAMES; frame += 1) {
    if (frame === FRAMES / 10) console.warn(`Still waiting for ${what}.`);
    const found = check();
    if (found) return found;
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
  throw new Error(`Waited in vain for ${what}.`);
}
