import assert from "node:assert/strict";
import { cpSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { BROWSER_FLAGS, findBrowser } from "../../scripts/find-browser.mjs";
import { TEST_MS } from "../support/time-limits.mjs";
import { startMockApi } from "../../scripts/mock-api.mjs";
import { installApp, pack } from "./support/packed.mjs";
import { serveFolder } from "./support/site.mjs";

/*
 * The packed file in applications: installed, checked by their compilers, built for production, and used by a person.
 * All of them show the same things around the viewer, each in the way of its framework.
 */
const APPS = [
  {
    name: "react",
    title: "Vite and React 19",
    documented: ["React", "tsx"],
    hasServer: true,
    rendered: ["rendered.html"],
  },
  { name: "vue", title: "Vite and Vue 3", documented: ["Vue", "vue"], hasServer: true },
  { name: "webpack", title: "webpack 5", files: ["index.html"] },
  { name: "plain", title: "a plain page", isTyped: false },
];

let api;
let browser;
let packed;

before(async () => {
  [api, packed] = await Promise.all([startMockApi({ port: 0 }), pack()]);
  browser = await chromium.launch({ executablePath: findBrowser(), args: BROWSER_FLAGS });
});

after(async () => {
  await browser?.close();
  await api?.close();
  packed?.remove();
});

/** Opens a page in a new context; `problems` collects its errors. */
async function openPage(problems, { isDeveloped = false } = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 1400 }, reducedMotion: "reduce" });
  const page = await context.newPage();
  page.setDefaultTimeout(TEST_MS);
  page.on("pageerror", (error) => problems.push(error.message));
  page.on("console", (message) => {
    // Messages of Lit's development build, for its developers.
    if (/lit\.dev\/msg\/dev-mode/.test(message.text()) && isDeveloped) return;
    if (message.type() === "error" || message.type() === "warning") problems.push(message.text());
  });
  return page;
}

const searchButton = (page) =>
  page.getByRole("search", { name: "Audit log filters" }).getByRole("button", { name: "Search", exact: true });
/** The head is a row, too. */
const rows = (page) => page.getByRole("table", { name: "Audit events" }).getByRole("row");

async function search(page, url) {
  await page.goto(`${url}?api=${encodeURIComponent(api.url)}`);
  await searchButton(page).click();
  await page.getByRole("status").filter({ hasText: "Page 1 with 25 events" }).waitFor();
  assert.equal(await rows(page).count(), 26);
}

/**
 * One thread counts the events of a search, and another one writes the file. If the script of one did not load, the viewer would end
 * the thread and work on the page.
 */
async function makeFile(page) {
  await page.getByRole("button", { name: "Make a file" }).click();
  await page.getByRole("status").filter({ hasText: "A file of 25 rows" }).waitFor();
  while (page.workers().length < 2) await page.waitForEvent("worker");
}

for (const { name, title, files = [], documented, isTyped = true, hasServer = false, rendered = [] } of APPS) {
  describe(title, () => {
    let app;
    let site;
    let page;
    const problems = [];

    before(async () => {
      app = await installApp(name, packed, { documented });
    });

    after(async () => {
      await page?.context().close();
      await site?.close();
    });

    if (isTyped)
      test("its compiler accepts the typings and the documented examples, and refuses wrong code", () => app.types());

    test("it builds for production", async () => {
      await app.build();
      for (const file of files) cpSync(join(app.folder, file), join(app.folder, "dist", file));
      site = await serveFolder(join(app.folder, "dist"));
    });

    test("a search shows rows, and the application gets the event", async () => {
      page = await openPage(problems);
      await search(page, site.url);
    });

    test("the details of an event open, and the application gets the event", async () => {
      const details = page.getByRole("button", { name: /^Details: / }).first();
      await details.click();
      assert.equal(await details.getAttribute("aria-expanded"), "true");
      await page.getByRole("group", { name: "Event summary" }).waitFor();
      await page
        .getByRole("status")
        .filter({ hasText: /^Opened / })
        .waitFor();
    });

    test("the viewer follows a property that the application changes", async () => {
      const viewer = page.locator("audit-log-viewer");
      const ground = () => viewer.evaluate((element) => getComputedStyle(element).colorScheme);
      assert.notEqual(await ground(), "dark");
      await page.getByRole("checkbox", { name: "Dark" }).check();
      await page.waitForFunction(
        () => getComputedStyle(document.querySelector("audit-log-viewer")).colorScheme === "dark",
      );
      assert.equal(await viewer.getAttribute("theme"), "dark");
    });

    test("threads of the build count events and write a file", async () => {
      await makeFile(page);
      assert.equal(page.workers().length, 2);
    });

    test("nothing went wrong on the page", () => assert.deepEqual(problems, []));

    if (hasServer) {
      test("on the development server, a search shows rows and threads start", async () => {
        const { createServer } = await import(pathToFileURL(join(app.folder, "node_modules/vite/dist/node/index.js")));
        const server = await createServer({
          root: app.folder,
          logLevel: "error",
          server: { port: 0, host: "localhost", proxy: { "/ns-api": new URL(api.url).origin } },
        });
        const wrong = [];
        const developed = await openPage(wrong, { isDeveloped: true });
        try {
          await server.listen();
          await search(developed, server.resolvedUrls.local[0]);
          await makeFile(developed);
          assert.equal(developed.workers().length, 2);
          for (const path of rendered) {
            await developed.goto(new URL(path, server.resolvedUrls.local[0]).href);
            await searchButton(developed).click();
            await rows(developed).nth(10).waitFor();
          }
          assert.deepEqual(wrong, []);
        } finally {
          await developed.context().close();
          await server.close();
        }
      });
    }
  });
}
