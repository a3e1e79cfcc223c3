import { SlicedAnalysis } from "../../analysis/sliced-analysis.js";
import { AnalysisJobs } from "../analysis-jobs.js";
import type { AnalysisWorker } from "../contract.js";
import { createSlicedPause } from "./sliced-pause.js";

/** Creates the counter that works on the page, in short slices, if workers are blocked. */
export function createPageAnalysis(): AnalysisWorker {
  const pause = createSlicedPause();
  return new AnalysisJobs(() => Promise.resolve(new SlicedAnalysis(pause)), pause);
}
