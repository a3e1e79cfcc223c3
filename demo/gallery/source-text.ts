const START = /^.*#region source.*$/m;
const END = /^.*#endregion source.*$/m;

/**
 * Returns the part of a file between the lines `#region source` and `#endregion source`, or all of it, without the
 * indentation that all lines have.
 */
export function extractSource(file: string): string {
  const start = START.exec(file);
  const end = END.exec(file);
  const part = start && end ? file.slice(start.index + start[0].length, end.index) : file;
  const lines = part.replace(/^\s*\n|\s+$/g, "").split("\n");
  const depths = lines.filter((line) => line.trim() !== "").map((line) => line.search(/\S/));
  const depth = Math.min(...depths);
  return lines.map((line) => line.slice(depth)).join("\n");
}
