import { expect } from "@open-wc/testing";
import { encodeEvents } from "../../src/analysis/event-batch.js";
import { systemClock, type Clock } from "../../src/core/clock.js";
import { AnalysisClient } from "../../src/worker/client/analysis-client.js";
import { FileWorkerClient } from "../../src/worker/client/file-client.js";
import { createPageAnalysis } from "../../src/worker/client/page-analysis.js";
import { Threads } from "../../src/worker/client/threads.js";
import { taxonomy } from "../support/summary-facts.js";
import { catchReason, createEvents, createManualClock, createSetting, getWorkerUrl, Workers } from "./support.js";

function createViewer(url?: string, clock: Clock = systemClock) {
  const warnings: string[] = [];
  const page = { url };
  const threads = new Threads({ clock, url: () => page.url, warn: (text) => warnings.push(text) });
  let loads = 0;
  const analysis = new AnalysisClient(threads, () => {
    loads += 1;
    return Promise.resolve(createPageAnalysis());
  });
  return { analysis, files: new FileWorkerClient(threads), page, warnings, pageLoads: () => loads };
}

async function startLog(analysis: AnalysisClient): Promise<number> {
  const log = analysis.numberLog();
  await analysis.call((worker) => worker.startLog(log));
  return log;
}

/** Lets everything run that is under way on the page. */
const settle = () => new Promise((resolve) => setTimeout(resolve));

const OWN = new URL("../../src/worker/worker.ts", import.meta.url).href;

const die = (worker: Worker) =>
  worker.dispatchEvent(new ErrorEvent("error", { message: "out of memory", cancelable: true }));

/** Counts 30 events, a third of which are logins. */
async function countEvents({ analysis }: ReturnType<typeof createViewer>): Promise<number[]> {
  const log = await startLog(analysis);
  const batch = encodeEvents(createEvents(30), taxonomy);
  await analysis.call((worker) =>
    worker.insert(
      log,
      Uint32Array.from({ length: 30 }, (_, at) => at),
      batch,
    ),
  );
  const request = { field: "action", limit: 5, search: "" } as const;
  const breakdowns = await analysis.call((worker) => worker.breakdown(log, [request]));
  return breakdowns![0]!.values.map(({ count }) => count);
}

