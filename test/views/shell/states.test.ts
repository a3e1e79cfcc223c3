import { expect } from "@open-wc/testing";
import { emulateMedia, sendKeys } from "@web/test-runner-commands";
import { html, type LitElement } from "lit";
import { errorNotice, type NoticeContent } from "../../../src/views/results/notice-content.js";
import "../../../src/views/results/notice.js";
import type { Pagination } from "../../../src/views/results/pagination.js";
import "../../../src/views/results/pagination.js";
import type { NothingFound } from "../../../src/views/results/nothing-found.js";
import "../../../src/views/results/nothing-found.js";
import type { PanelState, ShownError, Suggestion } from "../../../src/views/shell/panel-state.js";
import type { Skeleton } from "../../../src/views/shell/skeleton.js";
import "../../../src/views/shell/skeleton.js";
import "../../../src/views/results/statistics-bar.js";
import type { StatusPanel } from "../../../src/views/shell/status-panel.js";
import "../../../src/views/shell/status-panel.js";
import type { Coverage } from "../../../src/core/coverage.js";
import { ERROR_KINDS, type ErrorKind } from "../../../src/core/errors.js";
import { defaultFilters } from "../../../src/core/filters/filters.js";
import { all, allByText, get, hasFocus, partOf } from "../../support/screen.js";
import { en } from "../../support/english.js";
import { rulesIn } from "../../support/axe.js";
import {
  button,
  deepAll,
  environmentIn,
  expectAccessible,
  heard,
  heardCommand,
  onCommand,
  HOSTILE,
  HOSTILE_SHOWN,
  mount,
  settled,
  textOf,
  type MountOptions,
} from "../helpers.js";

const COVERAGE: Coverage = {
  asked: { from: Date.parse("2026-11-16T05:00:00Z"), until: Date.parse("2026-11-23T05:00:00Z") },
  readFrom: Date.parse("2026-11-16T05:00:00Z"),
  complete: true,
  requests: 3,
  records: 1240,
  matched: 0,
  sentFilters: [],
  habits: {
    largestAnswer: 500,
    startHonoured: true,
    order: "descending",
    naiveTimes: false,
    shiftMinutes: 0,
    ignoresCase: true,
  },
  accessLog: "merged" as const,
  missing: [],
  narrowed: undefined,
  cut: [],
  outside: 0,
  undated: 0,
  unreadable: 0,
  ...{ oldest: undefined, doubled: false, clockAhead: false },
};

const failure = (kind: ErrorKind, more: Partial<ShownError> = {}): PanelState => ({
  kind: "error",
  error: { kind, message: "", ...more },
});

const panel = (state: PanelState, options?: MountOptions) =>
  mount<StatusPanel>(html`<alv-status-panel .state=${state}></alv-status-panel>`, options);

const nothingFound = (coverage: Coverage, options?: MountOptions, suggestions: readonly Suggestion[] = []) =>
  mount<NothingFound>(
    html`<alv-nothing-found .coverage=${coverage} .suggestions=${suggestions}></alv-nothing-found>`,
    options,
  );

const title = (element: Element) => textOf(get(element, "heading"));
const paragraphs = (element: Element) => all(element, "paragraph").map(textOf);
const text = (element: Element) => paragraphs(element)[0];
const buttons = (element: Element) => all(element, "button").map(textOf);

