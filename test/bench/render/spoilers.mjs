/**
 * `--spoil` runs in the viewer's page. At each click and each step of a scroll, the browser has to lay out the page
 * once for each row, as with code that reads a size after each change; and the list has too many elements.
 */
export function spoilViewer() {
  const rows = () => {
    const results = document.querySelector("audit-log-viewer")?.shadowRoot.querySelector('[part="results"]');
    return [...(results?.shadowRoot.querySelectorAll("[data-row]") ?? [])];
  };
  const spoil = () => {
    for (const row of rows()) {
      row.style.paddingBlock = row.style.paddingBlock ? "" : "1px";
      if (row.offsetHeight < 0) throw new Error("A row has a height.");
    }
  };
  addEventListener("click", spoil, { capture: true });
  addEventListener("scroll", spoil, { capture: true });
  addEventListener("DOMContentLoaded", () => {
    const more = document.createElement("div");
    for (let left = 1500; left > 0; left -= 1) more.append(document.createElement("i"));
    new MutationObserver(() => {
      const viewer = document.querySelector("audit-log-viewer");
      if (viewer && more.parentElement !== viewer) viewer.append(more);
    }).observe(document.body, { childList: true });
  });
}
