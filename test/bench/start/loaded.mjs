/*
 * A viewer with as many loaded events as `bench:start` needs.
 */

/** In the page: searches a year and presses Next, or "Load more", until this many events are loaded. */
async function load({ count, ...setting }) {
  const { bench } = globalThis;
  const made = Object.assign(document.createElement("audit-log-viewer"), {
    adapter: bench.adapter,
    filters: { range: { preset: "last-year" } },
    ...setting,
  });
  document.querySelector("audit-log-viewer")?.remove();
  document.body.append(made);
  await made.search();
  const part = (name) => made.shadowRoot.querySelector(`[part="${name}"]`);
  const next = () => part("pagination").shadowRoot.querySelector('[part="next"]');
  while (part("toolbar").loaded < count) {
    if (next().getAttribute("aria-disabled") === "false") next().click();
    await bench.frames(1);
  }
}

export async function loadViewer(page, setting) {
  await page.evaluate(load, setting);
}