describe("states", () => {
  it("say how to configure the viewer", async () => {
    const { element } = await panel({ kind: "not-configured" });
    expect(title(element)).to.equal("No server configured");
    expect(text(element)).to.contain("api-base").and.to.contain("adapter");
    expect(buttons(element)).to.deep.equal([]);
  });

  it("offer the last 24 hours before the first search", async () => {
    const { element, root } = await panel({ kind: "ready" });
    expect(title(element)).to.equal("Ready to search");
    const asked = heardCommand(root);
    button(element, "Search last 24 hours").focus();
    await sendKeys({ press: "Enter" });
    expect(await asked).to.equal("search-last-24-hours");
  });

  describe("nothing found", () => {
    it("says what was read and that nothing matched", async () => {
      const { element } = await nothingFound(COVERAGE);
      expect(title(element)).to.equal("No events match");
      expect(text(element)).to.equal("None of the 1,240 records from Nov 16 to Nov 22 match your filters.");
    });

    it("gives times where the range is short", async () => {
      const asked = { ...COVERAGE.asked, from: Date.parse("2026-11-22T05:00:00Z") };
      const coverage = { ...COVERAGE, asked, readFrom: asked.from, records: 1 };
      const { element } = await nothingFound(coverage);
      expect(text(element)).to.equal(
        "The 1 record from Nov 22, 12:00 AM to Nov 22, 11:59 PM does not match your filters.",
      );
    });

    it("does not claim that there is nothing where the server has filtered by itself", async () => {
      const { element } = await nothingFound({ ...COVERAGE, records: 0, sentFilters: ["by-ip"] });
      expect(text(element)).to.equal("No matching records from Nov 16 to Nov 22.");
    });

    it("says that it saw only what the server sent", async () => {
      const { element } = await nothingFound({ ...COVERAGE, records: 32, sentFilters: ["by-ip"] });
      expect(text(element)).to.equal("None of the 32 records from Nov 16 to Nov 22 match your filters.");
    });

    it("says that earlier events are not searched yet, and offers to search them", async () => {
      const coverage = { ...COVERAGE, complete: false, readFrom: Date.parse("2026-11-18T05:00:00Z") };
      const { element, root } = await nothingFound(coverage);
      expect(text(element)).to.contain("from Nov 18 to Nov 22").and.to.contain("Earlier events");
      const asked = heardCommand(root);
      button(element, "Search further back").click();
      expect(await asked).to.equal("search-further");
    });

    it("says while they are searched what is being done, and can be stopped by the same button", async () => {
      const coverage = { ...COVERAGE, complete: false, readFrom: Date.parse("2026-11-18T05:00:00Z") };
      const { element, root } = await nothingFound(coverage);
      const further = button(element, "Search further back");
      further.focus();
      element.reading = "Searching…";
      await settled(element);
      expect(text(element)).to.equal("None of the 1,240 records from Nov 18 to Nov 22 match your filters. Searching…");
      expect(textOf(further)).to.equal("Stop");
      expect(hasFocus(further)).to.equal(true);
      const asked = heardCommand(root);
      further.click();
      expect(await asked).to.equal("stop");
    });

    it("names the oldest record, where older time has none", async () => {
      const { element } = await nothingFound({ ...COVERAGE, oldest: Date.parse("2026-11-19T08:30:00Z") });
      expect(text(element)).to.equal(
        "None of the 1,240 records from Nov 16 to Nov 22 match your filters. The oldest known record is from Nov 19. Older logs may be archived.",
      );
    });

    it("suggests a longer range, the given changes, and clear filters, each one click away", async () => {
      const filters = { ...defaultFilters(), byUser: "2104" };
      const given = [{ filters, text: "Remove Action: Delete", note: "18 match" }];
      const { element, root } = await nothingFound(COVERAGE, {}, given);
      expect(buttons(element)).to.deep.equal([
        "Search the last 30 days instead",
        "Remove Action: Delete (18 match)",
        "Clear all filters",
      ]);
      const narrowed = heard(root, "search-for");
      button(element, /Remove Action/).click();
      expect(await narrowed).to.deep.equal(filters);
      const longer = heardCommand(root);
      button(element, /30 days/).click();
      expect(await longer).to.equal("search-last-30-days");
    });

    it("does not suggest 30 days where more were read", async () => {
      const asked = { ...COVERAGE.asked, from: Date.parse("2026-08-16T04:00:00Z") };
      const coverage = { ...COVERAGE, asked, readFrom: asked.from };
      const { element } = await nothingFound(coverage);
      expect(buttons(element)).to.deep.equal(["Clear all filters"]);
    });

    it("names what the platform does not log", async () => {
      const { element } = await nothingFound(COVERAGE);
      const [title] = allByText(element, "What the platform does not log");
      const more = title!.closest("details")!;
      title!.focus();
      await sendKeys({ press: "Enter" });
      expect(more.open).to.equal(true);
      expect(textOf(more)).to.contain("star codes");
    });
  });

  describe("failures", () => {
    const actions: Record<ErrorKind, string[]> = {
      auth: ["Try again"],
      forbidden: ["Try again"],
      unsupported: ["Check again"],
      "bad-request": ["Try again", "Clear all filters"],
      "rate-limited": ["Try again"],
      server: ["Try again", "Search last 24 hours"],
      network: ["Try again"],
      timeout: ["Try again", "Search last 24 hours"],
      "bad-data": ["Try again"],
      aborted: ["Try again"],
    };
    for (const kind of ERROR_KINDS) {
      it(`say what happened and what to do: ${kind}`, async () => {
        const { element, root } = await panel(failure(kind));
        expect(title(element)).to.equal(en.errorTitles[kind]);
        expect(text(element)).to.equal(en.errorTexts[kind]);
        expect(buttons(element)).to.deep.equal(actions[kind]);
        expect(paragraphs(element), "no small line").to.have.length(1);
        const asked = heardCommand(root);
        all(element, "button")[0]!.click();
        expect(await asked).to.equal("retry");
      });
    }

    it("have a title of their own each, without apology or exclamation mark", () => {
      expect(new Set(Object.values(en.errorTitles)).size).to.equal(ERROR_KINDS.length);
      const all = [
        ...Object.values(en.errorTitles),
        ...Object.values(en.errorTexts),
        ...Object.values(en.noticeCauses),
      ];
      expect(all.filter((one) => /!|sorry|oops|please|unfortunately/i.test(one))).to.deep.equal([]);
    });

    it("keep status and message for the small line, as plain text", async () => {
      const { element } = await panel(failure("server", { status: 503, message: HOSTILE }));
      expect(paragraphs(element)[1]).to.equal(`Server response: 503, ${HOSTILE_SHOWN}`);
      expect(all(element, "img")).to.deep.equal([]);
    });

    it("cut a message that is a whole page", async () => {
      const { element } = await panel(failure("bad-data", { message: "x".repeat(50_000) }));
      expect(paragraphs(element)[1]!.length).to.be.within(50, 300);
    });

    it("say how long the server asks to wait", async () => {
      const { element } = await panel(failure("rate-limited", { retryAfterMs: 29_500 }));
      expect(text(element)).to.contain("Wait 30 seconds before you try again.");
    });
  });

  const states: [string, (options: MountOptions) => ReturnType<typeof panel | typeof nothingFound>][] = [
    ["not configured", (options) => panel({ kind: "not-configured" }, options)],
    ["ready", (options) => panel({ kind: "ready" }, options)],
    ["nothing found", (options) => nothingFound({ ...COVERAGE, complete: false, outside: 2 }, options)],
    ...ERROR_KINDS.map((kind): (typeof states)[number] => [
      kind,
      (options) => panel(failure(kind, { status: 400, message: "refused" }), options),
    ]),
  ];
  for (const [name, mounted] of states) {
    it(`have no accessibility problem: ${name}`, async () => {
      for (const theme of ["light", "dark"] as const) {
        const { element } = await mounted({ theme, width: 320 });
        expect(element.scrollWidth).to.be.at.most(320);
        await expectAccessible(rulesIn(theme));
      }
      await emulateMedia({ forcedColors: "active" });
      try {
        await mounted({ dir: "rtl" });
        await expectAccessible();
      } finally {
        await emulateMedia({ forcedColors: "none" });
      }
    });
  }
});

