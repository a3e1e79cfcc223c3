import type { FlatText } from "./flat-text.js";
import { type Edit, maskRange } from "./mask.js";
import { isSensitive, namesSecret, isReadableNextToSecret } from "./names.js";

/** The opening tag of an element. */
const OPENING = /<([\p{L}_][\w:.\-]{0,80})((?:\s[^<>]{0,1000})?)>/gu;

const TAG = /<!\[CDATA\[|<(\/?)([\p{L}_][\w:.\-]{0,80})[^<>]{0,1000}>/gu;

/** The largest number of searches for a missing closing tag. It keeps the time linear for hostile texts. */
const MOST_UNCLOSED = 8;

/** Masks the text of an element if its name or the element next to it names a secret: `<password>…</password>`. */
export function maskElements(flat: FlatText): Edit[] {
  const { text } = flat;
  const edits: Edit[] = [];
  const opening = new RegExp(OPENING);
  let unclosed = 0;
  for (let found = opening.exec(text); found; found = opening.exec(text)) {
    const [all, fullName = "", attributes = ""] = found;
    const name = removePrefix(fullName);
    const from = found.index + all.length;
    if (attributes[attributes.length - 1] === "/") continue;
    if (isSensitive(name)) {
      const end = unclosed < MOST_UNCLOSED ? findElementEnd(text, from) : -1;
      if (end === -1) unclosed += 1;
      const to = end === -1 ? findNextTag(text, from) : end;
      edits.push(...maskContent(flat, from, to));
      opening.lastIndex = Math.max(from, to);
      continue;
    }
    const next = findNextTag(text, from);
    if (next - from < 200 && namesSecret(name, text.slice(from, next))) {
      opening.lastIndex = Math.max(from, maskSiblings(flat, next, edits));
    }
  }
  return edits;
}

const removePrefix = (name: string): string => name.slice(name.lastIndexOf(":") + 1);

function findNextTag(text: string, from: number): number {
  const next = text.indexOf("<", from);
  return next === -1 ? text.length : next;
}

/** Finds the closing tag of an element; -1 if there is none. */
function findElementEnd(text: string, from: number): number {
  const tag = new RegExp(TAG);
  tag.lastIndex = from;
  let level = 0;
  for (let found = tag.exec(text); found; found = tag.exec(text)) {
    if (found[2] === undefined) {
      const end = text.indexOf("]]>", found.index);
      if (end === -1) return text.length;
      tag.lastIndex = end;
    } else if (found[1] === "/") {
      if (level === 0) return found.index;
      level -= 1;
    } else if (found[0][found[0].length - 2] !== "/") {
      level += 1;
    }
  }
  return -1;
}

function maskContent(flat: FlatText, from: number, to: number): Edit[] {
  const content = flat.text.slice(from, to);
  const [all, inner] = /^\s*<!\[CDATA\[([\s\S]*?)(?:\]\]>|$)/.exec(content) ?? [];
  if (all === undefined || inner === undefined) return /\S/.test(content) ? maskRange(flat, from, to) : [];
  const start = from + all.indexOf("[CDATA[") + 7;
  return maskRange(flat, start, start + inner.length);
}

/** Masks the texts that follow in the same parent, at any depth. @returns the end of the parent */
function maskSiblings(flat: FlatText, from: number, edits: Edit[]): number {
  const { text } = flat;
  const tag = new RegExp(TAG);
  tag.lastIndex = from;
  // The element that names the secret is still open.
  let level = 1;
  let isReadable = true;
  let textStart = -1;
  for (let found = tag.exec(text); found; found = tag.exec(text)) {
    const after = found.index + found[0].length;
    if (textStart !== -1 && !isReadable && level > 0) edits.push(...maskContent(flat, textStart, found.index));
    textStart = after;
    if (found[2] === undefined) {
      const end = text.indexOf("]]>", after);
      const to = end === -1 ? text.length : end;
      if (!isReadable) edits.push(...maskRange(flat, after, to));
      tag.lastIndex = to;
      textStart = -1;
    } else if (found[1] === "/") {
      level -= 1;
      if (level < 0) return found.index;
    } else if (found[0][found[0].length - 2] !== "/") {
      if (level === 0) isReadable = isReadableNextToSecret(removePrefix(found[2]));
      level += 1;
    }
  }
  if (textStart !== -1 && !isReadable && level > 0) edits.push(...maskContent(flat, textStart, text.length));
  return text.length;
}
