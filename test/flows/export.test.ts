import { expect } from "@open-wc/testing";
import { emulateMedia } from "@web/test-runner-commands";
import type { MockServer } from "../../demo/mocks/index.js";
import { createFetchAdapter, type AuditLogViewer, type AuditLogViewerEventDetails } from "../../src/index.js";
import { findAxeProblems, rulesIn } from "../support/axe.js";
import { click, press } from "../support/user-input.js";
import { createMockAdapter, createMockFetch } from "../support/mock-adapter.js";
import { PlainFiles } from "../support/plain-files.js";
import { getAll, getFocused, get, hasFocus, findElement, getName, getText } from "../support/screen.js";
import { cleanUp, waitForRender, showViewer, waitUntil } from "./support.js";

type Exported = AuditLogViewerEventDetails["alv-export"];

const button = (viewer: AuditLogViewer) => get(viewer, "button", "Export");
const dialog = (viewer: AuditLogViewer) => findElement(viewer, "dialog", "Export");
const job = (viewer: AuditLogViewer) =>
  getText(findElement(viewer, "group", /^Exporting/) ?? document.createTextNode("")).trim();
const loaded = (viewer: AuditLogViewer, format = "CSV") => get(viewer, "button", `${format}, loaded events`);
const range = (viewer: AuditLogViewer, format = "CSV") => get(viewer, "button", `${format}, whole date range`);
const note = (choice: Element) =>
  (choice.getRootNode() as ShadowRoot).getElementById(choice.getAttribute("aria-describedby")!)!.textContent!;

/** The dialog, once the focus is where it belongs. */
const opens = (viewer: AuditLogViewer) =>
  waitUntil(() => {
    const first = dialog(viewer) && findElement(viewer, "button", "CSV, loaded events");
    return first && hasFocus(first);
  }, "the dialog");

/** What was downloaded since: browsers are asked by a link that is never on the page. */
const downloads: { name: string; data: Blob }[] = [];
const [createUrl, clickLink] = [URL.createObjectURL, HTMLAnchorElement.prototype.click];
const blobs = new Map<string, Blob>();

/** A viewer with two loaded pages, and a writer that can be read back. */
async function searched(properties: Partial<AuditLogViewer> = {}, given: Parameters<typeof showViewer>[1] = {}) {
  const files = new PlainFiles();
  const on = await showViewer(
    { makeFiles: () => Promise.resolve(files), ...properties },
    { events: 2000, days: 2, ...given },
  );
  const exported: Exported[] = [];
  on.viewer.addEventListener("alv-export", (event) => exported.push((event as CustomEvent<Exported>).detail));
  await on.viewer.search({ range: { preset: "last-24-hours" } });
  await click(await waitUntil(() => findElement(on.viewer, "button", "Next"), "results"));
  await waitUntil(() => /Page 2/.test(getText(get(on.viewer, "navigation", "Pagination"))), "page 2");
  return { ...on, files, exported };
}

async function opened(properties: Partial<AuditLogViewer> = {}, given: Parameters<typeof showViewer>[1] = {}) {
  const on = await searched(properties, given);
  await click(button(on.viewer));
  await opens(on.viewer);
  return on;
}

/** Holds every request back from now on, until the answer is called. */
function hold(server: MockServer): () => void {
  server.behavior.failures = [{ at: "every", kind: "hang" }];
  return () => (server.behavior.failures = []);
}

