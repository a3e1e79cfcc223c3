import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { createHands } from "./browser.mjs";

const FOLDER = resolve(import.meta.dirname, "../../../screenshots/embed");

/** Takes a picture of `element`'s box, with everything above it. */
export async function takePicture(page, element) {
  // Moves the pointer to where nothing reacts to it.
  await page.mouse.move(1, 1);
  await page.evaluate(() => document.fonts.ready);
  const clip = await element.boundingBox();
  return page.screenshot({ clip, animations: "disabled", caret: "initial" });
}

/**
 * Takes pictures of the viewer in `element`, by the name of what they show. Each state follows from the one before, so
 * a difference also shows in the next pictures.
 *
 * @param root an element around the viewer's controls: the page, or a part of it
 * @param meanwhile called once, when the viewer is there and before anything is done with it
 */
export async function takePictures(page, element, { root = page, meanwhile = async () => undefined } = {}) {
  const viewer = createHands(root);
  const taken = {};
  const take = async (name) => (taken[name] = await takePicture(page, element));
  await viewer.searchButton.waitFor();
  // One request at a time, so that the line below the rows always has the same number of records.
  await element.evaluate((one) => (one.source = { concurrency: 1 }));
  await meanwhile();
  await take("ready");
  await viewer.search();
  await take("table");
  await viewer.open();
  await take("details");
  await viewer.dateRange.click();
  await viewer.dialog.getByRole("button", { name: "Apply" }).waitFor();
  await take("date-range");
  await page.keyboard.press("Escape");
  await viewer.dialog.waitFor({ state: "hidden" });
  await viewer.cards.check();
  await root.getByRole("list", { name: "Audit events" }).waitFor();
  await take("cards");
  await viewer.filters.getByRole("textbox", { name: "Performed by IP address" }).fill("203.0.113.400");
  await viewer.searchButton.click();
  await viewer.filters.getByText(/Invalid IP/).waitFor();
  await viewer.searchButton.focus();
  await take("wrong-address");
  return taken;
}

/** Fails with the names of the pictures that differ, and saves both versions of each. */
export function assertSame(actual, expected, what) {
  const different = Object.keys(expected).filter((name) => !actual[name]?.equals(expected[name]));
  mkdirSync(FOLDER, { recursive: true });
  for (const name of different) {
    const file = join(FOLDER, `${what.replace(/\W+/g, "-")}-${name}`);
    writeFileSync(`${file}-expected.png`, expected[name]);
    if (actual[name]) writeFileSync(`${file}-seen.png`, actual[name]);
  }
  assert.deepEqual(different, [], `${what}: see ${FOLDER}`);
}
