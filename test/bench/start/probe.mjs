/**
 * Runs in the page before its own scripts and imports nothing: records every layout shift and every interaction. The
 * code that measures reads them through `bench.start`.
 */
export function installStartProbe() {
  const shifts = [];
  const durations = new Map();

  const describe = ({ node, previousRect, currentRect }) => {
    const box = ({ x, y, width, height }) => [x, y, width, height].map(Math.round).join(" ");
    const name = node?.localName ?? node?.parentElement?.localName ?? "something";
    const classes = node?.className ? `.${String(node.className).trim().replaceAll(/\s+/g, ".")}` : "";
    return `${name}${classes} from ${box(previousRect)} to ${box(currentRect)}`;
  };
  const noteShifts = (entries) => {
    for (const { value, hadRecentInput, sources } of entries)
      shifts.push({ value, hadRecentInput, sources: sources.map(describe) });
  };
  const noteInputs = (entries) => {
    for (const { interactionId, duration } of entries) {
      if (interactionId) durations.set(interactionId, Math.max(duration, durations.get(interactionId) ?? 0));
    }
  };
  const observe = (note, setting) => {
    const observer = new PerformanceObserver((list) => note(list.getEntries()));
    observer.observe({ ...setting, buffered: true });
    return () => note(observer.takeRecords());
  };
  const takeShifts = observe(noteShifts, { type: "layout-shift" });
  // The shortest duration that browsers report.
  const takeInputs = observe(noteInputs, { type: "event", durationThreshold: 16 });

  globalThis.bench.start = {
    /** The layout shifts since the last call. */
    takeShifts() {
      takeShifts();
      return shifts.splice(0);
    },
    /**
     * The time from each input since the last call to the next painting, in ms: one number for each interaction of 16
     * ms or more.
     */
    takeInputs() {
      takeInputs();
      const all = [...durations.values()];
      durations.clear();
      return all;
    },
  };
}
