import type { AuditLogViewer } from "../src/index.js";
import "../src/index.js";
import { startServer } from "./demo-server.js";
import { showPages } from "./pages.js";
import { settingsPanel } from "./settings-panel.js";
import { startUseCases } from "./start-use-cases.js";

const byId = <Element extends HTMLElement>(id: string) => document.getElementById(id) as Element;

const viewer = document.querySelector("audit-log-viewer") as AuditLogViewer;
showPages({ "": byId("audit-log-page"), "#integrations": byId("integrations-page") });
const demo = startServer(viewer.apiBase ?? "");
settingsPanel(byId<HTMLFormElement>("demo-settings"), byId("demo-settings-button"), viewer, demo);
// The search itself waits for the server, so the viewer shows at once that it is loading.
startUseCases(byId("try-list"), byId("try-story"), viewer);
byId("demo-status").textContent = (await demo.problem) ?? "";
