import assert from "node:assert/strict";

/** The records of the loaded events, from an exported file. */
async function readLoaded(viewer) {
  const text = await viewer.evaluate(async (element) => {
    const { blob } = await element.exportEvents({ format: "ndjson", scope: "loaded", deliver: "blob" });
    return blob.text();
  });
  return text
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
}

/** Counts the users and domains of the records one by one, and formats them as the statistics bar does. */
function recount(records) {
  const parts = { by: ["by-user", "by-domain"], affected: ["target-user", "target-domain"] };
  const users = { by: new Set(), affected: new Set() };
  const domains = { by: new Set(), affected: new Set() };
  for (const record of records) {
    for (const [role, [user, domain]] of Object.entries(parts)) {
      const [name, place] = [record[user].toLowerCase(), record[domain].toLowerCase()];
      if (name !== "" && name !== "system") users[role].add(`${name} ${place}`);
      if (place !== "") domains[role].add(place);
    }
  }
  const say = ({ by, affected }) =>
    `${new Set([...by, ...affected]).size} (loaded) (Performed by: ${by.size}, affected: ${affected.size})`;
  return [`Unique users ${say(users)}`, `Unique domains ${say(domains)}`];
}

/** Waits until the statistics of a viewer match its loaded events, which fill several pages. */
export async function assertCounted(page, at = 0) {
  const viewer = page.locator("audit-log-viewer").nth(at);
  const records = await readLoaded(viewer);
  assert.ok(records.length > 10, `${records.length} events are loaded`);
  const bar = viewer.getByRole("group", { name: "Statistics" });
  for (const text of recount(records)) await bar.filter({ hasText: text }).waitFor();
}

/** A viewer that is removed, put back and shows the next page counts all of its pages. */
export async function assertCountsAfterReturn(page) {
  const viewer = page.locator("audit-log-viewer");
  await viewer.evaluate(async (element) => {
    const place = element.parentNode;
    element.remove();
    // Longer than a move in the page, which is no removal.
    await new Promise((done) => setTimeout(done));
    place.append(element);
  });
  const pages = viewer.getByRole("navigation", { name: "Pagination" });
  const number = Number(/Page (\d+)/.exec(await pages.innerText())[1]);
  await viewer.getByRole("button", { name: "Next" }).click();
  await pages.getByText(`Page ${number + 1}`).waitFor();
  await assertCounted(page);
}
