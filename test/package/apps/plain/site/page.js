const viewer = document.querySelector("audit-log-viewer");
const heard = document.querySelector("[role=status]");
const dark = document.querySelector("input");

viewer.setAttribute("api-base", new URLSearchParams(location.search).get("api"));
dark.addEventListener("change", () => viewer.setAttribute("theme", dark.checked ? "dark" : "light"));
viewer.addEventListener("alv-results", ({ detail }) => {
  heard.textContent = `Page ${detail.page} with ${detail.count} events`;
});
viewer.addEventListener("alv-event-open", ({ detail }) => {
  heard.textContent = `Opened ${detail.event.id}`;
});
document.querySelector("button").addEventListener("click", async () => {
  const { rows } = await viewer.exportEvents({ format: "csv", scope: "loaded", deliver: "blob" });
  heard.textContent = `A file of ${rows} rows`;
});
