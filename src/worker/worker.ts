import { LogAnalysis } from "../analysis/log-analysis.js";
import { AnalysisJobs } from "./analysis-jobs.js";
import { exposeThread } from "./expose-thread.js";
import { FileWriters } from "./file-writers.js";

// The file for `worker-url`: one URL for both threads of a viewer, which fetches nothing later.
exposeThread({ files: new FileWriters(), analysis: new AnalysisJobs(() => Promise.resolve(new LogAnalysis())) });
