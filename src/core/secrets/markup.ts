import type { FlatText } from "./flat-text.js";
import { type Edit, maskOf } from "./mask.js";
import { isSensitive, namesSecret, staysBeside } from "./names.js";

/** An element's beginning: what encloses its text, and not where that ends. */
const OPENING = /<([\p{L}_][\w:.\-]{0,80})((?:\s[^<>]{0,1000})?)>/gu;

const TAG = /<!\[CDATA\[|<(\/?)([\p{L}_][\w:.\-]{0,80})[^<>]{0,1000}>/gu;

/** Elements that are never closed are looked for in vain so often at most. */
const MOST_UNCLOSED = 8;

/** Text of elements whose name, or the element beside, says that it is secret: `<password>…</password>`. */
export function maskElements(flat: FlatText): Edit[] {
  const { text } = flat;
  const edits: Edit[] = [];
  const opening = new RegExp(OPENING);
  let unclosed = 0;
  for (let found = opening.exec(text); found; found = opening.exec(text)) {
    const [all, fullName = "", attributes = ""] = found;
    const name = localName(fullName);
    const from = found.index + all.length;
    if (attributes[attributes.length - 1] === "/") continue;
    if (isSensitive(name)) {
      const end = unclosed < MOST_UNCLOSED ? elementEnd(text, from) : -1;
      if (end === -1) unclosed += 1;
      const to = end === -1 ? nextTag(text, from) : end;
      edits.push(...contentMask(flat, from, to));
      opening.lastIndex = Math.max(from, to);
      continue;
    }
    const next = nextTag(text, from);
    if (next - from < 200 && namesSecret(name, text.slice(from, next))) {
      opening.lastIndex = Math.max(from, maskSiblings(flat, next, edits));
    }
  }
  return edits;
}

const localName = (name: string): string => name.slice(name.lastIndexOf(":") + 1);

function nextTag(text: string, from: number): number {
  const next = text.indexOf("<", from);
  return next === -1 ? text.length : next;
}

/** Where the element's own end begins; -1 where the text has none. */
function elementEnd(text: string, from: number): number {
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

function contentMask(flat: FlatText, from: number, to: number): Edit[] {
  const content = flat.text.slice(from, to);
  const [all, inner] = /^\s*<!\[CDATA\[([\s\S]*?)(?:\]\]>|$)/.exec(content) ?? [];
  if (all === undefined || inner === undefined) return /\S/.test(content) ? maskOf(flat, from, to) : [];
  const start = from + all.indexOf("[CDATA[") + 7;
  return maskOf(flat, start, start + inner.length);
}

/** The texts that follow in the same parent, at any depth. @returns where the parent ends */
function maskSiblings(flat: FlatText, from: number, edits: Edit[]): number {
  const { text } = flat;
  const tag = new RegExp(TAG);
  tag.lastIndex = from;
  // The element that names the secret is still open.
  let level = 1;
  let isKept = true;
  let begin = -1;
  for (let found = tag.exec(text); found; found = tag.exec(text)) {
    const after = found.index + found[0].length;
    if (begin !== -1 && !isKept && level > 0) edits.push(...contentMask(flat, begin, found.index));
    begin = after;
    if (found[2] === undefined) {
      const end = text.indexOf("]]>", after);
      const to = end === -1 ? text.length : end;
      if (!isKept) edits.push(...maskOf(flat, after, to));
      tag.lastIndex = to;
      begin = -1;
    } else if (found[1] === "/") {
      level -= 1;
      if (level < 0) return found.index;
    } else if (found[0][found[0].length - 2] !== "/") {
      if (level === 0) isKept = staysBeside(localName(found[2]));
      level += 1;
    }
  }
  if (begin !== -1 && !isKept && level > 0) edits.push(...contentMask(flat, begin, text.length));
  return text.length;
}
