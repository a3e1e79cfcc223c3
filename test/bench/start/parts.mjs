import { measureInputs } from "./inputs.mjs";
import { measurePhases } from "./phases.mjs";
import { measureShell } from "./shell.mjs";
import { measureShifts } from "./shifts.mjs";

/** The parts of the bench. Each returns the headings and rows of its table, and a sentence for each limit that is not met. */
export const PARTS = {
  shell: { title: "Fetched before the first search", measure: measureShell },
  phases: { title: "The phases of the first search (ms, medians)", measure: measurePhases },
  shifts: { title: "Layout shifts (the sum of their values)", measure: measureShifts },
  inputs: { title: "From an input to the next painting (ms, with 10,000 events)", measure: measureInputs },
};
