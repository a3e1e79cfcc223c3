import { createFetchAdapter, type AuditLogViewer } from "audit-log-viewer";

const viewer = document.querySelector("audit-log-viewer") as AuditLogViewer;
const heard = document.querySelector("#heard") as HTMLElement;
viewer.adapter = createFetchAdapter({ baseUrl: "/ns-api/v2", getToken: () => "mock-super-user" });
viewer.addEventListener("alv-error", (event) => {
  const { kind, status, message } = event.detail;
  heard.textContent = `The page heard: ${kind}, status ${status ?? "none"}. ${message}`;
});
viewer.addEventListener(
  "alv-auth-required",
  () => (heard.textContent = "The page should ask the user to sign in again."),
);
await viewer.search();
