import { expect } from "@open-wc/testing";
import { emulateMedia } from "@web/test-runner-commands";
import { findElement, get, getAll, getName, hasFocus } from "../../support/screen.js";
import { click, press } from "../../support/user-input.js";
import {
  expectAccessible,
  expectAccessibleAnywhere,
  getButton,
  getText,
  waitForAnyCommand,
  waitForCommand,
  waitForUpdate,
} from "../../views/support.js";
import { breakdowns, extent, value } from "./breakdown-facts.js";
import { ALL, getList, listNames, mountBreakdown, openList } from "./breakdown-support.js";

describe("the breakdown", () => {
  it("is a region with one list for each field, the values with their counts", async () => {
    const { element } = await mountBreakdown();
    const region = get(element, "region", "Breakdown");
    expect(getAll(region, "list").map(getName)).to.deep.equal([
      ...["Action", "Object", "Performed by", "Affected user", "Affected domain", "IP address", "Client"],
    ]);
    expect(getText(region)).to.contain("of 1,038 events");
    const names = listNames(element, "Action").filter((name) => !/^Filter/.test(name));
    expect(names).to.deep.equal([
      ...["Login, 402 events", "Modify/Update, 281 events", "Logout, 164 events", "Add/Create, 71 events"],
      ...["Delete, 46 events", "Login failed, 38 events"],
    ]);
    expect(listNames(element, "Performed by")[0]).to.equal("maria.ortiz, harborline.example, 214 events");
    const sizes = getAll(region, "list").map((list) => getAll(list, "listitem").length);
    expect(sizes).to.deep.equal([6, 5, 4, 3, 4, 3, 3]);
  });

  it("says which records it counts, and what is not in the numbers", async () => {
    const textWith = async (change: Partial<typeof extent>) => {
      const { element } = await mountBreakdown({ counted: { counts: breakdowns, extent: { ...extent, ...change } } });
      return getText(get(element, "region", "Breakdown"));
    };
    expect(await textWith({})).to.contain(
      "In the 1,240 records searched back to Nov 16. Earlier events are not searched yet, so they are not in these numbers.",
    );
    const whole = await textWith({ countedFrom: extent.asked.from, countedOnly: 364 });
    expect(whole).to.contain("In the 1,240 records from Nov 14 to Nov 23. 364 events are counted but not loaded.");
    expect(whole).not.to.contain("not searched yet");
    const { element } = await mountBreakdown();
    const region = get(element, "region", "Breakdown");
    expect(getText(region)).not.to.contain("read ahead");
    // The line below the rows names a later time: what was read ahead is no row yet.
    element.shownFrom = extent.readFrom + 1;
    await element.updateComplete;
    expect(getText(region)).to.contain("back to Nov 16. They include records read ahead for the next page. Earlier");
    const span = { from: extent.readFrom, until: extent.readFrom + 1000 };
    expect(await textWith({ cut: [{ span, atLeast: 1000 }] })).to.contain(
      "Incomplete: the server returned only part of 1 second. There may be more events.",
    );
  });

  it("offers to read a gap again", async () => {
    const span = { from: Date.parse("2026-11-17T07:00:00Z"), until: Date.parse("2026-11-17T10:00:00Z") };
    const gap = { ...extent, missing: [{ span, kind: "server" as const }] };
    const { element, root } = await mountBreakdown({ counted: { counts: breakdowns, extent: gap } });
    expect(getText(get(element, "region", "Breakdown"))).to.contain(
      "Incomplete: sign-ins from Nov 17, 2:00 AM to Nov 17, 5:00 AM could not be read or counted.",
    );
    const sent = waitForAnyCommand(root);
    await click(getButton(element, "Retry"));
    expect(await sent).to.equal("retry-sign-ins");
    element.isRetrying = true;
    await waitForUpdate(element);
    expect(findElement(element, "button", "Retry")).to.equal(undefined);
  });

  it("says that nothing matches, and keeps the room while events are counted", async () => {
    const empty = { counts: breakdowns.map(() => ({ values: [], distinct: 0 })), extent: { ...extent, events: 0 } };
    const { element } = await mountBreakdown({ counted: empty });
    expect(getText(get(element, "region", "Breakdown"))).to.contain(
      "of 0 events Close the breakdown No matching events, so there is nothing to break down.",
    );
    expect(getAll(element, "list")).to.deep.equal([]);
    const { element: counting } = await mountBreakdown({ counted: "counting" });
    expect(getText(get(counting, "region", "Breakdown"))).to.contain("counting");
    const { height } = counting.getBoundingClientRect();
    counting.breakdowns = ALL;
    await waitForUpdate(counting);
    const about = counting.renderRoot.querySelector(".about")!.getBoundingClientRect().height;
    expect(counting.getBoundingClientRect().height).to.be.closeTo(height + about, 2);
  });

  it("filters for a value at a click anywhere in its row", async () => {
    const { element, root } = await mountBreakdown({ filters: { byIp: "203.0.113.24" } });
    const sent = waitForCommand(root, "search-for");
    await click(getAll(getList(element, "Object"), "listitem")[1]!);
    expect(await sent).to.deep.include({ objects: ["subscriber"], byIp: "203.0.113.24" });
  });

  it("offers the filter of each value by its name, and only what it can do", async () => {
    const { element } = await mountBreakdown();
    const filters = (name: string) => listNames(element, name).filter((one) => /^Filter/.test(one));
    // A failed login has no filter of its own.
    expect(filters("Action")).to.deep.equal([
      ...["Login", "Modify/Update", "Logout", "Add/Create", "Delete", "Login"].map((one) => `Filter for ${one}`),
    ]);
    expect(filters("Performed by")).to.deep.equal([
      "Filter for maria.ortiz@harborline.example",
      "Filter for t.okafor@harborline.example",
      "Filter for 2104@northgate-dental.example",
      "Filter for 1001 in any domain",
    ]);
    expect(filters("Affected user")).to.have.length(2);
    expect(filters("IP address")).to.deep.equal([
      ...["Filter for 203.0.113.24", "Filter for 2001:db8:4c:1200:85a3:0:9a:61b4"],
    ]);
    expect(getText(getAll(getList(element, "Client"), "listitem")[2]!)).to.contain("Not given, 121 events");
  });

  it("does not offer a filter that is set already", async () => {
    const { element } = await mountBreakdown({ filters: { actions: ["login"] } });
    expect(listNames(element, "Action")).not.to.contain("Filter for Login");
    expect(listNames(element, "Action")).to.contain("Filter for Logout");
  });

  it("takes texts literally, and fills both fields for a user", async () => {
    const counts = breakdowns.map((one) => ({ ...one }));
    const padded = value(" 7", 2, { domain: "b.example " });
    counts[2] = { values: [value("*21@x", 3, { domain: "a.example" }), padded, value(" ", 1)], distinct: 3 };
    const { element, root } = await mountBreakdown({ counted: { counts, extent } });
    const sent = waitForCommand(root, "search-for");
    await click(getButton(element, "*21@x, a.example, 3 events"));
    expect(await sent).to.deep.include({ byUser: "\\*21\\@x", byDomain: "a.example" });
    // Texts are compared without outer spaces, and no filter finds spaces alone.
    const sentNext = waitForCommand(root, "search-for");
    await click(getButton(element, /7, b\.example/));
    expect(await sentNext).to.deep.include({ byUser: "7", byDomain: "b.example" });
    expect(listNames(element, "Performed by")).to.have.length(4);
  });

  it("is one stop of the Tab key; arrows move inside, Enter filters", async () => {
    const { element, root } = await mountBreakdown();
    await press("Tab");
    expect(hasFocus(getButton(element, "Close the breakdown"))).to.equal(true);
    await press("ArrowDown");
    expect(hasFocus(getButton(element, "Action"))).to.equal(true);
    await press("ArrowDown", "ArrowDown");
    expect(hasFocus(getButton(element, "Modify/Update, 281 events"))).to.equal(true);
    await press("ArrowRight");
    expect(hasFocus(getButton(element, "Filter for Modify/Update"))).to.equal(true);
    await press("ArrowLeft", "End");
    expect(hasFocus(getButton(element, "+1 more, Client"))).to.equal(true);
    await press("Home", "ArrowDown", "ArrowDown");
    const sent = waitForCommand(root, "search-for");
    await press("Enter");
    expect(await sent).to.deep.include({ actions: ["login"] });
    await press("Tab");
    expect(element.matches(":focus-within")).to.equal(false);
    await press("Shift+Tab");
    expect(hasFocus(getButton(element, "Login, 402 events"))).to.equal(true);
  });

  it("moves to the buttons of a row in the direction of the text", async () => {
    const { element } = await mountBreakdown({ dir: "rtl" });
    getButton(element, "Login, 402 events").focus();
    await press("ArrowLeft");
    expect(hasFocus(getAll(element, "button", "Filter for Login")[0]!)).to.equal(true);
  });

  it("folds a group", async () => {
    const { element } = await mountBreakdown();
    const head = getButton(element, "Object");
    await click(head);
    expect(head.getAttribute("aria-expanded")).to.equal("false");
    expect(findElement(element, "list", "Object")).to.equal(undefined);
    expect(findElement(element, "button", "+1 more, Object")).to.equal(undefined);
    await press("ArrowDown");
    expect(hasFocus(getButton(element, "Performed by"))).to.equal(true);
    await click(head);
    expect(findElement(element, "list", "Object")).not.to.equal(undefined);
  });

  it("is closed by its button", async () => {
    const { element } = await mountBreakdown();
    const closed = new Promise((resolve) => element.addEventListener("close-breakdown", resolve));
    await click(getButton(element, "Close the breakdown"));
    await closed;
  });
});

