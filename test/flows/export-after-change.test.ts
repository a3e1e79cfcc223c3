import { expect } from "@open-wc/testing";
import type { MockServer } from "../../demo/mocks/index.js";
import { createFetchAdapter, type AuditLogViewer } from "../../src/index.js";
import { click, press } from "../support/user-input.js";
import { createMockAdapter, createMockFetch } from "../support/mock-adapter.js";
import { waitForRender, waitUntil } from "./support.js";
import {
  getExportButton,
  findDialog,
  downloads,
  getLoadedButton,
  showAndOpen,
  waitForDialog,
  getRangeButton,
  recordDownloads,
  showAndSearch,
} from "./export-support.js";

describe("exporting", () => {
  recordDownloads();

  /** Ways in which the viewer comes to show another log. */
  const CHANGES: Record<string, (viewer: AuditLogViewer, server: MockServer) => void | Promise<void>> = {
    "another adapter": (viewer, server) => {
      viewer.adapter = createMockAdapter(server);
    },
    "another server": (viewer, server) => {
      globalThis.fetch = createMockFetch(server);
      Object.assign(viewer, { adapter: undefined, apiBase: "/ns-api/v2" });
    },
    "another user": async (viewer, server) => {
      let user = "one";
      const fetched = createMockFetch(server);
      viewer.adapter = createFetchAdapter({
        baseUrl: "/ns-api/v2",
        getToken: () => `x.${btoa(JSON.stringify({ sub: user }))}.y`,
        fetch: (input, init) => fetched(input, { ...init, headers: {} }),
      });
      await viewer.search();
      user = "two";
      // The answer to the new user empties the viewer.
      await viewer.search();
    },
  };
  for (const [name, change] of Object.entries(CHANGES)) {
    it(`works from the menu after ${name}`, async () => {
      const own = globalThis.fetch;
      try {
        const { viewer, server, exported } = await showAndOpen();
        await press("Escape");
        await waitUntil(() => !findDialog(viewer), "the end of the dialog");
        await change(viewer, server);
        await viewer.search();
        await click(getExportButton(viewer));
        await waitForDialog(viewer);
        await click(getLoadedButton(viewer));
        await waitUntil(() => exported.length === 1, "the file");
        expect(exported[0]!.rows).to.equal(10);
        await click(getRangeButton(viewer));
        await waitUntil(() => exported.length === 2, "the range");
        expect(exported[1]!.complete).to.equal(true);
      } finally {
        globalThis.fetch = own;
      }
    });
  }

  it("is not finished for another user", async () => {
    const base = new URL("/ns-api/v2", location.href).href;
    let user = "one";
    const { viewer, server, files, exported } = await showAndSearch();
    const fetched = createMockFetch(server, { baseUrl: base });
    viewer.adapter = createFetchAdapter({
      baseUrl: base,
      getToken: () => `x.${btoa(JSON.stringify({ sub: user }))}.y`,
      fetch: (input, init) => fetched(input, { ...init, headers: {} }),
    });
    await waitForRender(viewer);
    await viewer.search();
    let go = () => {};
    files.onWrite = () => new Promise((resolve) => (go = resolve));
    const ended = viewer.exportEvents({ scope: "range" }).catch((error: { kind: string }) => error.kind);
    await waitUntil(() => files.jobs.length === 1, "the writer");
    user = "two";
    await viewer.search();
    go();
    expect(await ended).to.equal("aborted");
    expect([files.jobs[0]!.isCancelled, exported.length, downloads.length]).to.deep.equal([true, 0, 0]);
  });
});
