import { AnalysisJobs } from "./analysis-jobs.js";
import { exposeThread } from "./expose-thread.js";
import { FileWriters } from "./file-writers.js";

// The file for `worker-url`: one URL for both threads of a viewer.
exposeThread({ files: new FileWriters(), analysis: new AnalysisJobs() });
