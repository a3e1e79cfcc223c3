import { expect } from "@open-wc/testing";
import type { MockServer } from "../../demo/mocks/index.js";
import { createFetchAdapter, type FetchAdapter } from "../../src/index.js";
import { NOW, createTestClock } from "../support/clock.js";
import { click, press, type } from "../support/user-input.js";
import { createMockAdapter, createMockFetch } from "../support/mock-adapter.js";
import { getAll, getFocused, get, hasFocus, findElement, getName, getText } from "../support/screen.js";
import { cleanUp, waitUntilIdle, waitForRender, showViewer, waitUntil } from "./support.js";
import {
  getAffected,
  getAsked,
  readLine,
  look,
  listNames,
  getOptions,
  getPerformed,
  findPopup,
} from "./domains-support.js";

/** A host's client that answers domains of a test's own. */
function createListAdapter(server: MockServer, domains: readonly unknown[]): FetchAdapter {
  const inner = createMockAdapter(server);
  return {
    get: async (path, options) =>
      path === "/domains" ? domains.slice(Number(options.query.get("start")), 1e6) : inner.get(path, options),
  };
}

describe("suggestions for a domain", () => {
  afterEach(() => {
    cleanUp();
    document.documentElement.removeAttribute("dir");
  });

  it("are loaded only when a domain field gets the focus, then once for both", async () => {
    const { viewer, server } = await showViewer({}, { events: 2000, days: 2 });
    await click(get(viewer, "textbox", "Affected user"));
    await viewer.search();
    await waitUntilIdle(server);
    expect(getAsked(server).length).to.equal(0);
    await press("Tab");
    expect(getName(getFocused()!)).to.equal("Affected domain");
    await waitUntil(() => getAsked(server).length === 2, "the domains");
    expect(findPopup(viewer) === null, "nobody has asked to see them").to.equal(true);
    await click(getPerformed(viewer));
    await waitUntil(() => getOptions(viewer).length > 0, "suggestions");
    await waitUntilIdle(server);
    expect(getAsked(server).map(({ path, query }) => `${path}?${query}`)).to.deep.equal([
      "/domains?start=0&limit=1000",
      "/domains?start=40&limit=1000",
    ]);
  });

  it("have letters underlined that imitate Latin ones, also before the first search", async () => {
    const { viewer, server } = await showViewer({}, { events: 100, days: 2 });
    viewer.adapter = createListAdapter(server, [
      { domain: "p\u0430ypal.example", description: "" },
      { domain: "abc.example" },
    ]);
    await click(getAffected(viewer));
    await waitUntil(() => getOptions(viewer).some((option) => option.querySelector("u")), "the mark");
    const [letter] = getOptions(viewer).flatMap((option) => [...option.querySelectorAll("u")]);
    expect([letter!.textContent, letter!.title]).to.deep.equal(["\u0430", "Contains Cyrillic letters"]);
    expect(listNames(viewer).sort()).to.deep.equal(["abc.example", "p\u0430ypal.example"]);
  });

  it("without a new domain can be loaded again, by keyboard too", async () => {
    const { viewer, server } = await look();
    await type("no-such.example");
    const button = await waitUntil(() => findElement(viewer, "button", "Load the domains again"), "the button");
    server.resetRequests();
    await press("Tab");
    expect(hasFocus(button)).to.equal(true);
    expect(findPopup(viewer) !== null, "it stays open for its button").to.equal(true);
    await press("Enter");
    await waitUntil(() => getAsked(server).length === 2, "the second reading");
    expect(hasFocus(getAffected(viewer))).to.equal(true);
  });

  it("begin with the domains that were searched for", async () => {
    const { viewer } = await showViewer({}, { events: 2000, days: 2 });
    await viewer.search({ affectedDomain: "northgate-dental.example" });
    await viewer.search({ byDomain: "Typed-by-hand.example", affectedDomain: "" });
    await viewer.clear();
    await click(getPerformed(viewer));
    await waitUntil(() => getOptions(viewer).length > 5, "suggestions");
    const [recent, others] = getAll(get(viewer, "listbox", "Performed by domain"), "group");
    expect(getName(recent!)).to.equal("Recent");
    expect(getAll(recent!, "option").map((one) => getText(one.firstElementChild!))).to.deep.equal([
      "Typed-by-hand.example",
      "northgate-dental.example",
    ]);
    expect(getName(others!)).to.equal("Domains");
    expect(listNames(viewer).filter((name) => name === "northgate-dental.example").length).to.equal(1);
    await type("gate");
    await waitUntil(() => listNames(viewer)[0] === "northgate-dental.example", "only the recent one that matches");
  });

  it("are only the own domain for users who may not list domains", async () => {
    const { viewer, server } = await showViewer({}, { events: 2000, days: 2 });
    viewer.adapter = createMockAdapter(server, { token: "mock-office-manager" });
    await waitForRender(viewer);
    await click(getAffected(viewer));
    await waitUntil(() => getOptions(viewer).length === 1, "the own domain");
    expect(listNames(viewer)).to.deep.equal([server.domains[1]!.domain]);
    expect(readLine(viewer)).to.equal("Only your own domain is listed. You can type any other domain.");
    await press("ArrowDown", "Enter");
    await waitUntil(() => getAffected(viewer).value === server.domains[1]!.domain, "it in the field");
  });

  it("that cannot be loaded say so, and are tried again from the same position", async () => {
    const { viewer, server } = await showViewer({}, { events: 2000, days: 2, domains: 250 });
    server.behavior.limit = { cap: 100 };
    // The second try fails, too.
    server.behavior.failures = [3, 4].map((at) => ({ at, path: "/domains", kind: "500" }) as const);
    await click(getAffected(viewer));
    await waitUntil(() => /could be loaded/.test(readLine(viewer)), "the line");
    expect(readLine(viewer)).to.match(/^Only 200 domains could be loaded\. The server reported an error\./);
    expect(getOptions(viewer).length).to.equal(50);
    expect(findElement(viewer, "heading", "Ready to search") !== undefined, "the rest is as it was").to.equal(true);
    server.resetRequests();
    server.behavior.failures = [];
    await click(get(viewer, "button", "Try again"));
    await waitUntil(() => /of 250 matches/.test(readLine(viewer)), "the rest");
    expect(getAsked(server)[0]!.query.get("start")).to.equal("200");
    expect(hasFocus(getAffected(viewer))).to.equal(true);
  });

  it("do not block a search, whether they hang or fail", async () => {
    const { viewer, server } = await showViewer({}, { events: 2000, days: 2 });
    server.behavior.failures = [{ at: "every", path: "/domains", kind: "hang" }];
    await click(getAffected(viewer));
    await waitUntil(() => readLine(viewer) === "Loading domains…", "the line");
    await press("Enter");
    await waitUntil(() => findElement(viewer, "button", /^Details: /), "results");
    await waitUntilIdle(server);
    expect(getAsked(server).map(({ status }) => status)).to.deep.equal(["hang"]);
    viewer.remove();
    await waitUntil(() => getAsked(server).every(({ aborted }) => aborted), "the request to be given up");
  });

  it("continue from the same position after the viewer was away", async () => {
    const { viewer, server } = await showViewer({}, { events: 2000, days: 2, domains: 250 });
    server.behavior.limit = { cap: 100 };
    server.behavior.failures = [{ at: 2, path: "/domains", kind: "hang" }];
    await click(getAffected(viewer));
    await waitUntil(() => getAsked(server).length === 2, "the second page");
    viewer.remove();
    await waitUntil(() => getAsked(server)[1]!.aborted, "the end of it");
    document.body.append(viewer);
    await waitForRender(viewer);
    await click(getAffected(viewer));
    await waitUntil(() => /of 250 matches/.test(readLine(viewer)), "all of them");
    expect(getAsked(server).map(({ query }) => query.get("start"))).to.deep.equal(["0", "100", "100", "200", "250"]);
  });

  it("show at most fifty of ten thousand, and say so", async () => {
    const { viewer, server } = await look({}, { domains: 10_000 });
    await waitUntil(() => /of 10,000 matches/.test(readLine(viewer)), "all of them");
    expect(readLine(viewer)).to.equal("First 50 of 10,000 matches: keep typing to narrow.");
    expect(getOptions(viewer).length).to.equal(50);
    expect(getAsked(server).length).to.equal(11);
    await type("customer-09");
    await waitUntil(() => /^First 50 of 100 /.test(readLine(viewer)), "those that begin so");
    await type("77");
    await waitUntil(() => listNames(viewer).join() === "customer-0977.example", "the one");
  });

  it("are cleared when another user signs in", async () => {
    const base = new URL("/ns-api/v2", location.href).href;
    const createToken = (user: string) => `x.${btoa(JSON.stringify({ sub: user }))}.y`;
    let user = "one";
    const { viewer, server } = await showViewer({}, { events: 2000, days: 2 });
    const fetched = createMockFetch(server, { baseUrl: base });
    viewer.adapter = createFetchAdapter({
      baseUrl: base,
      getToken: () => createToken(user),
      fetch: (input, init) => fetched(input, { ...init, headers: {} }),
    });
    await waitForRender(viewer);
    await viewer.search({ affectedDomain: "abc-plumbing.example" });
    await viewer.clear();
    await click(getAffected(viewer));
    await waitUntil(() => findElement(viewer, "group", "Recent"), "the domains of the first user");
    user = "two";
    server.resetRequests();
    server.behavior.failures = [{ at: "every", path: "/domains", kind: "403" }];
    await viewer.search();
    await press("Escape");
    await click(getAffected(viewer));
    await waitUntil(() => /could not be loaded|own domain is listed/.test(readLine(viewer)), "another answer");
    expect(findElement(viewer, "group", "Recent") === undefined).to.equal(true);
    expect(getOptions(viewer).length).to.be.below(2);
  });

  it("of another server replace those of the last one", async () => {
    const { viewer, server } = await look();
    viewer.adapter = createListAdapter(server, [{ domain: "other.example" }]);
    await waitUntil(() => listNames(viewer).join() === "other.example", "its domains, in the open list too");
  });

  it("show every name literally, whatever it contains", async () => {
    const { viewer, server } = await showViewer({}, { events: 10 });
    viewer.adapter = createListAdapter(server, [
      { domain: "<img src=x onerror=alert(1)>", description: "<b>bold</b>" },
      { domain: "evil\u202Egnp.example", description: "a\nb" },
      { domain: `${"very-long-name-".repeat(400)}.example` },
      { domain: "all*\\@.example" },
      { domain: "x".repeat(70), description: "عربي" },
    ]);
    await waitForRender(viewer);
    for (const dir of ["ltr", "rtl"]) {
      document.documentElement.dir = dir;
      await click(getAffected(viewer));
      await waitUntil(() => getOptions(viewer).length === 5, "suggestions");
      expect(listNames(viewer)).to.include("<img src=x onerror=alert(1)>");
      expect(listNames(viewer)).to.include("evil‹U+202E›gnp.example");
      await waitUntil(() => findPopup(viewer)?.dataset["placed"] === "", "its place");
      const { left, right } = findPopup(viewer)!.getBoundingClientRect();
      expect(left).to.be.at.least(0);
      expect(right).to.be.at.most(innerWidth);
      expect(findPopup(viewer)!.scrollWidth).to.be.at.most(findPopup(viewer)!.clientWidth);
      await press("Escape");
    }
    await click(getAffected(viewer));
    await click(
      await waitUntil(() => getOptions(viewer).find((one) => /all\*/.test(getText(one))), "the name with a star"),
    );
    await waitUntil(() => getAffected(viewer).value !== "", "the domain");
    // A star that is part of a name is not a wildcard.
    expect(viewer.filters.affectedDomain).to.equal("all\\*\\\\\\@.example");
  });

  for (const dir of ["ltr", "rtl"]) {
    it(`fit a page 320 px wide, with targets that a finger can hit, ${dir}`, async () => {
      document.documentElement.dir = dir;
      const { viewer } = await showViewer({ density: "compact" }, { events: 2000, days: 2, width: 320 });
      await click(get(viewer, "button", /^Filters/));
      await waitUntil(() => findElement(viewer, "combobox", "Affected domain"), "the fields");
      await click(getAffected(viewer));
      await waitUntil(
        () => findPopup(viewer)?.dataset["placed"] === "" && getOptions(viewer).length > 0,
        "suggestions",
      );
      const start = (box: DOMRect) => (dir === "rtl" ? box.right : box.left);
      const field = getAffected(viewer).closest("label")!.getBoundingClientRect();
      await waitUntil(
        () => Math.abs(start(findPopup(viewer)!.getBoundingClientRect()) - start(field)) < 2,
        "its place",
      );
      for (const option of getOptions(viewer)) {
        expect(option.getBoundingClientRect().height, getName(option)).to.be.at.least(24);
      }
      expect(viewer.scrollWidth).to.be.at.most(320);
    });
  }

  it("are announced when the user pauses, not at every key", async () => {
    const waiting: (() => void)[] = [];
    const clock = createTestClock(NOW);
    const { sleep } = clock;
    const { viewer } = await showViewer(
      {
        clock: {
          ...clock,
          sleep: (ms, signal) =>
            ms === 700
              ? new Promise((resolve, reject) => {
                  waiting.push(resolve);
                  signal?.addEventListener("abort", () => reject(signal.reason as Error));
                })
              : sleep(ms, signal),
        },
      },
      { events: 2000, days: 2 },
    );
    const said: string[] = [];
    const region = get(viewer, "status");
    const observer = new MutationObserver(() => said.push(region.textContent ?? ""));
    observer.observe(region, { childList: true, characterData: true, subtree: true });
    await click(getAffected(viewer));
    await waitUntil(() => getOptions(viewer).length > 5, "suggestions");
    await type("plumb");
    await waitUntil(() => getOptions(viewer).length === 1, "the match");
    expect(said).to.deep.equal([]);
    for (const go of waiting) go();
    await waitUntil(() => said.length > 0, "the count");
    expect(said).to.deep.equal(["1 domain matches."]);
    await press("Control+A");
    await type("zzz");
    await waitUntil(() => /No matching domains/.test(readLine(viewer)), "the line");
    for (const go of waiting) go();
    await waitUntil(() => said.length > 1, "the line aloud");
    expect(said[1]).to.equal("No matching domains. You can still search for this text.");
    observer.disconnect();
  });
});
