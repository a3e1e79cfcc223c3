import { expect } from "@open-wc/testing";
import { loadedCount } from "../../src/search/log-state.js";
import { createSignal } from "../support/data-source.js";
import { listUsers, createLog, type Stage, loadToTheEnd, listStored } from "./sign-ins-support.js";
import { MINUTE } from "../support/durations.js";

describe("a refresh after another redaction was set", () => {
  async function searchAndRedact(): Promise<Stage> {
    const on = await createLog();
    await on.search();
    await on.store.next(createSignal());
    on.changing.redact = (record) => ({ ...(record as object), "by-user": "somebody" });
    await on.refresh(MINUTE);
    return on;
  }

  it("starts the list again: nothing redacted in the old way stays", async () => {
    const on = await searchAndRedact();
    expect([on.store.state.pageIndex, on.store.state.added, on.store.state.failure]).to.deep.equal([
      0,
      undefined,
      undefined,
    ]);
    await loadToTheEnd(on.store);
    expect(loadedCount(on.store.state)).to.equal(listStored(on).length);
    expect(listUsers(on.store.state)).to.deep.equal(["somebody"]);
  });

  it("shows its first page", async () => {
    const on = await searchAndRedact();
    expect([on.store.state.pages.length, on.store.state.paused]).to.deep.equal([1, false]);
  });
});