describe("notice above loaded rows", () => {
  const notice = (content: NoticeContent, options?: MountOptions) =>
    mount<LitElement>(html`<alv-notice .content=${content}></alv-notice>`, options);

  it("says what failed, why, and what stays", async () => {
    const content = errorNotice({ kind: "network", message: "Failed to fetch" }, "next-page", 20, en, "en-US");
    const { element, root } = await notice(content);
    expect(textOf(partOf(element, "notice"))).to.equal(
      "The next page could not be loaded. No response. The 20 events below are still shown. Try again",
    );
    const asked = heardCommand(root);
    button(element, "Try again").click();
    expect(await asked).to.equal("retry");
  });

  it("has the status in a line of its own", async () => {
    const { element } = await notice(
      errorNotice({ kind: "server", status: 503, message: "busy" }, "refresh", 1, en, "en-US"),
    );
    const [status] = allByText(element, "Server response: 503, busy");
    expect(getComputedStyle(status!).display).to.equal("block");
    expect(textOf(partOf(element, "notice"))).to.contain("The event below is still shown.");
  });

  it("is no live region: the root announces every change, once", async () => {
    const { element } = await notice({ kind: "danger", heading: "The refresh failed." });
    expect(deepAll(element.shadowRoot as ShadowRoot, "[role=alert], [role=status], [aria-live]")).to.deep.equal([]);
  });

  for (const kind of ["danger", "warning", "info"] as const) {
    it(`has no accessibility problem: ${kind}`, async () => {
      for (const theme of ["light", "dark"] as const) {
        const content: NoticeContent = {
          kind,
          heading: "This happened.",
          text: "x".repeat(100),
          detail: "503",
          action: "retry",
          actionLabel: "Try again",
        };
        const { element } = await notice(content, { theme, width: 320 });
        expect(element.scrollWidth).to.be.at.most(320);
        await expectAccessible(rulesIn(theme));
      }
    });
  }
});

