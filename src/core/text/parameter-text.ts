/**
 * The exact text of a parameter's value: text unchanged, `undefined` and `null` as `""`, other values as compact JSON.
 * Secrets are not masked, and invisible characters stay. Never throws.
 */
export function formatParameter(value: unknown): string {
  if (typeof value === "string") return value;
  if (value === undefined || value === null) return "";
  try {
    return JSON.stringify(value) ?? String(value);
  } catch (error) {
    // The value is nested too deeply for the stack of JSON.stringify; JSON.parse can read such values.
    if (error instanceof RangeError) return writeDeepJson(value);
    // Only the `redact` function of a host page can create such a value: a circular object or a BigInt.
    return typeof value === "object" ? "[object]" : String(value);
  }
}

/** The key of a value: only equal values have the same key. `null`, `""`, 7 and "7" have four keys. */
export function createContentKey(value: unknown): string {
  return formatParameter([value]);
}

/** Writes compact JSON without recursion. `value` is a result of JSON.parse. */
function writeDeepJson(value: unknown): string {
  let text = "";
  /** The texts and values that are not written yet, in reverse order. */
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
