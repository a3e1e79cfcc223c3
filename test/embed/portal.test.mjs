import assert from "node:assert/strict";
import { after, before, beforeEach, describe, test } from "node:test";
import { createHands, openPage, startBrowser } from "./support/browser.mjs";
import { CARDS, LIST, countCards, createPortalPage, findBackButton, findCardLink } from "./support/portal-page.mjs";
import { startSites, TOKEN } from "./support/sites.mjs";

/*
 * `portal.js` on imitations of the classic portal: rendered on the server, with the portal's changes to built-ins. The
 * script comes from another origin.
 */
let sites;
let browser;
let opened;

before(async () => {
  [sites, browser] = await Promise.all([startSites(), startBrowser()]);
});
after(async () => {
  await browser?.close();
  await sites?.close();
});
beforeEach(() => {
  sites.asked.length = 0;
});

const createScript = (attributes = "", query = "") =>
  `<script src="${sites.cdn}/dist/portal.js${query}"${attributes}></script>`;

/** Opens a page of the portal, with a signed-in user. */
async function visit(html, { token = TOKEN } = {}) {
  sites.page("/portal/page", html);
  const signIn = token && `if (!localStorage.getItem("ns_t")) localStorage.setItem("ns_t", ${JSON.stringify(token)})`;
  opened = await openPage(browser, { before: signIn || "" });
  await opened.page.goto(`${sites.host}/portal/page`);
  return opened.page;
}

/** Opens the list of integrations, on a page that loads the script. */
const visitList = (setting) => visit(createPortalPage({ script: createScript() }), setting);

/** Closes the page and fails if something went wrong on it. */
async function leave() {
  const wrong = opened.problems.filter((one) => !/404/.test(one));
  await opened.close();
  assert.deepEqual(wrong, []);
}

