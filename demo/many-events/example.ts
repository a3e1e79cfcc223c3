import { createFetchAdapter, type AuditLogViewer } from "audit-log-viewer";

const viewer = document.querySelector("audit-log-viewer") as AuditLogViewer;
viewer.adapter = createFetchAdapter({ baseUrl: "/ns-api/v2", getToken: () => "mock-super-user" });

const range = { preset: "last-30-days" } as const;
const on = (id: string, act: () => unknown) => document.querySelector(id)?.addEventListener("click", act);
on("#all", () => viewer.search({ range }));
on("#scan", () => viewer.search({ range, byUser: "maria.ortiz", byDomain: "meridian-voice.example" }));
on("#export", () => viewer.exportEvents({ format: "csv", scope: "range" }));
await viewer.search({ range });
