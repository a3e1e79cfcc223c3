import { expect } from "@open-wc/testing";
import type { ReactiveController } from "lit";
import { systemClock } from "../../src/core/clock.js";
import { ViewerWorker, readWorkerUrl } from "../../src/element/viewer-worker.js";
import { createEvents, catchReason, createSetting, Workers } from "../worker/support.js";

class Viewer extends HTMLElement {
  readonly clock = systemClock;
  workerUrl: unknown = undefined;
  readonly updateComplete = Promise.resolve(true);
  readonly #controllers: ReactiveController[] = [];
  readonly files = new ViewerWorker(this);

  addController(controller: ReactiveController): void {
    this.#controllers.push(controller);
  }
  removeController(): void {
    // A viewer's controllers stay.
  }
  requestUpdate(): void {
    // Nothing of it is on the screen.
  }
  connectedCallback(): void {
    for (const controller of this.#controllers) controller.hostConnected?.();
  }
  disconnectedCallback(): void {
    for (const controller of this.#controllers) controller.hostDisconnected?.();
  }
}
customElements.define("test-files-viewer", Viewer);

describe("the thread of a viewer", () => {
  let workers: Workers;
  let viewer: Viewer;

  beforeEach(() => {
    workers = new Workers();
    workers.watch();
    viewer = new Viewer();
    document.body.append(viewer);
  });
  afterEach(() => {
    viewer.remove();
    workers.restore();
  });

  describe("that writes files", () => {
    it("continues when the viewer is moved, and ends when it is removed", async () => {
      const job = await (await viewer.files.getFiles()).startFile(createSetting("csv"));
      const place = document.createElement("div");
      document.body.append(place);
      place.append(viewer);
      await job.write(createEvents(3), []);
      expect(workers.running.size).to.equal(1);

      place.remove();
      expect(await catchReason(job.finish())).to.include({ kind: "aborted" });
      await new Promise((resolve) => setTimeout(resolve));
      expect(workers.running.size).to.equal(0);
    });

    it("ends when the viewer gets another user, and can start again", async () => {
      const job = await (await viewer.files.getFiles()).startFile(createSetting("csv"));
      viewer.files.end();
      expect(await catchReason(job.write(createEvents(1), []))).to.include({ kind: "aborted" });
      const again = await (await viewer.files.getFiles()).startFile(createSetting("csv"));
      expect((await again.write(createEvents(2), [])).rows).to.equal(2);
      expect(workers.running.size).to.equal(1);
    });

    it("follows `worker-url`, which may be `none`", async () => {
      viewer.workerUrl = "none";
      const job = await (await viewer.files.getFiles()).startFile(createSetting("csv"));
      expect((await job.write(createEvents(2), [])).rows).to.equal(2);
      expect(workers.started).to.deep.equal([]);
    });

    it("is the viewer's own if `worker-url` is on another origin", async () => {
      viewer.workerUrl = "https://cdn.example.com/worker.js";
      const job = await (await viewer.files.getFiles()).startFile(createSetting("csv"));
      expect((await job.write(createEvents(2), [])).rows).to.equal(2);
      expect(workers.urls.map((url) => url.slice(0, 5))).to.deep.equal(["blob:"]);
    });
  });

  describe("that counts events", () => {
    it("continues when the viewer is moved, ends when it is removed, and starts again when it is put back", async () => {
      const client = await viewer.files.createAnalysis();
      await client.call(() => undefined);
      const place = document.createElement("div");
      document.body.append(place);
      place.append(viewer);
      await client.call(() => undefined);
      expect(workers.started).to.have.length(1);

      place.remove();
      await settle();
      const waiting = client.call(() => "counted");
      await settle();
      expect([workers.started.length, workers.running.size]).to.deep.equal([1, 0]);
      document.body.append(viewer);
      expect(await waiting).to.equal("counted");
      expect([workers.started.length, workers.running.size]).to.deep.equal([2, 1]);
    });

    it("does not start for a viewer that was removed while the code was loaded", async () => {
      const creating = viewer.files.createAnalysis();
      viewer.remove();
      void (await creating).call(() => undefined);
      await settle();
      expect(workers.started).to.have.length(0);
    });

    it("is for the newest log only", async () => {
      const first = await viewer.files.createAnalysis();
      const second = await viewer.files.createAnalysis();
      await second.call(() => undefined);
      void first.call(() => undefined);
      await settle();
      expect(workers.started).to.have.length(1);

      // Another user signs in, and then the viewer is moved.
      viewer.files.end();
      void second.call(() => undefined);
      viewer.remove();
      document.body.append(viewer);
      await settle();
      expect([workers.started.length, workers.running.size]).to.deep.equal([1, 0]);
    });
  });

  /** Lets everything run that is under way on the page. */
  const settle = () => new Promise((resolve) => setTimeout(resolve));
});

describe("`worker-url`", () => {
  it("is a URL, which may be relative to the page, or `none`", () => {
    expect(readWorkerUrl(undefined)).to.equal(undefined);
    expect(readWorkerUrl("")).to.equal(undefined);
    expect(readWorkerUrl("none")).to.equal("none");
    expect(readWorkerUrl("/dist/worker.js")).to.equal(`${location.origin}/dist/worker.js`);
    expect(readWorkerUrl("../worker.js")).to.equal(new URL("../worker.js", location.href).href);
  });

  it("warns once about anything else, and the viewer's own worker is used", () => {
    const said: unknown[] = [];
    const { warn } = console;
    console.warn = (text) => said.push(text);
    try {
      const others = [
        "https://elsewhere.example/worker.js",
        "//me:hunter2@cdn.example.com/worker.js",
        "data:text/javascript,",
      ];
      for (const wrong of [17, "https://", 17, ...others]) expect(readWorkerUrl(wrong)).to.equal(undefined);
    } finally {
      console.warn = warn;
    }
    expect(said).to.deep.equal([
      "<audit-log-viewer> `worker-url` must be a URL on the page's own origin, or `none`; 17 is ignored.",
      '<audit-log-viewer> `worker-url` must be a URL on the page\'s own origin, or `none`; "https://" is ignored.',
      '<audit-log-viewer> `worker-url` must be a URL on the page\'s own origin, or `none`; "https://elsewhere.example/worker.js" is ignored.',
      '<audit-log-viewer> `worker-url` must be a URL on the page\'s own origin, or `none`; "//…@cdn.example.com/worker.js" is ignored.',
      '<audit-log-viewer> `worker-url` must be a URL on the page\'s own origin, or `none`; "data:text/javascript," is ignored.',
    ]);
  });
});