describe("portal.js on the Integrations page", () => {
  test("adds a card like the others, and a click opens the viewer in place of the list", async () => {
    const page = await visitList();
    const cards = page.locator("#integrations-list > li");
    assert.equal(await cards.count(), 4);
    assert.equal(await cards.last().getAttribute("class"), "span4 integration");
    const [first, last] = [await cards.first().boundingBox(), await cards.last().boundingBox()];
    assert.equal(last.width, first.width);
    assert.deepEqual(sites.asked, []);
    await findCardLink(page).click();
    await createHands(page).searchButton.waitFor();
    assert.equal(await page.locator("#integrations-list").isVisible(), false);
    assert.equal(
      await page.getByRole("heading", { name: "Audit Log" }).evaluate((one) => one === document.activeElement),
      true,
    );
    await createHands(page).search();
    await createHands(page).open();
    await leave();
  });

  test("a click anywhere on the card opens it, and the page's own handler for cards is not called", async () => {
    const own = `<script>document.addEventListener("click", (event) => {
      if (event.target.closest(".integration")) location.assign("/elsewhere");
    });</script>`;
    const page = await visit(createPortalPage({ script: own + createScript() }));
    await page.locator("[data-audit-log-card] p").click();
    await createHands(page).searchButton.waitFor();
    assert.equal(page.url(), `${sites.host}/portal/page`);
    await leave();
  });

  test("every request has the current token of the signed-in user, and goes only to the portal", async () => {
    const page = await visitList();
    const urls = [];
    const said = [];
    page.on("request", (request) => urls.push(request.url()));
    page.on("console", (message) => said.push(message.text()));
    await findCardLink(page).click();
    await createHands(page).search();
    assert.ok(sites.asked.length > 0);
    assert.deepEqual([...new Set(sites.asked.map(({ authorization }) => authorization))], [`Bearer ${TOKEN}`]);
    sites.asked.length = 0;
    await page.evaluate(() => localStorage.setItem("ns_t", "mock-reseller-Meridian"));
    await createHands(page).search();
    await page.getByRole("button", { name: "Next" }).click();
    await page.getByRole("navigation", { name: "Pagination" }).getByText("Page 2").waitFor();
    assert.deepEqual(
      [...new Set(sites.asked.map(({ authorization }) => authorization))],
      ["Bearer mock-reseller-Meridian"],
    );
    const origins = new Set(urls.map((url) => new URL(url).origin));
    assert.deepEqual([...origins].sort(), [sites.host, sites.cdn].sort());
    assert.ok(urls.every((url) => !url.includes("mock-")));
    assert.deepEqual(
      await page.evaluate(() => [Object.keys(localStorage), Object.keys(sessionStorage), document.cookie]),
      [["ns_t"], [], ""],
    );
    assert.ok(said.every((text) => !text.includes("mock-")));
    await leave();
  });

  test("an ended session is reported, once", async () => {
    const page = await visitList({ token: "mock-expired" });
    await findCardLink(page).click();
    await createHands(page).searchButton.click();
    await page.getByRole("heading", { name: /session|sign/i }).waitFor();
    assert.ok(sites.asked.every(({ authorization }) => authorization === "Bearer mock-expired"));
    opened.problems.length = 0; // the browser reports each 401
    await leave();
  });

  test("by keyboard: the card, the viewer, back, and the card again with the loaded events", async () => {
    const page = await visitList();
    await page.getByRole("link", { name: "Messages" }).focus();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await createHands(page).search();
    const sent = sites.asked.length;
    await findBackButton(page).focus();
    await page.keyboard.press("Enter");
    await page.locator("#integrations-list").waitFor();
    assert.equal(await page.locator("audit-log-viewer").count(), 0);
    assert.equal(await findCardLink(page).evaluate((link) => link === document.activeElement), true);
    await page.keyboard.press("Enter");
    await createHands(page).details.first().waitFor();
    assert.equal(sites.asked.length, sent);
    assert.equal(await countCards(page), 1);
    await leave();
  });

  test("loaded twice, there is one card", async () => {
    const scripts = createScript() + createScript() + createScript("", "?again");
    const page = await visit(createPortalPage({ script: scripts }));
    assert.equal(await countCards(page), 1);
    await findCardLink(page).click();
    await createHands(page).searchButton.waitFor();
    assert.equal(await page.locator("audit-log-viewer").count(), 1);
    await leave();
  });

  test("a list that appears late, or is rendered again, gets its card", async () => {
    const page = await visit(createPortalPage({ content: "<h1>Integrations</h1>", script: createScript() }));
    assert.equal(await countCards(page), 0);
    const draw = (list) =>
      page.evaluate((html) => {
        document.querySelector("#integrations-list")?.remove();
        document.querySelector("#content").append(document.createRange().createContextualFragment(html));
      }, list);
    await draw(LIST);
    await findCardLink(page).waitFor();
    await draw(LIST);
    await findCardLink(page).waitFor();
    assert.equal(await countCards(page), 1);
    await leave();
  });

  test("the card moves from a similar list to the real one when that arrives", async () => {
    const teaser = `<h1>Integrations</h1><ul class="teaser"><li><a href="/a">New</a></li><li><a href="/b">Popular</a></li></ul>`;
    const page = await visit(createPortalPage({ content: teaser, script: createScript() }));
    await page.locator(".teaser > [data-audit-log-card]").waitFor();
    await page.evaluate(
      (html) => document.querySelector("#content").append(document.createRange().createContextualFragment(html)),
      LIST,
    );
    await page.locator("#integrations-list > [data-audit-log-card]").waitFor();
    assert.equal(await countCards(page), 1);
    await leave();
  });

  test("a script in the head finds the list that is parsed after it", async () => {
    const page = await visit(createPortalPage({ head: createScript() }));
    await findCardLink(page).click();
    await createHands(page).searchButton.waitFor();
    await leave();
  });

  test("a page whose <base> is elsewhere still calls its own API", async () => {
    const html = createPortalPage({ head: `<base href="${sites.cdn}/">`, script: createScript() });
    const page = await visit(html.replaceAll("/pages/", `${sites.host}/pages/`));
    await findCardLink(page).click();
    await createHands(page).search();
    assert.ok(sites.asked.length > 0);
    assert.equal(page.url(), `${sites.host}/portal/page`);
    await leave();
  });

  test("beside another vendor's element of the same name", async () => {
    const other = `<script>customElements.define("audit-log-viewer", class extends HTMLElement {});</script>`;
    const page = await visit(createPortalPage({ script: other + createScript() }));
    await findCardLink(page).click();
    await createHands(page).search();
    assert.deepEqual(
      opened.problems.splice(0).filter((one) => !/already registered|404/.test(one)),
      [],
    );
    await leave();
  });

  test("a viewer that cannot be loaded is reported", async () => {
    const page = await visit(createPortalPage({ script: createScript(' data-module="nowhere.js"') }));
    await findCardLink(page).click();
    await page.getByText("The audit log could not be loaded. Reload the page to try again.").waitFor();
    await findBackButton(page).click();
    await page.locator("#integrations-list").waitFor();
    opened.problems.length = 0; // the browser reports what it could not load
    await leave();
  });
});

