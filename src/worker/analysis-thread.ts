import { AnalysisJobs } from "./analysis-jobs.js";
import { exposeThread } from "./expose-thread.js";

exposeThread({ analysis: new AnalysisJobs() });
