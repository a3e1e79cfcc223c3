import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./demo.mjs";

/** Waits until the first page is complete. With few matches, it fills in parts. */
export async function readIn(root, found = 10) {
  await root
    .getByRole("button", { name: /^Details: / })
    .nth(found - 1)
    .waitFor();
  await root.getByRole("button", { name: "Stop", exact: true }).waitFor({ state: "hidden" });
}

/** Returns the text between the marks of a file, or all of it. This is a second implementation: both must agree. */
export function readSource(folder, file) {
  const lines = readFileSync(join(ROOT, "demo", folder, file), "utf8")
    .trimEnd()
    .split("\n");
  const [from, to] = [/#region source/, /#endregion source/].map((mark) => lines.findIndex((line) => mark.test(line)));
  const part = from < 0 ? lines : lines.slice(from + 1, to);
  const depth = Math.min(...part.filter((line) => line.trim()).map((line) => line.length - line.trimStart().length));
  return part.map((line) => line.slice(depth)).join("\n");
}

/** Further checks of each page. */
export const CHECKS = {
  "quick-start": {
    async "where the clipboard is refused, the source is selected"({ page }) {
      await page.evaluate(() => (navigator.clipboard.writeText = () => Promise.reject(new Error("refused"))));
      await page.getByRole("button", { name: "Copy", exact: true }).press("Enter");
      await page.getByText(/^Clipboard blocked/).waitFor();
      assert.equal(await page.evaluate(() => String(getSelection())), readSource("quick-start", "index.html"));
    },
  },
  react: {
    async "the open event goes into the notes, and each ticket keeps its own"({ page, events }) {
      const notes = page.getByRole("textbox", { name: "Notes" });
      const ticket = (id) => page.getByRole("button", { name: `Ticket ${id}` });
      assert.equal(await page.getByRole("button", { name: "Open an event to add it" }).isDisabled(), true);
      await events.first().click();
      await page.getByRole("button", { name: "Add the open event" }).click();
      const line = /: delete route of abc-plumbing\.example, recorded as tom\.becker@meridian-voice\.example, IP /;
      assert.match(await notes.inputValue(), line);
      await ticket(4809).click();
      await page
        .getByRole("button", { name: /^Details: Login failed/ })
        .first()
        .waitFor();
      assert.equal(await page.getByRole("textbox", { name: "Affected user" }).inputValue(), "1041");
      assert.equal(await notes.inputValue(), "");
      await ticket(4812).click();
      await page
        .getByRole("button", { name: /^Details: Delete/ })
        .first()
        .waitFor();
      assert.match(await notes.inputValue(), line);
    },
  },
  vue: {
    async "the board hears of results and of opened events, and changes the theme"({ page, events }) {
      await page.getByText("Reported address: 10 events on page 1, more available").waitFor();
      await page
        .getByRole("button", { name: /^Details: Login failed/ })
        .first()
        .waitFor();
      await page.getByRole("button", { name: "Next", exact: true }).click();
      await page.getByText(/^Reported address: 5 events on page 2/).waitFor();
      await page.getByRole("button", { name: "Deletions" }).click();
      await page.getByText(/^Deletions: 10 events on page 1/).waitFor();
      await events.first().click();
      const pivot = page.getByRole("button", { name: /^Everything from / });
      const address = (await pivot.textContent()).replace("Everything from ", "").trim();
      await pivot.click();
      await page.getByText(new RegExp(`^Everything from .*: \\d+ events on page 1`)).waitFor();
      assert.equal(await page.getByRole("textbox", { name: "Performed by IP address" }).inputValue(), address);
      const ground = () => page.locator("audit-log-viewer").evaluate((viewer) => getComputedStyle(viewer).colorScheme);
      assert.notEqual(await ground(), "dark");
      await page.getByLabel("Theme").selectOption("Northlight");
      assert.equal(await ground(), "dark");
    },
  },
  horizon: {
    async "the host's client asks, and the viewer follows the host's theme"({ page, root, searchButton }) {
      const scheme = () => root.locator("audit-log-viewer").evaluate((viewer) => getComputedStyle(viewer).colorScheme);
      assert.equal(await scheme(), "light");
      await page.getByRole("radio", { name: "Dark" }).check();
      assert.equal(await scheme(), "dark");
      const asked = Number(/\d+$/.exec(await page.locator("#brokered").textContent())[0]);
      await searchButton.click();
      await page.waitForFunction(
        (before) => Number(/\d+$/.exec(document.querySelector("#brokered").textContent)[0]) > before,
        asked,
      );
    },
  },
  "hostile-host": {
    async "both pages show the same in the same places"({ page }) {
      const [hostile, plain] = ["A hostile page", "The same page without hostile rules"].map((title) =>
        page.frameLocator(`iframe[title="${title}"]`),
      );
      // The second search knows what the first one found out about the server, so both pages search more than once.
      const boxes = async (host) => {
        await host.getByRole("button", { name: "Search", exact: true }).click();
        await readIn(host);
        return host.locator("audit-log-viewer").evaluate((viewer) =>
          [...viewer.shadowRoot.querySelectorAll("*")].map((part) => {
            const { x, y, width, height } = part.getBoundingClientRect();
            return `${part.localName} ${[x, y, width, height].map(Math.round).join(" ")}`;
          }),
        );
      };
      const expected = await boxes(hostile);
      await page.getByRole("radio", { name: "Plain" }).check();
      assert.deepEqual(await boxes(plain), expected);
      assert.ok(expected.length > 10);
      // Checks that the page's rules and replaced built-ins are active, so that the viewer has to resist them.
      assert.match(await hostile.getByText(/toISOString/).textContent(), /replaced by the host/);
      assert.match(await plain.getByText(/toISOString/).textContent(), /1970-01-01/);
    },
  },
  "strict-policy": {
    async "nothing is reported while the viewer is used, and what violates the policy is"({ root, events, problems }) {
      await events.first().click();
      await root.getByRole("button", { name: "Copy details" }).waitFor();
      await root.getByRole("button", { name: /^Date range/ }).click();
      await root.getByRole("dialog", { name: "Date range" }).waitFor();
      const file = await root.locator("audit-log-viewer").evaluate(async (viewer) => {
        const { rows, blob } = await viewer.exportEvents({ format: "ndjson", scope: "loaded", deliver: "blob" });
        return { rows, lines: (await blob.text()).trimEnd().split("\n").length };
      });
      assert.deepEqual(file, { rows: 10, lines: 10 });
      const violations = root.locator("#violations");
      assert.equal(await violations.textContent(), "0");
      assert.deepEqual(problems, []);
      await root.getByRole("button", { name: "Violate the policy" }).click();
      await root.getByText(/^Refused by require-trusted-types-for, style-src-attr/).waitFor();
      assert.equal(await violations.textContent(), "2");
      // The test has caused these problems.
      problems.length = 0;
    },
  },
  "many-events": {
    async "a scan through all of them holds few in memory"({ page }) {
      await page.getByRole("button", { name: "Search for one person" }).click();
      await page.getByText(/\. \d{2,} requests so far/).waitFor();
      const kept = Number(/keeps ([\d,]+) in/.exec(await page.locator("#kept").textContent())[1].replace(",", ""));
      // Today and three days before it.
      assert.ok(kept > 0 && kept <= 4 * Math.ceil(100_000 / 30), `${kept} are kept`);
    },
  },
  "failing-servers": {
    async "a failure reaches the reader, the page and the list, and is over when it is chosen away"(shown) {
      const { page, events, searchButton, problems } = shown;
      await page.getByLabel("Failure").selectOption("500");
      await searchButton.click();
      await page.getByText("The page heard: server, status 500.").waitFor();
      await page.getByText("/auditlog: 500").first().waitFor();
      await page.getByLabel("Failure").selectOption("none");
      await page.getByRole("button", { name: "Try again" }).click();
      await page.getByRole("button", { name: "Try again" }).waitFor({ state: "hidden" });
      await events.first().waitFor();
      // The browser lists every refused request.
      assert.ok(
        problems.length > 0 && problems.every((text) => /status of 500 .*\/(?:audit|access)log/.test(text)),
        problems.join(),
      );
      problems.length = 0;
    },
  },
};
