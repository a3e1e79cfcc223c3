export function computeMedian(values) {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = sorted.length / 2;
  return (sorted[Math.floor(middle)] + sorted[Math.ceil(middle) - 1]) / 2;
}

/** Prints rows below their headings. The first column is aligned to the left, the others to the right. */
export function printTable(title, headings, rows) {
  const lines = [headings, ...rows].map((row) => row.map(String));
  const widths = headings.map((_, column) => Math.max(...lines.map((line) => line[column].length)));
  const pad = (text, column) => (column === 0 ? text.padEnd(widths[column]) : text.padStart(widths[column]));
  console.log(`\n${title}\n`);
  for (const line of lines) console.log(`  ${line.map(pad).join("  ")}`.trimEnd());
}

/** Prints a sentence for each limit that is not met, and sets the exit code. */
export function reportFailures(failures) {
  console.log(failures.length === 0 ? "\nEvery limit is met." : `\n${failures.join("\n")}`);
  process.exitCode = failures.length === 0 ? 0 : 1;
}
