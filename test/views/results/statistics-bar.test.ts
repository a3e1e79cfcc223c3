import { expect } from "@open-wc/testing";
import { html, type LitElement } from "lit";
import "../../../src/views/results/statistics-bar.js";
import { get } from "../../support/screen.js";
import { findAllDeep, createEnvironment, expectAccessible, mount, getText, type MountOptions } from "../support.js";

describe("statistics bar", () => {
  const STATISTICS = {
    total: 10,
    users: { all: 1234, by: 5, affected: 1230 },
    domains: { all: 5, by: 3, affected: 4 },
  };
  const mountBar = (options?: MountOptions) =>
    mount<LitElement>(html`<alv-statistics-bar .statistics=${STATISTICS}></alv-statistics-bar>`, options);

  it("counts events, users and domains, and names the zone", async () => {
    const { element } = await mountBar();
    expect(getText(get(element, "group", "Statistics"))).to.equal(
      "Total events 10 (this page) Unique users 1,234 (loaded) (Performed by: 5, affected: 1,230) Unique domains 5 (loaded) (Performed by: 3, affected: 4) Timezone America/New_York",
    );
  });

  it("splits users and domains in a tooltip", async () => {
    const { element } = await mountBar();
    expect(findAllDeep(element.shadowRoot as ShadowRoot, "[title]").map((one) => one.title)).to.deep.equal([
      "Performed by: 5, affected: 1,230",
      "Performed by: 3, affected: 4",
    ]);
  });

  it("writes numbers as the locale does", async () => {
    const { element } = await mountBar({ environment: createEnvironment("UTC", "de-DE") });
    expect(getText(get(element, "group", "Statistics"))).to.contain("1.234");
  });

  it("has no accessibility problem", async () => {
    await mountBar({ width: 320 });
    await expectAccessible();
  });
});
