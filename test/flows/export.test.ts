import { expect } from "@open-wc/testing";
import { emulateMedia } from "@web/test-runner-commands";
import { findAxeProblems, getRules } from "../support/axe.js";
import { click, press } from "../support/user-input.js";
import { getAll, getFocused, get, hasFocus, findElement, getName, getText } from "../support/screen.js";
import { showViewer, waitUntil } from "./support.js";
import {
  getExportButton,
  findDialog,
  downloads,
  readJob,
  getLoadedButton,
  showAndOpen,
  waitForDialog,
  getRangeButton,
  recordDownloads,
  showAndSearch,
} from "./export-support.js";

const note = (choice: Element) =>
  (choice.getRootNode() as ShadowRoot).getElementById(choice.getAttribute("aria-describedby")!)!.textContent!;

describe("exporting", () => {
  recordDownloads();

  it("appears with the results, as there is nothing to export before", async () => {
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
    await click(getExportButton(viewer));
    const reason = "Nothing to export: no events match. Change the filters or the date range, then search again.";
    await waitUntil(() => findDialog(viewer) && getText(findDialog(viewer)!).indexOf(reason) !== -1, "the reason");
    expect(getAll(findDialog(viewer)!, "button").map(getName)).to.deep.equal([]);
    await waitUntil(() => getText(getFocused()!).trim() === reason, "the focus on it");
    expect(await findAxeProblems(viewer)).to.deep.equal([]);
    await press("Escape");
    await waitUntil(() => !findDialog(viewer), "the end of the dialog");
    expect(hasFocus(getExportButton(viewer))).to.equal(true);
  });

  it("offers the range, but not the loaded events, if none is found and earlier time is not searched", async () => {
    const { viewer, server, exported } = await showAndSearch({
      source: { sendFilters: "never", budget: { seconds: 60, requests: 1, records: 20 } },
    });
    await viewer.search({ affectedUser: "no-such-user" });
    await waitUntil(() => findElement(viewer, "heading", "No events match"), "the empty state");
    await click(getExportButton(viewer));
    await waitUntil(() => findElement(viewer, "button", "CSV, loaded events"), "the dialog");
    await waitUntil(() => hasFocus(getRangeButton(viewer)), "the focus on what can be had");
    expect(note(getLoadedButton(viewer))).to.equal("No events are loaded.");
    expect([getLoadedButton(viewer).ariaDisabled, getRangeButton(viewer).ariaDisabled]).to.deep.equal([
      "true",
      "false",
    ]);
    server.resetRequests();
    await click(getLoadedButton(viewer));
    await click(getRangeButton(viewer));
    await waitUntil(() => exported.length === 1, "the file");
    expect(exported[0]!.fileName).to.match(/^audit-log-range-/);
  });

  it("refuses a second export at the same time, and continues the first one", async () => {
    const { viewer, files } = await showAndSearch();
    let write = () => {};
    const written = new Promise<void>((resolve) => (write = resolve));
    files.onWrite = () => written;
    const first = viewer.exportEvents({ deliver: "blob" });
    const second = await viewer.exportEvents({ format: "json", deliver: "blob" }).catch((error: Error) => error);
    expect(second).to.have.property("message", "Another export is running.");
    write();
    expect((await first).rows).to.equal(20);
  });

  it("takes one click and Enter for the loaded events as CSV", async () => {
    const { viewer, server, files, exported } = await showAndSearch();
    server.resetRequests();
    await click(getExportButton(viewer));
    await waitForDialog(viewer);
    expect(note(getLoadedButton(viewer))).to.equal("20 rows from 2 pages, all columns and parameters");
    expect(note(getRangeButton(viewer))).to.match(/^Searches from Nov 23, 9:14\sAM back to Nov 22, 9:14\sAM$/);
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
    await waitUntil(() => /^Exported 20 rows, 1 column, \d+ byte\./.test(readJob(viewer)), "the message");
    expect(get(viewer, "status").textContent).to.equal("Exported 20 rows.");
    await press("Escape");
    await waitUntil(() => !findDialog(viewer), "the end of the dialog");
    expect(hasFocus(getExportButton(viewer))).to.equal(true);
  });

  it("writes other formats, and sensitive values only if the user ticks that each time", async () => {
    const { viewer, files, exported } = await showAndOpen();
    await click(get(viewer, "radio", "NDJSON"));
    await click(get(viewer, "checkbox", "Include sensitive values"));
    expect(note(await waitUntil(() => findElement(viewer, "button", "NDJSON, loaded events"), "it"))).to.match(
      /raw records$/,
    );
    await click(getLoadedButton(viewer, "NDJSON"));
    await waitUntil(() => exported.length === 1, "the file");
    expect(files.jobs[0]!.setting).to.deep.include({ format: "ndjson", includeSensitive: true });
    expect(downloads[0]!.name).to.equal("audit-log-complete-2026-11-23-0914.ndjson");
    await press("Escape");
    await waitUntil(() => !findDialog(viewer), "the end of the dialog");
    await press("Enter");
    await waitForDialog(viewer);
    expect((get(viewer, "checkbox", "Include sensitive values") as HTMLInputElement).checked).to.equal(false);
  });

  it("names the last day of a range, not the one after it", async () => {
    const { viewer } = await showAndSearch();
    await viewer.search({ range: { from: "2026-11-21", until: "2026-11-23" } });
    await click(getExportButton(viewer));
    await waitForDialog(viewer);
    expect(note(getRangeButton(viewer)).replace(/\s/g, " ")).to.match(
      / from Nov 22, 11:59 PM back to Nov 21, 12:00 AM$/,
    );
  });

  it("reads the whole range, with a manifest beside it", async () => {
    const { viewer, exported, files } = await showAndOpen();
    await click(getRangeButton(viewer));
    await waitUntil(() => exported.length === 1, "the file");
    const { rows, complete, fileName } = exported[0]!;
    expect(rows).to.be.above(500);
    expect([complete, fileName]).to.deep.equal([true, "audit-log-range-2026-11-23-0914.csv"]);
    expect(files.jobs[0]!.events.length).to.equal(rows);
    expect(downloads.map(({ name }) => name)).to.deep.equal([fileName, `${fileName}.manifest.json`]);
    const manifest = JSON.parse(await downloads[1]!.data.text()) as { file: { rows: number }; zone: string };
    expect([manifest.file.rows, manifest.zone]).to.deep.equal([rows, "US/Eastern"]);
  });

  it("shows its progress, continues while the dialog is closed, and keeps the events read so far when it is cancelled", async () => {
    const { viewer, server, exported, files } = await showAndOpen();
    let go = () => {};
    files.onWrite = () => new Promise((resolve) => (go = resolve));
    const said: string[] = [];
    const region = get(viewer, "status");
    const observer = new MutationObserver(() => said.push(region.textContent ?? ""));
    observer.observe(region, { childList: true, characterData: true, subtree: true });
    await click(getRangeButton(viewer));
    const bar = await waitUntil(() => findElement(viewer, "progressbar", "Exporting CSV"), "the bar");
    await waitUntil(() => Number(bar.ariaValueNow) > 0, "progress");
    expect(readJob(viewer)).to.match(/[\d,]+ rows · searched back to Nov 2\d/);
    expect(readJob(viewer)).to.contain("audit-log-range-2026-11-23-0914.csv");
    expect(getLoadedButton(viewer).ariaDisabled).to.equal("true");
    await press("Escape");
    await waitUntil(() => !findDialog(viewer), "the end of the dialog");
    await waitUntil(() => /^Exporting CSV \d+%$/.test(getExportButton(viewer).title), "the part on the button");
    await click(getExportButton(viewer));
    await click(await waitUntil(() => findElement(viewer, "button", "Cancel"), "the dialog again"));
    files.onWrite = () => undefined;
    go();
    const keep = await waitUntil(() => findElement(viewer, "button", "Save partial file"), "what can be done");
    expect(readJob(viewer)).to.match(/^The export was stopped\./);
    expect(viewer.contains(document.activeElement) || document.activeElement === viewer).to.equal(true);
    server.resetRequests();
    await click(keep);
    await waitUntil(() => exported.length === 1, "the part");
    expect(server.requests.length).to.equal(0);
    expect([exported[0]!.fileName, exported[0]!.complete]).to.deep.equal([
      "audit-log-range-2026-11-23-0914-partial.csv",
      false,
    ]);
    await waitUntil(() => /The file is incomplete\./.test(readJob(viewer)), "the message");
    observer.disconnect();
    expect(said.length, said.join("; ")).to.equal(4);
    expect(said[0]).to.equal("Exporting.");
  });

  it("says what failed, and continues from there", async () => {
    const { viewer, server, exported } = await showAndOpen();
    const errors: string[] = [];
    viewer.addEventListener("alv-error", (event) => errors.push((event as CustomEvent<{ kind: string }>).detail.kind));
    server.behavior.failures = [{ at: "every", kind: "403" }];
    server.resetRequests();
    await click(getRangeButton(viewer));
    const again = await waitUntil(() => findElement(viewer, "button", "Try again"), "the failure");
    expect(readJob(viewer)).to.match(/^The export failed\. The server refused access\./);
    expect(errors).to.deep.equal(["forbidden"]);
    server.behavior.failures = [];
    await click(again);
    await waitUntil(() => exported.length === 1, "the file");
    expect(exported[0]!.complete).to.equal(true);
  });

  for (const media of ["light", "dark", "forced colours"] as const) {
    it(`has no accessibility problem: ${media}`, async () => {
      await emulateMedia({ forcedColors: media === "forced colours" ? "active" : "none" });
      const { viewer, server, files } = await showAndOpen({ theme: media === "dark" ? "dark" : "light" });
      expect(await findAxeProblems(viewer, getRules(media))).to.deep.equal([]);
      let go = () => {};
      files.onWrite = () => new Promise((resolve) => (go = resolve));
      await click(getRangeButton(viewer));
      await waitUntil(() => Number(findElement(viewer, "progressbar", "Exporting CSV")?.ariaValueNow) > 0, "progress");
      expect(await findAxeProblems(viewer, getRules(media))).to.deep.equal([]);
      server.behavior.failures = [{ at: "every", kind: "403" }];
      files.onWrite = () => undefined;
      go();
      await waitUntil(
        () => findElement(viewer, "button", "Try again") ?? /Exported/.test(readJob(viewer)),
        "the failure",
      );
      expect(await findAxeProblems(viewer, getRules(media))).to.deep.equal([]);
    });
  }

  for (const dir of ["ltr", "rtl"]) {
    it(`fits a page 320 px wide, with targets that a finger can hit, ${dir}`, async () => {
      document.documentElement.dir = dir;
      const { viewer, server } = await showAndOpen({ density: "compact" }, { width: 320 });
      server.behavior.failures = [{ at: "every", kind: "403" }];
      await click(getRangeButton(viewer));
      await waitUntil(() => findElement(viewer, "button", "Try again"), "the failure");
      const popup = findDialog(viewer)!;
      expect(popup.scrollWidth).to.be.at.most(popup.clientWidth);
      for (const target of [...getAll(popup, "button"), ...getAll(popup, "radio"), ...getAll(popup, "checkbox")]) {
        const box = (target.closest("label") ?? target).getBoundingClientRect();
        expect(Math.min(box.width, box.height), getName(target)).to.be.at.least(24);
      }
      expect(viewer.scrollWidth).to.be.at.most(320);
    });
  }
});
