/**
 * The life of one viewer: it is inserted, searches, shows timeline, breakdown and findings, counts the whole range, opens a
 * row, downloads a CSV file, and is removed.
 *
 * @param page with the package and `census`
 * @param {{ apiBase: string, isBusy: boolean, spoil: Function | undefined }} setting whether the viewer is removed in
 * the middle of a search; the leak to add
 */
export async function runRound(page, { apiBase, isBusy, spoil }) {
  await page.evaluate((base) => {
    const viewer = document.createElement("audit-log-viewer");
    Object.assign(viewer, {
      apiBase: base,
      timeline: true,
      breakdown: true,
      filters: { range: { preset: "last-7-days" } },
    });
    globalThis.census.watch(viewer);
    document.body.append(viewer);
  }, apiBase);
  const viewer = page.locator("audit-log-viewer");
  await viewer.getByRole("button", { name: "Search", exact: true }).click();
  await viewer.getByRole("button", { name: "Count the whole range" }).first().click();
  await viewer.getByText("Whole range counted").first().waitFor();
  await viewer.getByRole("region", { name: "Worth a look" }).first().waitFor();
  await viewer.locator("tr[data-row]").nth(2).click();
  await viewer.getByText("Copy details").waitFor();
  await viewer.getByRole("button", { name: "Export", exact: true }).click();
  const downloading = page.waitForEvent("download");
  await viewer.getByRole("button", { name: "CSV, loaded events" }).click();
  const download = await downloading;
  const failure = await download.failure();
  if (failure) throw new Error(`The download failed: ${failure}`);
  await download.delete();
  if (spoil) await page.evaluate(spoil);
  // A locator would add its own listeners to the page.
  await page.evaluate((isBusy) => {
    const viewer = document.querySelector("audit-log-viewer");
    if (isBusy) viewer.search({ range: { preset: "last-7-days" } }).catch(() => undefined);
    viewer.remove();
  }, isBusy);
}
