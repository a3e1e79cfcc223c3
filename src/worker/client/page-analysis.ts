import { SlicedAnalysis } from "../../analysis/sliced-analysis.js";
import { AnalysisJobs } from "../analysis-jobs.js";
import type { AnalysisWorker } from "../contract.js";
import { createSlicedPause } from "./sliced-pause.js";

/** Creates the counter that works on the page, in short slices, if workers are blocked. */
export const createPageAnalysis = (): AnalysisWorker => new AnalysisJobs(() => new SlicedAnalysis(createSlicedPause()));
