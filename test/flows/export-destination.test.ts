import { expect } from "@open-wc/testing";
import { click } from "../support/user-input.js";
import { findElement } from "../support/screen.js";
import { waitUntil } from "./support.js";
import { downloads, hold, readJob, showAndOpen, getRangeButton, recordDownloads } from "./export-support.js";

describe("exporting to a chosen file", () => {
  recordDownloads();

  it("writes to the file that the user chooses, and does nothing if the user chooses none", async () => {
    const { viewer, exported, server } = await showAndOpen();
    const written: string[] = [];
    const asked: unknown[] = [];
    let isDismissed = true;
    Object.assign(globalThis, {
      showSaveFilePicker: async (options: unknown) => {
        asked.push(options);
        if (isDismissed) throw new DOMException("Dismissed.", "AbortError");
        const decoder = new TextDecoder();
        return {
          name: "chosen.csv",
          createWritable: async () =>
            new WritableStream<Uint8Array>({ write: (bytes) => void written.push(decoder.decode(bytes)) }),
        };
      },
    });
    server.resetRequests();
    await click(getRangeButton(viewer));
    await waitUntil(() => asked.length === 1, "the question");
    expect([readJob(viewer), server.requests.length]).to.deep.equal(["", 0]);
    isDismissed = false;
    await click(getRangeButton(viewer));
    await waitUntil(() => exported.length === 1, "the file");
    expect(asked[1]).to.deep.equal({ suggestedName: "audit-log-range-2026-11-23-0914.csv" });
    expect(exported[0]!.fileName).to.equal("chosen.csv");
    expect(written.join("").split("\r\n").length).to.equal(exported[0]!.rows + 1);
    expect(downloads.map(({ name }) => name)).to.deep.equal(["chosen.csv.manifest.json"]);
  });

  describe("in a folder", () => {
    let folder: FileSystemDirectoryHandle;
    const listFiles = async () => {
      const found: string[] = [];
      for await (const [name, file] of folder.entries())
        found.push(`${name} ${(await (file as FileSystemFileHandle).getFile()).size > 0 ? "written" : "empty"}`);
      return found;
    };
    /** Chooses a file as a browser does: it exists, and is empty, as soon as the user has chosen it. */
    const choose = (...names: string[]) =>
      Object.assign(globalThis, {
        showSaveFilePicker: () => folder.getFileHandle(names.shift()!, { create: true }),
      });

    beforeEach(async () => {
      const root = await navigator.storage.getDirectory();
      folder = await root.getDirectoryHandle("places", { create: true });
    });
    afterEach(async () => {
      const root = await navigator.storage.getDirectory();
      await root.removeEntry("places", { recursive: true });
    });

    /** Waits for what the folder has to hold in the end; asking it takes a while. */
    async function waitForFiles(...expected: string[]) {
      let now: string[] | undefined;
      let isAsking = false;
      const ask = async () => {
        isAsking = true;
        // One may be gone between its name and its size.
        now = await listFiles().catch(() => now);
        isAsking = false;
      };
      await waitUntil(() => {
        if (now?.join() === expected.join()) return true;
        if (!isAsking) void ask();
        return false;
      }, expected.join() || "nothing in the folder");
    }

    it("leaves no file there when it is discarded", async () => {
      const { viewer, server } = await showAndOpen();
      choose("whole.csv");
      hold(server);
      await click(getRangeButton(viewer));
      await click(await waitUntil(() => findElement(viewer, "button", "Cancel"), "the job"));
      await waitForFiles();
    });

    it("leaves only the partial file, if that is saved", async () => {
      const { viewer, files, exported } = await showAndOpen();
      choose("whole.csv", "part.csv");
      let go = () => {};
      files.onWrite = () => new Promise((resolve) => (go = resolve));
      await click(getRangeButton(viewer));
      await click(await waitUntil(() => findElement(viewer, "button", "Cancel"), "the job"));
      files.onWrite = () => undefined;
      await waitUntil(() => files.jobs.length === 1, "the writer");
      go();
      await click(await waitUntil(() => findElement(viewer, "button", "Save partial file"), "what can be done"));
      await waitUntil(() => exported.length === 1, "the part");
      await waitForFiles("part.csv written");
    });

    it("keeps the file, and one that is chosen again after it was discarded", async () => {
      const { viewer, server, exported } = await showAndOpen();
      choose("whole.csv", "whole.csv");
      server.behavior.failures = [{ at: "every", kind: "403" }];
      await click(getRangeButton(viewer));
      await waitUntil(() => findElement(viewer, "button", "Try again"), "the failure");
      server.behavior.failures = [];
      await viewer.exportEvents({ scope: "loaded", deliver: "blob" });
      await waitForFiles();
      await click(getRangeButton(viewer));
      await waitUntil(() => exported.length === 2, "the file");
      await waitForFiles("whole.csv written");
    });
  });
});
