import { expect } from "@open-wc/testing";
import {
  getWorkerUrl,
  createEvents,
  writeFile,
  createManualClock,
  catchReason,
  createRig,
  createSetting,
  Workers,
} from "./support.js";

const FORMATS = ["csv", "json", "ndjson"] as const;

const hex = (bytes: ArrayBuffer) =>
  Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, "0")).join("");

describe("files in a worker", () => {
  let workers: Workers;

  beforeEach(() => {
    workers = new Workers();
    workers.watch();
  });
  afterEach(() => workers.restore());

  it("starts none before the first file, and one for all files of a viewer", async () => {
    const viewer = createRig();
    expect(workers.started).to.have.length(0);
    await Promise.all([writeFile(viewer), writeFile(viewer)]);
    await writeFile(viewer);
    expect(workers.started).to.have.length(1);
    viewer.client.end();
    expect(await countEnds(workers)).to.equal(0);
  });

  it("starts it from a `blob:`, which every origin may, and revokes the URL", async () => {
    const viewer = createRig();
    await writeFile(viewer);
    const [url] = workers.urls;
    expect(url).to.match(/^blob:/);
    expect(await catchReason(fetch(url!))).to.be.instanceOf(TypeError);
    viewer.client.end();
  });

  it("starts the page's own worker as it is, from the page's own origin", async () => {
    const own = new URL("../../src/worker/worker.ts", import.meta.url).href;
    const viewer = createRig(own);
    await writeFile(viewer);
    expect(workers.urls).to.deep.equal([own]);
    expect(viewer.warnings).to.deep.equal([]);
    viewer.client.end();
  });

  for (const format of FORMATS) {
    it(`makes the same ${format} on the page, byte for byte, with the hash of its content`, async () => {
      const threaded = createRig();
      const paged = createRig("none");
      const [one, other] = [await writeFile(threaded, format), await writeFile(paged, format)];
      expect(workers.started).to.have.length(1);
      const bytes = await one.data.arrayBuffer();
      expect(await other.data.text()).to.equal(await one.data.text());
      expect(one.bytes).to.equal(bytes.byteLength);
      expect(one.sha256).to.equal(hex(await crypto.subtle.digest("SHA-256", bytes)));
      expect({ ...other, data: undefined }).to.deep.equal({ ...one, data: undefined });
      threaded.client.end();
    });
  }

  it("reports after each page how much is written", async () => {
    for (const viewer of [createRig(), createRig("none")]) {
      const job = await viewer.client.startFile(createSetting("ndjson"));
      expect((await job.write(createEvents(25), [])).rows).to.equal(25);
      expect((await job.write(createEvents(10), [])).rows).to.equal(35);
      viewer.client.end();
    }
  });

  it("writes pages in the order in which they arrive", async () => {
    for (const viewer of [createRig(), createRig("none")]) {
      const job = await viewer.client.startFile(createSetting("ndjson"));
      const all = createEvents(300);
      const writes = [0, 1, 2].map((page) => job.write(all.slice(page * 100, page * 100 + 100), []));
      expect((await Promise.all(writes)).map(({ rows }) => rows)).to.deep.equal([100, 200, 300]);
      const { data } = await job.finish();
      const times = (await data.text())
        .trim()
        .split("\n")
        .map((line) => (JSON.parse(line) as Record<string, string>)["timestamp-datetime"]);
      expect(times).to.deep.equal(all.map(({ timeText }) => timeText));
      viewer.client.end();
    }
  });

  it("writes a record that cannot be sent to a thread", async () => {
    const [event] = createEvents(1);
    const odd = { ...event!, raw: { "by-user": "alice", note: () => "no JSON" } };
    const [one, other] = [
      await writeFile(createRig(), "ndjson", [[odd]]),
      await writeFile(createRig("none"), "ndjson", [[odd]]),
    ];
    expect(await one.data.text()).to.equal(await other.data.text());
    expect(await one.data.text()).to.contain("alice");
  });

  it("ends with the viewer, with all its work", async () => {
    const viewer = createRig();
    const job = await viewer.client.startFile(createSetting("ndjson"));
    const writing = catchReason(job.write(createEvents(1000), []));
    viewer.client.end();
    expect(await writing).to.include({ name: "AuditLogError", kind: "aborted" });
    expect(await catchReason(job.finish())).to.include({ kind: "aborted" });
    expect(await countEnds(workers)).to.equal(0);
    // A viewer that is put back starts another one.
    expect((await writeFile(viewer)).rows).to.be.above(40);
    expect(workers.started).to.have.length(2);
    viewer.client.end();
  });

  it("ends even while it starts", async () => {
    const viewer = createRig();
    const beginning = catchReason(viewer.client.startFile(createSetting("ndjson")));
    viewer.client.end();
    expect(await beginning).to.include({ kind: "aborted" });
    expect(await countEnds(workers)).to.equal(0);
  });

  it("stops in the middle of a long step when the file is cancelled", async () => {
    const viewer = createRig(getWorkerUrl("busy"));
    const job = await viewer.client.startFile(createSetting("ndjson"));
    const writing = catchReason(job.write(createEvents(1), []));
    // The message has to be on its way, so that the thread is in its endless step.
    await new Promise((resolve) => setTimeout(resolve));
    job.cancel();
    expect(await writing).to.include({ kind: "aborted" });
    expect(await countEnds(workers)).to.equal(0);
  });

  it("keeps the worker if the cancelled file was idle", async () => {
    const viewer = createRig();
    const job = await viewer.client.startFile(createSetting("ndjson"));
    await job.write(createEvents(1), []);
    job.cancel();
    job.cancel();
    expect(await catchReason(job.write(createEvents(1), []))).to.include({ kind: "aborted" });
    await writeFile(viewer);
    expect(workers.started).to.have.length(1);
    viewer.client.end();
  });

  it("does not affect other files when one is cancelled", async () => {
    const viewer = createRig();
    const [kept, dropped] = [
      await viewer.client.startFile(createSetting("ndjson")),
      await viewer.client.startFile(createSetting("ndjson")),
    ];
    const writing = catchReason(dropped.write(createEvents(500), []));
    dropped.cancel();
    await writing;
    await kept.write(createEvents(5), []);
    expect((await kept.finish()).rows).to.equal(5);
    expect(workers.started).to.have.length(1);
    viewer.client.end();
  });
});

