import { ContextProvider, useContext } from "../../../src/ui/context.js";
import { expect } from "@open-wc/testing";
import { html, LitElement, type TemplateResult } from "lit";
import type { AuditEvent } from "../../../src/core/audit-event.js";
import { Features } from "../../../src/element/features.js";
import type { FeatureRow } from "../../../src/element/late-code.js";
import type { LogState } from "../../../src/search/log-state.js";
import { LogStore } from "../../../src/search/log-store.js";
import { environmentContext } from "../../../src/views/shell/environment.js";
import { featuresContext, type ViewerForFeatures, type FeaturePlaces } from "../../../src/views/shell/feature.js";
import { waitUntil } from "../../flows/support.js";
import { createTestClock } from "../../support/clock.js";
import { EMPTY_EVENT } from "../../support/summary-facts.js";
import { get, findElement, getText } from "../../support/screen.js";
import { createEnvironment } from "../../views/support.js";

const TABLE = {
  "loaded-count": {
    place: "toolbar",
    comesWithResults: () => true,
    load: async () => {
      const { LoadedCountFeature } = await import("./loaded-count.js");
      return { create: (viewer: ViewerForFeatures) => new LoadedCountFeature(viewer) };
    },
  },
} as const satisfies Readonly<Record<string, FeatureRow>>;

/** A log whose pages a test sets. */
class TestLog extends LogStore {
  constructor() {
    super(undefined);
  }

  load(...pages: LogState["pages"]): void {
    this.update({ pages });
  }
}

const createEvents = (count: number): AuditEvent[] => Array.from({ length: count }, () => EMPTY_EVENT);

/** Stands for the viewer. */
class TestViewer extends LitElement {
  log = new TestLog();
  readonly features = new Features(createViewerForFeatures(this), () => undefined, TABLE);

  constructor() {
    super();
    new ContextProvider(this, environmentContext, createEnvironment());
  }

  override render(): TemplateResult {
    return html`<example-toolbar></example-toolbar>`;
  }

  /** As after the page has set another server. */
  use(log: TestLog): void {
    this.log = log;
    this.features.use(log);
  }
}
customElements.define("example-viewer", TestViewer);

/** Stands for the results toolbar. */
class TestToolbar extends LitElement {
  features!: FeaturePlaces;

  constructor() {
    super();
    useContext(this, featuresContext, (features) => {
      this.features = features;
    });
  }

  override render(): TemplateResult {
    return html`<button @focus=${() => this.features.look("toolbar")}>Count</button>
      ${this.features.render("toolbar", undefined)}`;
  }
}
customElements.define("example-toolbar", TestToolbar);

function createViewerForFeatures(viewer: TestViewer): ViewerForFeatures {
  return {
    element: viewer,
    get log() {
      return viewer.log;
    },
    environment: createEnvironment(),
    clock: createTestClock(),
    zone: "UTC",
    isRedacted: false,
    timeline: false,
    breakdown: false,
    makeFiles: () => Promise.reject(new Error("No file is made here.")),
    say: () => undefined,
    report: () => undefined,
    emit: () => undefined,
  };
}

describe("a feature of one table row", () => {
  let viewer: TestViewer;

  const readStatus = () => getText(get(viewer, "status"));
  const isShown = (text: string) => waitUntil(() => findElement(viewer, "status") && readStatus() === text, text);

  beforeEach(async () => {
    viewer = document.createElement("example-viewer") as TestViewer;
    document.body.append(viewer);
    viewer.log.load(createEvents(10));
    await waitUntil(() => findElement(viewer, "button", "Count"), "the toolbar");
  });
  afterEach(() => viewer.remove());

  it("shows nothing before the first results, and the loaded events from then on", async () => {
    await viewer.updateComplete;
    expect(findElement(viewer, "status")).to.equal(undefined);
    await viewer.features.loadWithResults();
    await isShown("10 events");
  });

  it("loads earlier if the user looks at its place", async () => {
    expect(findElement(viewer, "status")).to.equal(undefined);
    get(viewer, "button", "Count").focus();
    await isShown("10 events");
  });

  it("follows the log", async () => {
    await viewer.features.loadWithResults();
    await isShown("10 events");
    viewer.log.load(createEvents(10), createEvents(3));
    await isShown("13 events");
  });

  it("shows another log, and nothing of the log before", async () => {
    await viewer.features.loadWithResults();
    await isShown("10 events");
    const [before, after] = [viewer.log, new TestLog()];
    viewer.use(after);
    await isShown("0 events");
    before.load(createEvents(7));
    after.load(createEvents(2));
    await isShown("2 events");
  });

  it("ends when the viewer is removed, and follows again when it comes back", async () => {
    await viewer.features.loadWithResults();
    await isShown("10 events");
    const status = get(viewer, "status");
    const view = (status.getRootNode() as ShadowRoot).host as LitElement;
    viewer.remove();
    viewer.log.load(createEvents(5));
    await view.updateComplete;
    expect(getText(status)).to.equal("10 events");
    document.body.append(viewer);
    await isShown("5 events");
  });
});
