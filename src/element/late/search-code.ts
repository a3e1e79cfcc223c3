/** The code of the first search: one module, so that it is one request and one `import()`. */
export { AuditLogSource } from "../../api/source.js";
export { Analysis } from "../../search/analysis.js";
export { LoadedPages } from "../../search/loaded-pages.js";
export { foundStyles, renderFound } from "../../views/shell/results-view.js";
export { AnalysisClient } from "../../worker/client/analysis-client.js";
export { Threads } from "../../worker/client/threads.js";