describe("the thread that counts", () => {
  let workers: Workers;

  beforeEach(() => {
    workers = new Workers();
    workers.watch();
  });
  afterEach(() => workers.restore());

  it("is one for all calls, and ends with the viewer", async () => {
    const viewer = createViewer();
    expect(await countEvents(viewer)).to.deep.equal([20, 10]);
    expect(await countEvents(viewer)).to.deep.equal([20, 10]);
    expect([workers.started.length, workers.running.size, viewer.pageLoads()]).to.deep.equal([1, 1, 0]);
    viewer.analysis.end();
    await settle();
    expect(workers.running.size).to.equal(0);
  });

  it("starts no other thread after its end, until the viewer is put back", async () => {
    for (const url of [undefined, "none"]) {
      const viewer = createViewer(url);
      const started = workers.started.length;
      const log = await startLog(viewer.analysis);
      // The end comes in the middle of a question.
      viewer.analysis.call((worker) => worker.statistics(log, [1])).catch(() => undefined);
      viewer.analysis.end();
      let isAnswered = false;
      const waiting = countEvents(viewer).then((counts) => ((isAnswered = true), counts));
      await settle();
      expect(isAnswered).to.equal(false);
      expect(workers.running.size).to.equal(0);
      viewer.analysis.resume();
      expect(await waiting).to.deep.equal([20, 10]);
      expect(workers.started.length - started).to.equal(url === "none" ? 0 : 2);
      viewer.analysis.end();
    }
  });

  it("makes calls in their order, also those that waited for the viewer", async () => {
    const viewer = createViewer("none");
    viewer.analysis.end();
    const order: number[] = [];
    const first = viewer.analysis.call(() => order.push(1));
    const second = viewer.analysis.call(() => order.push(2));
    viewer.analysis.resume();
    await Promise.all([viewer.analysis.call(() => order.push(3)), first, second]);
    expect(order).to.deep.equal([1, 2, 3]);
  });

  it("does not take a late call for a lost log as one for the next log", async () => {
    const viewer = createViewer();
    const lost = await startLog(viewer.analysis);
    viewer.analysis.end();
    viewer.analysis.resume();
    await startLog(viewer.analysis);
    const late = viewer.analysis.call((worker) => worker.statistics(lost, [1]));
    expect((await catchReason(late)).message).to.contain("no log");
    viewer.analysis.end();
  });

  it("is another one than that of the files, so that a cancelled file ends no counting", async () => {
    const viewer = createViewer();
    const job = await viewer.files.startFile(createSetting("csv"));
    await viewer.analysis.call(() => undefined);
    expect(workers.running.size).to.equal(2);
    job.cancel();
    viewer.files.end();
    expect(await countEvents(viewer)).to.deep.equal([20, 10]);
    viewer.analysis.end();
  });

  it("forgets earlier logs, and rejects questions about them", async () => {
    for (const viewer of [createViewer(), createViewer("none")]) {
      const first = await startLog(viewer.analysis);
      await countEvents(viewer);
      const late = viewer.analysis.call((worker) => worker.statistics(first, [1]));
      expect((await catchReason(late)).message).to.contain("no log");
      viewer.analysis.end();
    }
  });

  it("counts the same on the page", async () => {
    const viewer = createViewer("none");
    expect(await countEvents(viewer)).to.deep.equal([20, 10]);
    expect([workers.started.length, viewer.pageLoads()]).to.deep.equal([0, 1]);
  });

  it("is tried once where workers are blocked, for files and counts together", async () => {
    workers.restore();
    workers = new Workers();
    workers.watch(() => {
      throw new Error("Refused by the policy.");
    });
    const viewer = createViewer();
    const counting = countEvents(viewer);
    const job = await viewer.files.startFile(createSetting("csv"));
    expect((await job.write(createEvents(3), [])).rows).to.equal(3);
    expect(await counting).to.deep.equal([20, 10]);
    expect(workers.started).to.have.length(1);
  });

  it("warns once about a page's own worker of another version", async () => {
    const viewer = createViewer(getWorkerUrl("other-version"));
    const counting = countEvents(viewer);
    await viewer.files.startFile(createSetting("csv"));
    expect(await counting).to.deep.equal([20, 10]);
    expect(viewer.warnings).to.have.length(1);
    expect(workers.started).to.have.length(1);
  });

  it("is avoided after it died; the page goes on", async () => {
    const viewer = createViewer();
    const log = await startLog(viewer.analysis);
    die(workers.started[0]!);
    await catchReason(viewer.analysis.call((worker) => worker.statistics(log, [1])));
    expect(await countEvents(viewer)).to.deep.equal([20, 10]);
    expect([workers.started.length, viewer.pageLoads()]).to.deep.equal([1, 1]);
  });

  it("is avoided with the `worker-url` that it was started with, and not with another one", async () => {
    const viewer = createViewer(OWN);
    const log = await startLog(viewer.analysis);
    viewer.page.url = `${OWN}?other`;
    die(workers.started[0]!);
    await catchReason(viewer.analysis.call((worker) => worker.statistics(log, [1])));
    expect(await countEvents(viewer)).to.deep.equal([20, 10]);
    expect(workers.urls).to.deep.equal([OWN, `${OWN}?other`]);
    viewer.analysis.end();
    viewer.page.url = OWN;
    viewer.analysis.resume();
    expect(await countEvents(viewer)).to.deep.equal([20, 10]);
    expect(workers.started).to.have.length(2);
    // The part that writes files did not die.
    await viewer.files.startFile(createSetting("csv"));
    expect(workers.urls[2]).to.equal(OWN);
  });

  it("tries again to load what counts on the page if that failed", async () => {
    const threads = new Threads({ clock: systemClock, url: () => "none", warn: () => undefined });
    let isOffline = true;
    const analysis = new AnalysisClient(threads, () =>
      isOffline ? Promise.reject(new Error("Offline.")) : Promise.resolve(createPageAnalysis()),
    );
    expect((await catchReason(analysis.call(() => 1))).message).to.equal("Offline.");
    isOffline = false;
    expect(await analysis.call(() => 1)).to.equal(1);
  });
});

