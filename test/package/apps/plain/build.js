import { cpSync } from "node:fs";

// A site without a build: its own files, and the folder of the viewer beside them.
cpSync("site", "dist", { recursive: true });
cpSync("node_modules/audit-log-viewer/dist", "dist/audit-log", { recursive: true });
