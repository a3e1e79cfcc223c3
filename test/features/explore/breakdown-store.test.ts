import { expect } from "@open-wc/testing";
import type { Finding } from "../../../src/core/findings.js";
import { createDefaultFilters } from "../../../src/core/filters/filters.js";
import { Store } from "../../../src/core/store.js";
import { BreakdownStore } from "../../../src/features/explore/breakdown/store.js";
import type { Analysis } from "../../../src/search/analysis.js";
import { initialState, type LogState } from "../../../src/search/log-state.js";
import type { LogStore } from "../../../src/search/log-store.js";
import { NOW } from "../../support/clock.js";
import { DAY } from "../../support/durations.js";

const SPAN = { from: NOW - DAY, until: NOW };
const EXTENT = {
  ...{ asked: SPAN, readFrom: SPAN.from, countedFrom: SPAN.from, countedOnly: 0 },
  ...{ events: 3, records: 3, missing: [], cut: [] },
};

/** Counts three events. `findings` answers what a test wants. */
class TestAnalysis extends Store<{ revision: number; isCounting: boolean }> {
  findings: () => Promise<{ counts: readonly Finding[] } | undefined> = () => Promise.resolve({ counts: [] });

  constructor() {
    super({ revision: 0, isCounting: false });
  }

  tell(isCounting: boolean) {
    this.update({ isCounting, revision: this.state.revision + 1 });
  }

  breakdown() {
    return Promise.resolve({ counts: [], extent: EXTENT });
  }
}

class TestLog extends Store<LogState> {
  readonly server: { readonly analysis: Analysis };

  constructor(analysis: TestAnalysis) {
    const searched = { filters: createDefaultFilters(), span: SPAN, endsNow: false, zone: "UTC" };
    super({ ...initialState(true), searched });
    this.server = { analysis: analysis as unknown as Analysis };
  }
}

/** Resolves when the answers are in the state. */
const settle = (store: BreakdownStore, isSettled: () => boolean) =>
  new Promise<void>((resolve) => {
    if (isSettled()) return resolve();
    const end = store.subscribe(() => {
      if (!isSettled()) return;
      end();
      resolve();
    });
  });

describe("findings that cannot be looked for", () => {
  for (const [why, answer] of [
    ["fails", () => Promise.reject(new Error("The worker ended."))],
    ["has no answer", () => Promise.resolve(undefined)],
  ] as const) {
    it(`say so, and are looked for again on request: the worker ${why}`, async () => {
      const analysis = new TestAnalysis();
      analysis.findings = answer;
      const store = new BreakdownStore(new TestLog(analysis) as unknown as LogStore, () => "UTC");
      store.show(true);
      await settle(store, () => store.state.lacksFindings);
      expect(store.state.breakdowns?.extent.events, "the values are counted").to.equal(3);
      expect([store.state.hasFailed, store.state.findings]).to.deep.equal([false, undefined]);
      analysis.findings = () => Promise.resolve({ counts: [] });
      store.count();
      await settle(store, () => !store.state.lacksFindings);
      expect(store.state.findings).to.deep.equal([]);
      store.end();
    });
  }
});

it("findings are not looked for while other events are counted", async () => {
  const analysis = new TestAnalysis();
  let asked = 0;
  analysis.findings = () => {
    asked += 1;
    return Promise.resolve({ counts: [] });
  };
  analysis.tell(true);
  const store = new BreakdownStore(new TestLog(analysis) as unknown as LogStore, () => "UTC");
  store.show(true);
  await settle(store, () => store.state.breakdowns !== undefined);
  expect([asked, store.state.findings]).to.deep.equal([0, undefined]);
  analysis.tell(false);
  await settle(store, () => store.state.findings !== undefined);
  expect(asked).to.equal(1);
  store.end();
});
