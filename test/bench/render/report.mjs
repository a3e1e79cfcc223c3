import { printTable } from "../support/report.mjs";
import { findBestGrid, SUBJECTS, findTitle, VIEWER } from "./compare.mjs";

/*
 * A measurement: `title`, `figures` by subject, `digits`, and one of these limits for the viewer: `timesBest`, `times` with
 * `of` and `ofTitle`, or `most`.
 */

/**
 * @returns the ratio to the best grid, the limit in words, and whether it is met; undefined if there is nothing to
 * compare
 */
function judge({ figures, timesBest, times, of, ofTitle, most }) {
  const viewer = figures[VIEWER];
  const best = findBestGrid(figures);
  const ratio = best && Number.isFinite(viewer) ? viewer / best.figure : undefined;
  const against = (figure) => (Number.isFinite(viewer) && Number.isFinite(figure) ? figure : undefined);
  const isUnder = (limit) => (limit === undefined ? undefined : viewer <= limit);
  if (timesBest !== undefined) {
    const figure = against(best?.figure);
    return { ratio, limit: `${timesBest} × best grid`, isMet: figure && isUnder(timesBest * figure) };
  }
  if (times !== undefined) {
    const figure = against(of);
    return { ratio, limit: `${times} × ${ofTitle}`, isMet: figure && isUnder(times * figure) };
  }
  if (most !== undefined) return { ratio, limit: String(most), isMet: against(most) && isUnder(most) };
  return { ratio, limit: "", isMet: undefined };
}

const write = (figure, digits) => (Number.isFinite(figure) ? figure.toFixed(digits) : "-");

/** The headings and rows of the table of all measurements. */
export function writeRows(measurements) {
  const headings = ["measurement", ...SUBJECTS.map(findTitle), "viewer / best grid", "limit"];
  const rows = measurements.map((measurement) => {
    const { title, figures, digits } = measurement;
    const { ratio, limit } = judge(measurement);
    const texts = SUBJECTS.map((name) => write(figures[name], digits));
    return [title, ...texts, write(ratio, 2), limit];
  });
  return [headings, rows];
}

/** Prints the measurements. @returns a sentence for each limit that is not met */
export function reportMeasurements(title, measurements) {
  printTable(title, ...writeRows(measurements));
  const unchecked = measurements.filter((measurement) => {
    const { limit, isMet } = judge(measurement);
    return limit !== "" && isMet === undefined;
  });
  if (unchecked.length > 0) console.log(`\nNot checked: ${unchecked.map((one) => one.title).join("; ")}.`);
  return measurements
    .filter((measurement) => judge(measurement).isMet === false)
    .map((measurement) => {
      const figure = write(measurement.figures[VIEWER], measurement.digits);
      return `${measurement.title}: the viewer needs ${figure}, and the limit is ${judge(measurement).limit}.`;
    });
}
