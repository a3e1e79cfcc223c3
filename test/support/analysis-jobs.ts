import { LogAnalysis } from "../../src/analysis/log-analysis.js";
import { AnalysisJobs } from "../../src/worker/analysis-jobs.js";

/** What counts in a thread, without the thread. */
export const createAnalysisJobs = (): AnalysisJobs => new AnalysisJobs(() => Promise.resolve(new LogAnalysis()));
