import { expect } from "@open-wc/testing";
import { html } from "lit";
import type { Environment } from "../../../src/views/shell/environment.js";
import "../../../src/views/shell/late-view.js";
import type { LateView } from "../../../src/views/shell/late-view.js";
import { waitUntil } from "../../flows/support.js";
import { click } from "../../support/user-input.js";
import { getAllByText, get, findElement } from "../../support/screen.js";
import { createEnvironment, expectAccessible, mount } from "../support.js";

/** The environment of a viewer that fetches one part as a test says. */
function createLoadingEnvironment(load: () => Promise<unknown>): Environment {
  let code: unknown;
  return { ...createEnvironment(), load: async () => (code = await load()), find: () => code };
}

const mountView = (env: Environment) =>
  mount<LateView>(
    html`<alv-late-view
      .view=${"results-cards"}
      .meanwhile=${html`<p>the table</p>`}
      .content=${({ name }: { name: string }) => html`<p>${name}</p>`}
    ></alv-late-view>`,
    { environment: env },
  );

describe("a part of the results that is loaded when it is first shown", () => {
  it("is shown at once if it is loaded", async () => {
    const env = createLoadingEnvironment(() => Promise.resolve({ name: "the cards" }));
    await env.load("results-cards");
    const { element } = await mountView(env);
    expect(getAllByText(element, "the cards").length).to.equal(1);
    expect(getAllByText(element, "the table").length).to.equal(0);
  });

  it("keeps the old content until it is loaded", async () => {
    let answer: (code: unknown) => void = () => undefined;
    const { element } = await mountView(createLoadingEnvironment(() => new Promise((resolve) => (answer = resolve))));
    expect(getAllByText(element, "the table").length).to.equal(1);
    answer({ name: "the cards" });
    await waitUntil(() => getAllByText(element, "the cards").length === 1, "the part");
    expect(getAllByText(element, "the table").length).to.equal(0);
  });

  it("says that it could not be loaded, and tries again", async () => {
    let isAvailable = false;
    const { element } = await mountView(
      createLoadingEnvironment(() =>
        isAvailable ? Promise.resolve({ name: "the cards" }) : Promise.reject(new TypeError("offline")),
      ),
    );
    await waitUntil(() => findElement(element, "alert"), "the message");
    expect(getAllByText(element, "the table").length).to.equal(1);
    await expectAccessible();
    isAvailable = true;
    await click(get(element, "button", "Try again"));
    await waitUntil(() => getAllByText(element, "the cards").length === 1, "the part");
    expect(findElement(element, "alert")).to.equal(undefined);
  });
});