describe("loading", () => {
  it("says what is being done, and can be stopped", async () => {
    const { element, root } = await mount<Skeleton>(html`<alv-skeleton .rows=${5}></alv-skeleton>`);
    expect(textOf(get(element, "group", "Loading events"))).to.equal("Searching… Stop");
    expect(deepAll(element.shadowRoot as ShadowRoot, ".row").length).to.equal(5);
    const asked = heardCommand(root);
    button(element, "Stop").click();
    expect(await asked).to.equal("stop");
  });

  it("shows how far older time has been read", async () => {
    const { element } = await mount<Skeleton>(
      html`<alv-skeleton
        .found=${"3 of 10 found"}
        .text=${"reading back, now at Sep 4"}
        .progress=${0.22}
      ></alv-skeleton>`,
    );
    const bar = get(element, "progressbar");
    expect(bar.getAttribute("aria-valuenow")).to.equal("22");
    expect(bar.firstElementChild!.getBoundingClientRect().width).to.be.closeTo(bar.clientWidth * 0.22, 1);
  });

  it("does not move for those who prefer less motion", async () => {
    await emulateMedia({ reducedMotion: "reduce" });
    try {
      const { element } = await mount<Skeleton>(html`<alv-skeleton></alv-skeleton>`);
      expect(deepAll(element.shadowRoot!, "*").flatMap((one) => one.getAnimations())).to.deep.equal([]);
    } finally {
      await emulateMedia({ reducedMotion: "no-preference" });
    }
  });

  for (const theme of ["light", "dark"] as const) {
    it(`has no accessibility problem, ${theme}`, async () => {
      await mount(html`<alv-skeleton .progress=${0.5} .note=${"12 records read."}></alv-skeleton>`, {
        theme,
        width: 320,
      });
      await expectAccessible();
    });
  }
});

