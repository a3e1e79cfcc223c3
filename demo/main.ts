import type { AuditLogViewer } from "../src/index.js";
import "../src/index.js";
import { startServer } from "./demo-server.js";
import { showPages } from "./pages.js";
import { setUpSettings } from "./settings-panel.js";
import { startUseCases } from "./start-use-cases.js";

const getById = <Element extends HTMLElement>(id: string) => document.getElementById(id) as Element;

const viewer = document.querySelector("audit-log-viewer") as AuditLogViewer;
showPages({ "": getById("audit-log-page"), "#integrations": getById("integrations-page") });
const demo = startServer(viewer.apiBase ?? "");
setUpSettings(getById<HTMLFormElement>("demo-settings"), getById("demo-settings-button"), viewer, demo);
// The search itself waits for the server, so the viewer shows at once that it is loading.
startUseCases(getById("try-list"), getById("try-story"), viewer);
getById("demo-status").textContent = (await demo.problem) ?? "";