describe("a thread that does not start", () => {
  let workers: Workers;

  beforeEach(() => (workers = new Workers()));
  afterEach(() => workers.restore());

  /** Each new worker fails as the next of these does; then workers start. */
  const failOnce = (...fail: ((worker: Worker) => void)[]) => workers.watch((worker) => fail.shift()?.(worker));

  const crash = (worker: Worker) => {
    worker.terminate();
    setTimeout(() => die(worker));
  };
  const refuse = (worker: Worker) => {
    worker.terminate();
    setTimeout(() => worker.dispatchEvent(new Event("error", { cancelable: true })));
  };

  it("starts with the next search, if it failed by itself", async () => {
    failOnce(crash);
    const viewer = createViewer();
    expect(await countEvents(viewer)).to.deep.equal([20, 10]);
    // More questions about the same events go to the page.
    expect(await viewer.analysis.call(() => 1)).to.equal(1);
    expect([workers.started.length, workers.running.size, viewer.pageLoads()]).to.deep.equal([1, 0, 1]);
    for (const _ of [1, 2]) expect(await countEvents(viewer)).to.deep.equal([20, 10]);
    expect([workers.started.length, workers.running.size, viewer.pageLoads()]).to.deep.equal([2, 1, 1]);
    viewer.analysis.end();
  });

  it("starts with the next search, if it was slow", async () => {
    failOnce((worker) => worker.terminate());
    const clock = createManualClock();
    const viewer = createViewer(undefined, clock);
    const counting = countEvents(viewer);
    await settle();
    clock.expire();
    expect(await counting).to.deep.equal([20, 10]);
    expect(await countEvents(viewer)).to.deep.equal([20, 10]);
    expect([workers.started.length, workers.running.size, viewer.pageLoads()]).to.deep.equal([2, 1, 1]);
    viewer.analysis.end();
  });

  it("writes the next file, if the page wrote the first one", async () => {
    failOnce(crash);
    const { files, analysis } = createViewer();
    const [first, second] = [await files.startFile(createSetting("csv")), await files.startFile(createSetting("csv"))];
    expect(workers.running.size).to.equal(0);
    for (const job of [first, second]) {
      await job.write(createEvents(3), []);
      expect((await job.finish()).rows).to.equal(3);
    }
    const third = await files.startFile(createSetting("csv"));
    expect(workers.running.size).to.equal(1);
    third.cancel();
    files.end();
    analysis.end();
  });

  it("is not tried a third time, so that not every search waits for it", async () => {
    failOnce(crash, crash);
    const viewer = createViewer();
    for (const _ of [1, 2, 3]) expect(await countEvents(viewer)).to.deep.equal([20, 10]);
    expect(workers.started).to.have.length(2);
  });

  it("may fail again after it has started", async () => {
    const succeed = () => undefined;
    failOnce(crash, succeed, crash);
    const viewer = createViewer();
    for (const _ of [1, 2, 3, 4]) {
      expect(await countEvents(viewer)).to.deep.equal([20, 10]);
      // The viewer is removed and put back.
      viewer.analysis.end();
      viewer.analysis.resume();
    }
    expect(workers.started).to.have.length(4);
    viewer.analysis.end();
    await settle();
  });

  it("is not tried again after a policy refused it, unless `worker-url` is another one", async () => {
    failOnce(refuse, refuse);
    const viewer = createViewer();
    for (const _ of [1, 2]) expect(await countEvents(viewer)).to.deep.equal([20, 10]);
    expect(workers.started).to.have.length(1);
    viewer.page.url = OWN;
    for (const _ of [1, 2]) expect(await countEvents(viewer)).to.deep.equal([20, 10]);
    expect(workers.urls.slice(1)).to.deep.equal([OWN]);
    expect(viewer.warnings.join()).to.match(/is not used: The browser did not start it\.$/);
    viewer.page.url = `${OWN}?other`;
    expect(await countEvents(viewer)).to.deep.equal([20, 10]);
    expect([workers.urls[2], workers.running.size]).to.deep.equal([`${OWN}?other`, 1]);
    viewer.analysis.end();
  });
});
