import { expect } from "@open-wc/testing";
import { click } from "../support/user-input.js";
import { getAll, getName } from "../support/screen.js";
import { showViewer, waitUntil } from "./support.js";
import {
  getExportButton,
  downloads,
  hold,
  readJob,
  waitForDialog,
  recordDownloads,
  showAndSearch,
} from "./export-support.js";

describe("an export that the page starts", () => {
  recordDownloads();

  it("returns the file itself to the page", async () => {
    const { viewer, exported } = await showAndSearch();
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

  it("writes a table of all columns and parameters, and the raw records", async () => {
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

  it("is over when it fails, and the page can begin another one", async () => {
    const { viewer, server, exported } = await showAndSearch();
    server.behavior.failures = [{ at: "every", kind: "403" }];
    const failed = viewer.exportEvents({ scope: "range", deliver: "blob" });
    expect(await failed.catch((error: { kind: string }) => error.kind)).to.equal("forbidden");
    await click(getExportButton(viewer));
    await waitForDialog(viewer);
    expect(readJob(viewer)).to.equal("");
    server.behavior.failures = [];
    expect((await viewer.exportEvents({ scope: "range", deliver: "blob" })).complete).to.equal(true);
    expect(exported.length).to.equal(1);
  });

  it("ends when the viewer is removed", async () => {
    const { viewer, server, files } = await showAndSearch();
    hold(server);
    server.resetRequests();
    const ended = viewer.exportEvents({ scope: "range" }).catch((error: { kind: string }) => error.kind);
    await waitUntil(() => server.requests.length > 0, "a request");
    viewer.remove();
    expect(await ended).to.equal("aborted");
    await waitUntil(() => server.requests.every(({ aborted }) => aborted), "the end of the request");
    expect(files.jobs[0]!.isCancelled).to.equal(true);
  });
});