describe("files on a page that refuses workers", () => {
  let workers: Workers;

  beforeEach(() => (workers = new Workers()));
  afterEach(() => workers.restore());

  const REFUSALS: Record<string, (worker: Worker) => void> = {
    "a SecurityError": () => {
      throw new DOMException("Refused by the page's policy.", "SecurityError");
    },
    "a TypeError": () => {
      throw new TypeError("This document requires 'TrustedScriptURL' assignment.");
    },
    "an error that comes later": (worker) => {
      worker.terminate();
      setTimeout(() => worker.dispatchEvent(new Event("error")));
    },
  };
  for (const [name, refuse] of Object.entries(REFUSALS)) {
    it(`are written on the page after ${name}, and no second worker is tried`, async () => {
      workers.watch(refuse);
      const viewer = createRig();
      expect((await writeFile(viewer)).rows).to.equal(44);
      expect((await writeFile(viewer)).rows).to.equal(44);
      expect(workers.started).to.have.length(1);
      expect(viewer.warnings).to.deep.equal([]);
    });
  }

  it("are written on the page when the worker keeps silent", async () => {
    workers.watch();
    const clock = createManualClock();
    const viewer = createRig(getWorkerUrl("silent"), clock);
    const file = writeFile(viewer);
    await Promise.resolve();
    clock.expire();
    expect((await file).rows).to.equal(44);
    expect(await countEnds(workers)).to.equal(0);
    expect(viewer.warnings.join()).to.match(/^`worker-url` .*silent\.ts is not used: .*does not respond/);
  });

  it("are written on the page when the worker has another version, with one warning", async () => {
    workers.watch();
    const viewer = createRig(getWorkerUrl("other-version"));
    await writeFile(viewer);
    await writeFile(viewer);
    expect(await countEnds(workers)).to.equal(0);
    expect(viewer.warnings).to.have.length(1);
    expect(viewer.warnings[0]).to.contain("has version 0.0.1");
  });

  for (const [name, url] of [
    ["cannot run", getWorkerUrl("refusing")],
    ["is not there", new URL("./nowhere.js", import.meta.url).href],
    ["is of another origin and not there", "https://nowhere.invalid/worker.js"],
  ] as const) {
    it(`are written on the page when the page's own worker ${name}, with one warning`, async () => {
      workers.watch();
      const viewer = createRig(url);
      expect((await writeFile(viewer)).rows).to.equal(44);
      expect(viewer.warnings).to.have.length(1);
      expect(await countEnds(workers)).to.equal(0);
    });
  }

  it("fail when the worker dies while it writes them, and start again on the page", async () => {
    workers.watch();
    const viewer = createRig(getWorkerUrl("dying"));
    const job = await viewer.client.startFile(createSetting("ndjson"));
    expect(await catchReason(job.write(createEvents(3), []))).to.include({ name: "WorkerDiedError" });
    expect(await catchReason(job.finish())).to.be.instanceOf(Error);
    expect(await countEnds(workers)).to.equal(0);
    expect((await writeFile(viewer)).rows).to.equal(44);
    expect(workers.started).to.have.length(1);
  });

  it("fail when the worker stops answering", async () => {
    workers.watch();
    const clock = createManualClock();
    const viewer = createRig(getWorkerUrl("busy"), clock);
    const job = await viewer.client.startFile(createSetting("ndjson"));
    const writing = catchReason(job.write(createEvents(3), []));
    await new Promise((resolve) => setTimeout(resolve));
    clock.expire();
    expect(await writing).to.include({ name: "WorkerDiedError", message: "The worker does not respond." });
    expect(await countEnds(workers)).to.equal(0);
  });

  it("stop on the page, too, when they are cancelled", async () => {
    const viewer = createRig("none");
    const job = await viewer.client.startFile(createSetting("ndjson"));
    let read = 0;
    const counted = createEvents(3000).map((event) => ({
      ...event,
      get raw() {
        read += 1;
        return event.raw;
      },
    }));
    const writing = catchReason(job.write(counted, []));
    // The first slice is over, and the next ones wait behind this task.
    await new Promise((resolve) => setTimeout(resolve));
    job.cancel();
    const before = read;
    expect(await writing).to.include({ kind: "aborted" });
    await writeFile(createRig("none"));
    expect(read).to.equal(before);
    expect(read).to.be.below(3000);
  });
});

/** How many workers run when everything that was to be done has been. */
async function countEnds(workers: Workers): Promise<number> {
  await new Promise((resolve) => setTimeout(resolve));
  return workers.running.size;
}
