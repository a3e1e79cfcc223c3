import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { createHands } from "./support/browser.mjs";
import { startHost, VIEWER } from "./support/host-page.mjs";

/*
 * A viewer works wherever its page places it: in a dialog, a frame, a form, a shadow root, a scrolled card.
 */

let host;

before(async () => {
  host = await startHost();
});

after(async () => {
  await host?.close();
});

describe("a viewer's place", () => {
  test("a moved viewer continues its search, a removed one ends its requests, and one that is put back sends none", async () => {
    const opened = await host.visit(`<div id="place">${VIEWER}</div><div id="second"></div>`);
    const { page } = opened;
    const move = (to) =>
      page.evaluate((id) => document.querySelector(id).append(document.querySelector("audit-log-viewer")), to);
    host.sites.server.behavior.delayMs = 400;
    try {
      await createHands(page).searchButton.click();
      await page.getByText(/^Searching /).waitFor();
      await move("#second");
      await createHands(page).details.first().waitFor();
      const shown = await createHands(page).details.evaluateAll((all) => all.map((one) => one.ariaLabel));
      const sent = host.sites.asked.length;
      await page.evaluate(() => (window.kept = document.querySelector("audit-log-viewer")).remove());
      await page.evaluate(() => document.querySelector("#place").append(window.kept));
      await createHands(page).details.first().waitFor();
      assert.deepEqual(await createHands(page).details.evaluateAll((all) => all.map((one) => one.ariaLabel)), shown);
      assert.equal(host.sites.asked.length, sent);

      const failed = new Promise((done) => page.once("requestfailed", (request) => done(request.failure().errorText)));
      // Waits before the click, because a search sends its requests at once and may send no more.
      await Promise.all([page.waitForRequest(/auditlog/), createHands(page).searchButton.click()]);
      await page.evaluate(() => window.kept.remove());
      assert.match(await failed, /ABORTED/);
    } finally {
      host.sites.server.behavior.delayMs = 0;
    }
    await page.evaluate(() => document.querySelector("#place").append(window.kept));
    await createHands(page).search();
    await opened.leave();
  });

  /** Checks that the whole popup is on top of everything and inside the window. */
  async function assertOnTop(page, root = page) {
    const { dialog } = createHands(root);
    await dialog.waitFor();
    await dialog.getByRole("button", { name: "Apply" }).waitFor();
    const hit = await dialog.evaluate((popup) => {
      const { left, right, top, bottom } = popup.getBoundingClientRect();
      const points = [left + 3, (left + right) / 2, right - 3].flatMap((x) =>
        [top + 3, (top + bottom) / 2, bottom - 3].map((y) => [x, y]),
      );
      return points.map(([x, y]) => {
        let found = document.elementFromPoint(x, y);
        while (found?.shadowRoot?.elementFromPoint(x, y) && found.shadowRoot.elementFromPoint(x, y) !== found)
          found = found.shadowRoot.elementFromPoint(x, y);
        // Elements of the popup may have their own root.
        for (let at = found; at; at = at.getRootNode().host) if (popup.contains(at)) return true;
        return false;
      });
    });
    assert.deepEqual(
      hit,
      hit.map(() => true),
    );
    const [popup, button] = [await dialog.boundingBox(), await createHands(root).dateRange.boundingBox()];
    assert.ok(
      Math.abs(popup.y - (button.y + button.height)) < 12,
      `the popup at ${popup.y}, its button at ${button.y}`,
    );
  }

  test("in a scrolled, clipped and transformed card", async () => {
    const opened = await host.visit(`<div id="card"><div id="filler"></div>${VIEWER}</div>`);
    const { page } = opened;
    await page.evaluate(() => document.querySelector("#card").scrollTo(0, 120));
    await createHands(page).dateRange.click();
    await assertOnTop(page);
    await page.keyboard.press("Escape");
    await createHands(page).search();
    await opened.leave();
  });

  test("in a modal <dialog>: Escape closes the popup first, then the dialog", async () => {
    const opened = await host.visit(`<dialog id="modal">${VIEWER}</dialog>`);
    const { page } = opened;
    await page.evaluate(() => document.querySelector("#modal").showModal());
    await createHands(page).dateRange.click();
    await assertOnTop(page);
    await page.keyboard.press("Escape");
    await createHands(page).dialog.waitFor({ state: "hidden" });
    assert.equal(await page.evaluate(() => document.querySelector("#modal").open), true);
    await createHands(page).search();
    await page.keyboard.press("Escape");
    assert.equal(await page.evaluate(() => document.querySelector("#modal").open), false);
    await opened.leave();
  });

  test("in an iframe", async () => {
    host.sites.page("/framed", host.createPage(VIEWER));
    const opened = await host.visit('<iframe id="frame" src="/framed"></iframe>');
    const frame = opened.page.frameLocator("#frame");
    await createHands(frame).search();
    await createHands(frame).open();
    await opened.leave();
  });

  test("in a shadow root: its events reach the page from the host", async () => {
    const opened = await host.visit('<div id="shell"></div>');
    const { page } = opened;
    await page.evaluate(() => {
      window.heard = [];
      document.addEventListener("alv-results", ({ target }) => window.heard.push(target.id));
      const element = document.createElement("audit-log-viewer");
      element.apiBase = "/ns-api/v2";
      document.querySelector("#shell").attachShadow({ mode: "open" }).append(element);
    });
    await createHands(page).search();
    await createHands(page).dateRange.click();
    await assertOnTop(page);
    assert.deepEqual(await page.evaluate(() => window.heard), ["shell"]);
    await opened.leave();
  });

  test("in a <form>: nothing is submitted, and nothing added to its data", async () => {
    const opened = await host.visit(
      `<form id="form" action="/elsewhere"><input name="own" value="1">${VIEWER}<button>Send</button></form>`,
    );
    const { page } = opened;
    const field = createHands(page).filters.getByRole("textbox", { name: "Performed by IP address" });
    await field.fill("203.0.113.1");
    await field.press("Enter");
    await page
      .getByRole("group", { name: "Active filters" })
      .or(page.getByRole("heading", { name: "No events match" }))
      .first()
      .waitFor();
    await field.fill("");
    await createHands(page).search();
    await createHands(page).open();
    await createHands(page).cards.check();
    await page.getByRole("list", { name: "Audit events" }).waitFor();
    assert.equal(new URL(page.url()).pathname, opened.path);
    assert.deepEqual(await page.evaluate(() => [...new FormData(document.querySelector("#form")).keys()]), ["own"]);
    await opened.leave();
  });
});