describe("exporting", () => {
  beforeEach(() => {
    downloads.length = 0;
    // A picker of the browser's own would wait for somebody.
    Object.assign(globalThis, { showSaveFilePicker: undefined });
    URL.createObjectURL = (data: Blob) => {
      const url = createUrl.call(URL, data);
      blobs.set(url, data);
      return url;
    };
    HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
      downloads.push({ name: this.download, data: blobs.get(this.href)! });
    };
  });
  afterEach(async () => {
    cleanUp();
    URL.createObjectURL = createUrl;
    HTMLAnchorElement.prototype.click = clickLink;
    document.documentElement.removeAttribute("dir");
    await emulateMedia({ forcedColors: "none" });
  });

  it("comes with the results: before a search there is nothing to export", async () => {
    const { viewer } = await showViewer();
    expect(findElement(viewer, "button", "Export")?.ariaDisabled ?? "true").to.equal("true");
    let message = "";
    await viewer.exportEvents().catch((error: Error) => (message = error.message));
    expect(message).to.equal("Nothing to export yet. Search first.");
  });

  it("says why there is nothing to export, where no event matches, and offers none", async () => {
    const { viewer } = await showViewer({}, { events: 200, days: 2 });
    await viewer.search({ affectedUser: "no-such-user" });
    await waitUntil(() => findElement(viewer, "heading", "No events match"), "the empty state");
    await click(button(viewer));
    const reason = "Nothing to export: no events match. Change the filters or the date range, then search again.";
    await waitUntil(() => dialog(viewer) && getText(dialog(viewer)!).indexOf(reason) !== -1, "the reason");
    expect(getAll(dialog(viewer)!, "button").map(getName)).to.deep.equal([]);
    await waitUntil(() => getText(getFocused()!).trim() === reason, "the focus on it");
    expect(await findAxeProblems(viewer)).to.deep.equal([]);
    await press("Escape");
    await waitUntil(() => !dialog(viewer), "the end of the dialog");
    expect(hasFocus(button(viewer))).to.equal(true);
  });

  it("offers the range, and not the loaded events, while none is found and older time is not searched", async () => {
    const { viewer, server, exported } = await searched({
      source: { sendFilters: "never", budget: { seconds: 60, requests: 1, records: 20 } },
    });
    await viewer.search({ affectedUser: "no-such-user" });
    await waitUntil(() => findElement(viewer, "heading", "No events match"), "the empty state");
    await click(button(viewer));
    await waitUntil(() => findElement(viewer, "button", "CSV, loaded events"), "the dialog");
    await waitUntil(() => hasFocus(range(viewer)), "the focus on what can be had");
    expect(note(loaded(viewer))).to.equal("No events are loaded.");
    expect([loaded(viewer).ariaDisabled, range(viewer).ariaDisabled]).to.deep.equal(["true", "false"]);
    server.resetRequests();
    await click(loaded(viewer));
    await click(range(viewer));
    await waitUntil(() => exported.length === 1, "the file");
    expect(exported[0]!.fileName).to.match(/^audit-log-range-/);
  });

  it("refuses a second export at the same time, and leaves the first one alone", async () => {
    const { viewer, files } = await searched();
    let write = () => {};
    const written = new Promise<void>((resolve) => (write = resolve));
    files.onWrite = () => written;
    const first = viewer.exportEvents({ deliver: "blob" });
    const second = await viewer.exportEvents({ format: "json", deliver: "blob" }).catch((error: Error) => error);
    expect(second).to.have.property("message", "Another export is running.");
    write();
    expect((await first).rows).to.equal(20);
  });

  it("is one click and Enter for the loaded results as a CSV", async () => {
    const { viewer, server, files, exported } = await searched();
    server.resetRequests();
    await click(button(viewer));
    await opens(viewer);
    expect(note(loaded(viewer))).to.equal("20 rows from 2 pages, all columns and parameters");
    expect(note(range(viewer))).to.match(/^Searches from Nov 23, 9:14\sAM back to Nov 22, 9:14\sAM$/);
    await press("Enter");
    await waitUntil(() => exported.length === 1, "the file");
    expect(server.requests.length).to.equal(0);
    expect(exported[0]).to.deep.equal({
      fileName: "audit-log-complete-2026-11-23-0914.csv",
      format: "csv",
      rows: 20,
      complete: false,
    });
    expect(files.jobs[0]!.setting).to.deep.equal({ format: "csv", zone: "US/Eastern", includeSensitive: false });
    expect(downloads.map(({ name }) => name)).to.deep.equal(["audit-log-complete-2026-11-23-0914.csv"]);
    expect((await downloads[0]!.data.text()).split("\r\n").length).to.equal(21);
    await waitUntil(() => /^Exported 20 rows, 1 column, \d+ byte\./.test(job(viewer)), "the message");
    expect(get(viewer, "status").textContent).to.equal("Exported 20 rows.");
    await press("Escape");
    await waitUntil(() => !dialog(viewer), "the end of the dialog");
    expect(hasFocus(button(viewer))).to.equal(true);
  });

  it("writes other formats, and sensitive values only where that is ticked each time", async () => {
    const { viewer, files, exported } = await opened();
    await click(get(viewer, "radio", "NDJSON"));
    await click(get(viewer, "checkbox", "Include sensitive values"));
    expect(note(await waitUntil(() => findElement(viewer, "button", "NDJSON, loaded events"), "it"))).to.match(
      /raw records$/,
    );
    await click(loaded(viewer, "NDJSON"));
    await waitUntil(() => exported.length === 1, "the file");
    expect(files.jobs[0]!.setting).to.deep.include({ format: "ndjson", includeSensitive: true });
    expect(downloads[0]!.name).to.equal("audit-log-complete-2026-11-23-0914.ndjson");
    await press("Escape");
    await waitUntil(() => !dialog(viewer), "the end of the dialog");
    await press("Enter");
    await opens(viewer);
    expect((get(viewer, "checkbox", "Include sensitive values") as HTMLInputElement).checked).to.equal(false);
  });

  it("names the last day of a range, not the one after it", async () => {
    const { viewer } = await searched();
    await viewer.search({ range: { from: "2026-11-21", until: "2026-11-23" } });
    await click(button(viewer));
    await opens(viewer);
    expect(note(range(viewer)).replace(/\s/g, " ")).to.match(/ from Nov 22, 11:59 PM back to Nov 21, 12:00 AM$/);
  });

  it("reads the whole range, with a manifest beside it", async () => {
    const { viewer, exported, files } = await opened();
    await click(range(viewer));
    await waitUntil(() => exported.length === 1, "the file");
    const { rows, complete, fileName } = exported[0]!;
    expect(rows).to.be.above(500);
    expect([complete, fileName]).to.deep.equal([true, "audit-log-range-2026-11-23-0914.csv"]);
    expect(files.jobs[0]!.events.length).to.equal(rows);
    expect(downloads.map(({ name }) => name)).to.deep.equal([fileName, `${fileName}.manifest.json`]);
    const manifest = JSON.parse(await downloads[1]!.data.text()) as { file: { rows: number }; zone: string };
    expect([manifest.file.rows, manifest.zone]).to.deep.equal([rows, "US/Eastern"]);
  });

  it("shows how far it is, goes on while the dialog is closed, and keeps what was read when it is cancelled", async () => {
    const { viewer, server, exported, files } = await opened();
    let go = () => {};
    files.onWrite = () => new Promise((resolve) => (go = resolve));
    const said: string[] = [];
    const region = get(viewer, "status");
    const observer = new MutationObserver(() => said.push(region.textContent ?? ""));
    observer.observe(region, { childList: true, characterData: true, subtree: true });
    await click(range(viewer));
    const bar = await waitUntil(() => findElement(viewer, "progressbar", "Exporting CSV"), "the bar");
    await waitUntil(() => Number(bar.ariaValueNow) > 0, "progress");
    expect(job(viewer)).to.match(/[\d,]+ rows · searched back to Nov 2\d/);
    expect(job(viewer)).to.contain("audit-log-range-2026-11-23-0914.csv");
    expect(loaded(viewer).ariaDisabled).to.equal("true");
    await press("Escape");
    await waitUntil(() => !dialog(viewer), "the end of the dialog");
    await waitUntil(() => /^Exporting CSV \d+%$/.test(button(viewer).title), "the part on the button");
    await click(button(viewer));
    await click(await waitUntil(() => findElement(viewer, "button", "Cancel"), "the dialog again"));
    files.onWrite = () => undefined;
    go();
    const keep = await waitUntil(() => findElement(viewer, "button", "Save partial file"), "what can be done");
    expect(job(viewer)).to.match(/^The export was stopped\./);
    expect(viewer.contains(document.activeElement) || document.activeElement === viewer).to.equal(true);
    server.resetRequests();
    await click(keep);
    await waitUntil(() => exported.length === 1, "the part");
    expect(server.requests.length).to.equal(0);
    expect([exported[0]!.fileName, exported[0]!.complete]).to.deep.equal([
      "audit-log-range-2026-11-23-0914-partial.csv",
      false,
    ]);
    await waitUntil(() => /The file is incomplete\./.test(job(viewer)), "the message");
    observer.disconnect();
    expect(said.length, said.join("; ")).to.equal(4);
    expect(said[0]).to.equal("Exporting.");
  });

  it("says what failed, and goes on from there", async () => {
    const { viewer, server, exported } = await opened();
    const errors: string[] = [];
    viewer.addEventListener("alv-error", (event) => errors.push((event as CustomEvent<{ kind: string }>).detail.kind));
    server.behavior.failures = [{ at: "every", kind: "403" }];
    server.resetRequests();
    await click(range(viewer));
    const again = await waitUntil(() => findElement(viewer, "button", "Try again"), "the failure");
    expect(job(viewer)).to.match(/^The export failed\. The server refused access\./);
    expect(errors).to.deep.equal(["forbidden"]);
    server.behavior.failures = [];
    await click(again);
    await waitUntil(() => exported.length === 1, "the file");
    expect(exported[0]!.complete).to.equal(true);
  });

  it("streams to a place that the user chooses; without one nothing happens", async () => {
    const { viewer, exported, server } = await opened();
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
    await click(range(viewer));
    await waitUntil(() => asked.length === 1, "the question");
    expect([job(viewer), server.requests.length]).to.deep.equal(["", 0]);
    isDismissed = false;
    await click(range(viewer));
    await waitUntil(() => exported.length === 1, "the file");
    expect(asked[1]).to.deep.equal({ suggestedName: "audit-log-range-2026-11-23-0914.csv" });
    expect(exported[0]!.fileName).to.equal("chosen.csv");
    expect(written.join("").split("\r\n").length).to.equal(exported[0]!.rows + 1);
    expect(downloads.map(({ name }) => name)).to.deep.equal(["chosen.csv.manifest.json"]);
  });

  describe("to a chosen place", () => {
    let folder: FileSystemDirectoryHandle;
    const places = async () => {
      const found: string[] = [];
      for await (const [name, file] of folder.entries())
        found.push(`${name} ${(await (file as FileSystemFileHandle).getFile()).size > 0 ? "written" : "empty"}`);
      return found;
    };
    /** As a browser does: the file is there, and empty, as soon as it is chosen. */
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
    async function holds(...expected: string[]) {
      let now: string[] | undefined;
      let isAsking = false;
      const ask = async () => {
        isAsking = true;
        // One may be gone between its name and its size.
        now = await places().catch(() => now);
        isAsking = false;
      };
      await waitUntil(() => {
        if (now?.join() === expected.join()) return true;
        if (!isAsking) void ask();
        return false;
      }, expected.join() || "nothing in the folder");
    }

    it("leaves nothing there when it is given up", async () => {
      const { viewer, server } = await opened();
      choose("whole.csv");
      hold(server);
      await click(range(viewer));
      await click(await waitUntil(() => findElement(viewer, "button", "Cancel"), "the job"));
      await holds();
    });

    it("leaves only the partial file, if that is saved", async () => {
      const { viewer, files, exported } = await opened();
      choose("whole.csv", "part.csv");
      let go = () => {};
      files.onWrite = () => new Promise((resolve) => (go = resolve));
      await click(range(viewer));
      await click(await waitUntil(() => findElement(viewer, "button", "Cancel"), "the job"));
      files.onWrite = () => undefined;
      await waitUntil(() => files.jobs.length === 1, "the writer");
      go();
      await click(await waitUntil(() => findElement(viewer, "button", "Save partial file"), "what can be done"));
      await waitUntil(() => exported.length === 1, "the part");
      await holds("part.csv written");
    });

    it("keeps the file, and one that is chosen again after it was given up", async () => {
      const { viewer, server, exported } = await opened();
      choose("whole.csv", "whole.csv");
      server.behavior.failures = [{ at: "every", kind: "403" }];
      await click(range(viewer));
      await waitUntil(() => findElement(viewer, "button", "Try again"), "the failure");
      server.behavior.failures = [];
      await viewer.exportEvents({ scope: "loaded", deliver: "blob" });
      await holds();
      await click(range(viewer));
      await waitUntil(() => exported.length === 2, "the file");
      await holds("whole.csv written");
    });
  });

  it("answers the page with the file itself", async () => {
    const { viewer, exported } = await searched();
    const { fileName, rows, complete, blob } = await viewer.exportEvents({
      format: "json",
      scope: "range",
      deliver: "blob",
    });
    expect([fileName, complete]).to.deep.equal(["audit-log-range-2026-11-23-0914.json", true]);
    expect((await blob!.text()).split("\r\n").length).to.equal(rows + 1);
    expect(downloads).to.deep.equal([]);
    expect(exported).to.deep.equal([{ fileName, format: "json", rows, complete }]);
    const saved = await viewer.exportEvents({ format: "xml" } as unknown as { format: "csv" });
    expect(saved).to.deep.equal({ fileName: "audit-log-complete-2026-11-23-0914.csv", rows: 20, complete: false });
    expect(downloads.length).to.equal(1);
  });

  it("writes a table of all columns and parameters, and the records themselves", async () => {
    const { viewer } = await showViewer({}, { events: 2000, days: 2 });
    await viewer.search();
    const csv = (await viewer.exportEvents({ deliver: "blob" })).blob!;
    expect([...new Uint8Array(await csv.slice(0, 3).arrayBuffer())], "the mark").to.deep.equal([0xef, 0xbb, 0xbf]);
    const [head, ...lines] = (await csv.text()).split("\r\n");
    expect(head).to.match(/^Timestamp,UTC Offset,Timestamp \(UTC\),Action,.*,By Client,param\./);
    const times = getAll(viewer, "button", /^Details: /).map(
      (row) => /(\d\d:\d\d:\d\d) [AP]M$/.exec(getName(row))![1]!,
    );
    // Nine in the morning: both ways of writing hours agree.
    expect(lines.slice(0, 10).map((line) => line.slice(11, 19))).to.deep.equal(times);
    const lone = (await viewer.exportEvents({ format: "ndjson", deliver: "blob" })).blob!;
    const records = (await lone.text()).split("\n").filter(Boolean);
    expect(records.map((line) => typeof JSON.parse(line))).to.deep.equal(times.map(() => "object"));
    const json = JSON.parse(
      await (await viewer.exportEvents({ format: "json", deliver: "blob" })).blob!.text(),
    ) as unknown;
    expect(json).to.deep.equal(records.map((line) => JSON.parse(line) as unknown));
  });

  it("for the page is over when it fails: the page begins it again", async () => {
    const { viewer, server, exported } = await searched();
    server.behavior.failures = [{ at: "every", kind: "403" }];
    const failed = viewer.exportEvents({ scope: "range", deliver: "blob" });
    expect(await failed.catch((error: { kind: string }) => error.kind)).to.equal("forbidden");
    await click(button(viewer));
    await opens(viewer);
    expect(job(viewer)).to.equal("");
    server.behavior.failures = [];
    expect((await viewer.exportEvents({ scope: "range", deliver: "blob" })).complete).to.equal(true);
    expect(exported.length).to.equal(1);
  });

  it("ends with the viewer, and with its user", async () => {
    const { viewer, server, files } = await searched();
    hold(server);
    server.resetRequests();
    const ended = viewer.exportEvents({ scope: "range" }).catch((error: { kind: string }) => error.kind);
    await waitUntil(() => server.requests.length > 0, "a request");
    viewer.remove();
    expect(await ended).to.equal("aborted");
    await waitUntil(() => server.requests.every(({ aborted }) => aborted), "the end of the request");
    expect(files.jobs[0]!.isCancelled).to.equal(true);
  });

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
        const { viewer, server, exported } = await opened();
        await press("Escape");
        await waitUntil(() => !dialog(viewer), "the end of the dialog");
        await change(viewer, server);
        await viewer.search();
        await click(button(viewer));
        await opens(viewer);
        await click(loaded(viewer));
        await waitUntil(() => exported.length === 1, "the file");
        expect(exported[0]!.rows).to.equal(10);
        await click(range(viewer));
        await waitUntil(() => exported.length === 2, "the range");
        expect(exported[1]!.complete).to.equal(true);
      } finally {
        globalThis.fetch = own;
      }
    });
  }

  it("of one user is not finished for another", async () => {
    const base = new URL("/ns-api/v2", location.href).href;
    let user = "one";
    const { viewer, server, files, exported } = await searched();
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

  for (const media of ["light", "dark", "forced colours"] as const) {
    it(`leaves axe nothing to find: ${media}`, async () => {
      await emulateMedia({ forcedColors: media === "forced colours" ? "active" : "none" });
      const { viewer, server, files } = await opened({ theme: media === "dark" ? "dark" : "light" });
      expect(await findAxeProblems(viewer, rulesIn(media))).to.deep.equal([]);
      let go = () => {};
      files.onWrite = () => new Promise((resolve) => (go = resolve));
      await click(range(viewer));
      await waitUntil(() => Number(findElement(viewer, "progressbar", "Exporting CSV")?.ariaValueNow) > 0, "progress");
      expect(await findAxeProblems(viewer, rulesIn(media))).to.deep.equal([]);
      server.behavior.failures = [{ at: "every", kind: "403" }];
      files.onWrite = () => undefined;
      go();
      await waitUntil(() => findElement(viewer, "button", "Try again") ?? /Exported/.test(job(viewer)), "the failure");
      expect(await findAxeProblems(viewer, rulesIn(media))).to.deep.equal([]);
    });
  }

  for (const dir of ["ltr", "rtl"]) {
    it(`fits a page 320 px wide, with targets that a finger can hit, ${dir}`, async () => {
      document.documentElement.dir = dir;
      const { viewer, server } = await opened({ density: "compact" }, { width: 320 });
      server.behavior.failures = [{ at: "every", kind: "403" }];
      await click(range(viewer));
      await waitUntil(() => findElement(viewer, "button", "Try again"), "the failure");
      const popup = dialog(viewer)!;
      expect(popup.scrollWidth).to.be.at.most(popup.clientWidth);
      for (const target of [...getAll(popup, "button"), ...getAll(popup, "radio"), ...getAll(popup, "checkbox")]) {
        const box = (target.closest("label") ?? target).getBoundingClientRect();
        expect(Math.min(box.width, box.height), getName(target)).to.be.at.least(24);
      }
      expect(viewer.scrollWidth).to.be.at.most(320);
    });
  }
});
