import type { AuditLogViewer } from "../src/index.js";
import "../src/index.js";
import { startServer } from "./demo-server.js";
import { showPages } from "./pages.js";
import { settingsPanel } from "./settings-panel.js";
import { listUseCases } from "./use-cases.js";

/** Wide enough for the settings and a viewer with all default columns. */
const ROOM_FOR_PANEL = 1500;

const byId = <Element extends HTMLElement>(id: string) => document.getElementById(id) as Element;

const viewer = document.querySelector("audit-log-viewer") as AuditLogViewer;
const panel = byId<HTMLDetailsElement>("demo-panel");
panel.open = window.innerWidth >= ROOM_FOR_PANEL;
showPages({ "": byId("integrations-page"), "#audit-log": byId("audit-log-page") });
const settings = settingsPanel(byId<HTMLFormElement>("demo-settings"), viewer);

const started = await startServer(viewer.apiBase ?? "");
byId("demo-status").textContent = started.problem ?? "";
settings.use(started);
listUseCases(byId("try-list"), viewer, panel);
byId("starting").hidden = true;
viewer.hidden = false;