describe("statistics bar", () => {
  const STATISTICS = {
    total: 10,
    users: { all: 1234, by: 5, affected: 1230 },
    domains: { all: 5, by: 3, affected: 4 },
  };
  const bar = (options?: MountOptions) =>
    mount<LitElement>(html`<alv-statistics-bar .statistics=${STATISTICS}></alv-statistics-bar>`, options);

  it("counts events, users and domains, and names the zone", async () => {
    const { element } = await bar();
    expect(textOf(get(element, "group", "Statistics"))).to.equal(
      "Total events 10 (this page) Unique users 1,234 (loaded) (Performed by: 5, affected: 1,230) Unique domains 5 (loaded) (Performed by: 3, affected: 4) Timezone America/New_York",
    );
  });

  it("splits users and domains in a tooltip", async () => {
    const { element } = await bar();
    expect(deepAll(element.shadowRoot as ShadowRoot, "[title]").map((one) => one.title)).to.deep.equal([
      "Performed by: 5, affected: 1,230",
      "Performed by: 3, affected: 4",
    ]);
  });

  it("writes numbers as the locale does", async () => {
    const { element } = await bar({ environment: environmentIn("UTC", "de-DE") });
    expect(textOf(get(element, "group", "Statistics"))).to.contain("1.234");
  });

  it("has no accessibility problem", async () => {
    await bar({ width: 320 });
    await expectAccessible();
  });
});

describe("pagination", () => {
  const pages = (more: Partial<Pagination>, options?: MountOptions) =>
    mount<Pagination>(
      html`<alv-pagination
        .page=${more.page ?? 1}
        .hasPrevious=${more.hasPrevious ?? false}
        .hasNext=${more.hasNext ?? false}
        .busy=${more.busy ?? false}
      ></alv-pagination>`,
      options,
    );
  /** The text before the buttons. */
  const where = (element: Element) => textOf(get(element, "navigation", "Pagination")).replace(/ Previous Next$/, "");
  const off = (element: Element, name: string) => button(element, name).getAttribute("aria-disabled") === "true";

  it("is a landmark that says the page and whether there is more", async () => {
    const { element } = await pages({ page: 2, hasPrevious: true, hasNext: true });
    expect(where(element)).to.equal("Page 2 more available");
    element.hasNext = false;
    await settled(element);
    expect(where(element)).to.equal("Page 2");
  });

  it("leaves it to another line that earlier events are not searched", async () => {
    const { element } = await pages({ hasNext: "unknown" });
    expect(where(element)).to.equal("Page 1 earlier events not searched yet");
    element.isUnsearchedTold = true;
    await settled(element);
    expect(where(element)).to.equal("Page 1");
    expect(off(element, "Next")).to.equal(false);
  });

  it("goes both ways", async () => {
    const { element, root } = await pages({ page: 2, hasPrevious: true, hasNext: "unknown" });
    for (const [name, go] of [
      ["Previous", "previous"],
      ["Next", "next"],
    ] as const) {
      const asked = heard(root, "show-page");
      button(element, name).focus();
      await sendKeys({ press: "Enter" });
      expect(await asked).to.equal(go);
    }
  });

  it("keeps the focus on a button that leads nowhere, which then does nothing", async () => {
    const { element, root } = await pages({ hasNext: true });
    let asked = 0;
    onCommand(root, "show-page", () => (asked += 1));
    const next = button(element, "Next");
    next.focus();
    element.hasNext = false;
    await settled(element);
    expect(off(element, "Next") && off(element, "Previous")).to.equal(true);
    expect(hasFocus(next)).to.equal(true);
    await sendKeys({ press: "Enter" });
    expect(asked).to.equal(0);
  });

  it("waits while a page is loading", async () => {
    const { element } = await pages({ hasPrevious: true, hasNext: true, busy: true });
    expect(off(element, "Next") && off(element, "Previous")).to.equal(true);
    expect(get(element, "navigation", "Pagination").getAttribute("aria-busy")).to.equal("true");
  });

  it("has no accessibility problem, also at 320 px", async () => {
    for (const theme of ["light", "dark"] as const) {
      const { element } = await pages({ hasNext: true }, { width: 320, theme });
      expect(element.scrollWidth).to.be.at.most(320);
      await expectAccessible();
    }
  });
});
