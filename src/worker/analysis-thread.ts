import { AnalysisJobs } from "./analysis-jobs.js";
import { exposeThread } from "./expose-thread.js";

// What counts values and times is fetched at the first question about them.
const load = async () => new (await import("../analysis/log-analysis.js")).LogAnalysis();

exposeThread({ analysis: new AnalysisJobs(load) });
