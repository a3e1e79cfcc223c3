import type { AuditLogViewer } from "../../src/index.js";
import "../../src/index.js";
import { sampleAdapter } from "./sample-server.js";
import { ThemeBuilder } from "./theme-builder.js";

const adapter = sampleAdapter();
for (const viewer of document.querySelectorAll<AuditLogViewer>("audit-log-viewer")) viewer.adapter = adapter;
new ThemeBuilder(document.getElementById("builder")!, document.getElementById("previews")!);
