import type { FlatText } from "./flat-text.js";
import { type Edit, maskRange } from "./mask.js";
import { isSensitive } from "./names.js";

/** Secrets that have a recognizable form, without a name. The group is the secret. */
const FORMS: readonly RegExp[] = [
  // Signed tokens (RFC 7519): two or three parts, the first a JSON object in base64url.
  /(?<![\w-])(eyJ[\w-]{5,}\.[\w-]+(?:\.[\w-]*)?)/dg,
  /-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----([^-]*)/dg,
  // The password of a URL.
  /(?:\/\/|(?<!\w)sips?:)[^\s/?#@:<>"'\\]{0,200}:([^\s/?#<>"'\\]{1,200})@/dgi,
];

const BEARER = /(?<!\w)(bearer|basic)\s{1,4}([\w.~+/=-]+)/dgi;

/** An ordinary word, as in the sentence "Bearer token expired" or "Basic authentication". */
const WORD = /^[A-Za-z]?[a-z]{0,19}[.-]?$/;

/** An option of a command line: `--password hunter2`. */
const OPTION = /(?<![\w-])--([\w-]{2,60})[ \t]{1,4}(?!-)("[^"]*"|'[^']*'|[^\s"'<>]+)/dg;

export function maskCredentials(flat: FlatText): Edit[] {
  const { text } = flat;
  const edits: Edit[] = [];
  const mask = (range: readonly [number, number] | undefined) => {
    if (range) edits.push(...maskRange(flat, ...range));
  };
  for (const form of FORMS) for (const { indices } of text.matchAll(form)) mask(indices?.[1]);
  for (const { 0: all, 1: scheme = "", 2: token = "", indices, index } of text.matchAll(BEARER)) {
    const isAlone = index === 0 && all.length === text.length && /^B(?:earer|EARER)$/.test(scheme);
    if (isAlone || (scheme.length === 6 ? isToken(token) : isUserAndPassword(token))) mask(indices?.[2]);
  }
  for (const { 1: name = "", indices } of text.matchAll(OPTION)) if (isSensitive(name)) mask(indices?.[2]);
  return edits;
}

function isToken(text: string): boolean {
  return !WORD.test(text);
}

/** Basic authentication (RFC 7617) is base64 of a user, a colon and a password. */
function isUserAndPassword(text: string): boolean {
  try {
    return text.length >= 4 && atob(text).indexOf(":") > 0;
  } catch {
    // The text is not base64, but an ordinary word.
    return false;
  }
}
