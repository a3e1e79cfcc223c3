import { expect } from "@open-wc/testing";
import { createMockServer } from "../../demo/mocks/index.js";
import { LogStore } from "../../src/search/log-store.js";
import type { SearchSetting } from "../../src/search/start-search.js";
import { NOW } from "../support/clock.js";
import { createSignal, createSource, createLoadedServer } from "../support/data-source.js";

/** Values that a broken clock may return. */
const TIMES: unknown[] = [NaN, Infinity, "2026-11-23T14:14:00Z", new Date(NOW), null, undefined, 9e15];

describe("a search at an invalid time", () => {
  for (const time of TIMES) {
    it(`fails, sends nothing and ends: ${String(time)}`, async () => {
      const server = createMockServer({ now: () => NOW });
      const source = await createSource(server);
      const store = new LogStore(() => Promise.resolve(createLoadedServer(source)));
      const setting = { now: time, zone: "UTC", weekStart: 1, pageSize: 10 } as SearchSetting;
      await store.search(setting, createSignal());
      expect(store.state.failure?.error.message).to.equal("The clock of this page cannot be read.");
      expect(store.state.activity).to.equal(undefined);
      expect(server.requests).to.have.length(0);
      // The next search, at a time, works.
      await store.search({ ...setting, now: NOW }, createSignal());
      expect(store.state.failure).to.equal(undefined);
      expect(store.state.pages[0]).to.have.length(10);
    });
  }
});
