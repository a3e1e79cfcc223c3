/**
 * The text of a parameter's value: text as it is, nothing (`undefined` or `null`) as `""`, everything else as compact JSON.
 * Exact: not made visible, not masked. Never throws.
 */
export function parameterText(value: unknown): string {
  if (typeof value === "string") return value;
  if (value === undefined || value === null) return "";
  try {
    return JSON.stringify(value) ?? String(value);
  } catch (error) {
    // A value nested so deeply that JSON.stringify runs out of stack; JSON.parse reads such values all the same.
    if (error instanceof RangeError) return deepJson(value);
    // No JSON at all (a circle, a BigInt): a host page's `redact` made it.
    return typeof value === "object" ? "[object]" : String(value);
  }
}

/** A text that is the same for equal values alone: `null`, `""`, 7 and "7" are four. */
export function contentKey(value: unknown): string {
  return parameterText([value]);
}

/** Compact JSON without recursion. `value` is what JSON.parse can answer. */
function deepJson(value: unknown): string {
  let text = "";
  /** What is still to be written, last one first: ready text, or a value. */
  const open: ({ readonly text: string } | { readonly value: unknown })[] = [{ value }];
  for (let next = open.pop(); next; next = open.pop()) {
    if ("text" in next) {
      text += next.text;
    } else if (typeof next.value !== "object" || next.value === null) {
      text += JSON.stringify(next.value) ?? "null";
    } else if (Array.isArray(next.value)) {
      text += "[";
      open.push({ text: "]" });
      for (let at = next.value.length - 1; at >= 0; at--) {
        open.push({ value: next.value[at] });
        if (at > 0) open.push({ text: "," });
      }
    } else {
      text += "{";
      open.push({ text: "}" });
      const members = Object.entries(next.value);
      for (let at = members.length - 1; at >= 0; at--) {
        const [name, member] = members[at] as [string, unknown];
        open.push({ value: member }, { text: `${at > 0 ? "," : ""}${JSON.stringify(name)}:` });
      }
    }
  }
  return text;
}