describe("the breakdown, for everybody", () => {
  it("is accessible in both themes, narrow, from right to left and in forced colors", async () => {
    await expectAccessibleAnywhere((options) =>
      mountBreakdown({ ...options, width: Math.min(options.width ?? 320, 320) }),
    );
  });

  it("is accessible with a list open, in both themes and forced colors", async () => {
    for (const theme of ["light", "dark"] as const) {
      const { element } = await mountBreakdown({ theme });
      await openList(element, "+3 more, Affected domain");
      await expectAccessible();
    }
    await emulateMedia({ forcedColors: "active" });
    try {
      const { element } = await mountBreakdown();
      await openList(element, "+3 more, Affected domain");
      await expectAccessible();
    } finally {
      await emulateMedia({ forcedColors: "none" });
    }
  });

  it("is printed with whole values and without buttons to press", async () => {
    await emulateMedia({ media: "print" });
    try {
      const { element } = await mountBreakdown({ width: 700 });
      const clipped = [...element.renderRoot.querySelectorAll(".clip")].filter(
        ({ scrollWidth, clientWidth }) => scrollWidth > clientWidth + 1,
      );
      expect(clipped.map(getText)).to.deep.equal([]);
      expect(findElement(element, "button", "Close the breakdown")).to.equal(undefined);
      expect(findElement(element, "button", /more/)).to.equal(undefined);
    } finally {
      await emulateMedia({ media: "screen" });
    }
  });
});