describe("portal.js finds the list", () => {
  const heading = "<h2>Integrations</h2>";
  const MARKUP = {
    "with no name, after the heading": `${heading}<ul class="thumbnails" data-here>${CARDS}</ul>`,
    "of boxes in a row": `${heading}<div class="search"><input><button>Find</button></div><div class="row-fluid" data-here>
      <div class="span4 well"><h3>CRM</h3><p>a</p><a class="btn" href="#">Set up</a></div><div class="span4 well"><h3>Fax</h3><p>b</p></div></div>`,
    "of rows of boxes, in the first row": `${heading}<div><div class="row" data-here><div class="span4"><h3>A</h3></div><div class="span4"><h3>B</h3></div></div>
      <div class="row"><div class="span4"><h3>C</h3></div><div class="span4"><h3>D</h3></div></div></div>`,
    "of links": `<div class="integrations"><h2>All</h2><div class="grid" data-here><a class="tile" href="/a"><h3>A</h3><p>a</p></a><a class="tile" href="/b"><h3>B</h3><p>b</p></a></div></div>`,
    "of buttons in a form": `<form><div class="integration-list" data-here><button class="tile"><strong>A</strong></button><button class="tile"><strong>B</strong></button></div></form>`,
    "of tabs that is none": `${heading}<ul class="nav nav-tabs"><li><a href="#">One</a></li><li><a href="#">Two</a></li></ul><ul data-here><li><a href="#">A</a></li></ul>`,
    "without integrations": `<ul id="integrations-list" data-here></ul>`,
  };
  for (const [name, content] of Object.entries(MARKUP)) {
    test(name, async () => {
      const page = await visit(createPortalPage({ content, script: createScript() }));
      const place = page.locator("[data-here] > [data-audit-log-card]");
      await place.waitFor();
      assert.equal(await countCards(page), 1);
      const control = page
        .getByRole("link", { name: /^Audit Log/ })
        .or(page.getByRole("button", { name: /^Audit Log/ }));
      await control.focus();
      await page.keyboard.press("Enter");
      await createHands(page).searchButton.waitFor();
      assert.equal(page.url(), `${sites.host}/portal/page`);
      await leave();
    });
  }

  const unnamed = `<h2>Apps</h2><div id="apps">${CARDS}</div>`;
  const SETTINGS = {
    "by attributes of its tag": () => createScript(' data-list="#apps" data-card-title="Who did what"'),
    "by the query of its URL": () => createScript("", "?list=%23apps&cardTitle=Who%20did%20what"),
    "by the page's object": () =>
      `<script>auditLogViewerPortal = { list: "#apps", cardTitle: "Who did what", properties: { timezone: "US/Pacific" } };</script>${createScript()}`,
  };
  for (const [name, script] of Object.entries(SETTINGS)) {
    test(`that ${name} names`, async () => {
      const page = await visit(createPortalPage({ content: unnamed, script: script() }));
      await page.getByRole("link", { name: "Who did what" }).click();
      await createHands(page).searchButton.waitFor();
      if (/object/.test(name)) {
        assert.equal(await page.locator("audit-log-viewer").evaluate(({ timezone }) => timezone), "US/Pacific");
      }
      await leave();
    });
  }

  test("an invalid selector is reported once", async () => {
    const page = await visit(createPortalPage({ script: createScript(' data-list="##"') }));
    await page.evaluate(() => document.body.append("a change"));
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    assert.equal(opened.problems.splice(0).filter((one) => /selector/.test(one)).length, 1);
    assert.equal(await countCards(page), 0);
    await leave();
  });
});

describe("portal.js on other pages", () => {
  const PAGES = {
    "of users": '<h1>Users</h1><ul class="list"><li><a href="/1">One</a></li><li><a href="/2">Two</a></li></ul>',
    "that speak of integrations":
      '<h1>Home</h1><p>See <a href="/integrations">Integrations</a>.</p><ul><li><a href="/integrations">Integrations</a></li><li><a href="/x">X</a></li></ul>',
    "that are empty": "",
  };
  for (const [name, content] of Object.entries(PAGES)) {
    test(`${name}: nothing changes and nothing is requested`, async () => {
      const html = (script) => createPortalPage({ title: "Home", content, script });
      const body = (page) =>
        page.evaluate(() => document.body.outerHTML.replace(/<script src="[^"]*portal[^"]*"><\/script>/, ""));
      const plain = await body(await visit(html("")));
      await leave();
      const page = await visit(html(createScript()));
      assert.equal(await body(page), plain);
      assert.deepEqual(sites.asked, []);
      await leave();
    });
  }
});
