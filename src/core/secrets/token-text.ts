/*
 * Removes tokens from the messages of a server. Servers quote a token in many ways: cut, split, encoded, in another letter case,
 * inside of HTML or JSON. So known tokens are compared by letters and digits only. Texts that look like a token are removed as
 * well, because the viewer does not know the tokens of a host page's own adapter.
 */

/** The text in place of a token. */
const ELLIPSIS = "…";

/** The largest number of characters. A longer text is a page, not a message. */
const MOST_CHARACTERS = 4000;

/** If this many letters and digits in a row are also in a known token, they are a part of it. Shorter parts are of no use. */
const PART_LENGTH = 6;

/**
 * @param text a message of a server, or of an error that may quote it
 * @param known the tokens that were sent
 */
export function removeTokens(text: string, known: readonly string[] = []): string {
  const short = text.length > MOST_CHARACTERS ? text.slice(0, MOST_CHARACTERS) + ELLIPSIS : text;
  return removeLookalikes(known.reduce(removeToken, short));
}

function removeToken(text: string, token: string): string {
  const parts = findParts(token);
  if (parts.size === 0) return removeWord(text, token);
  const isRemoved = new Array<boolean>(text.length).fill(false);
  for (const letters of [extractLetters(text, SINGLE), extractLetters(text, DECODED), extractLetters(text, UNTAGGED)]) {
    for (let at = 0; at + PART_LENGTH <= letters.text.length; at += 1) {
      if (!parts.has(letters.text.slice(at, at + PART_LENGTH))) continue;
      isRemoved.fill(true, letters.starts[at], letters.ends[at + PART_LENGTH - 1]);
    }
  }
  return replaceMarked(text, isRemoved);
}

/** Returns the parts of a token that a text may contain: plain, backwards, in hexadecimal or in Base64. */
function findParts(token: string): Set<string> {
  const parts = new Set<string>();
  const add = (form: string) => {
    const letters = form.toLowerCase().replace(/[^a-z0-9]/g, "");
    for (let at = 0; at + PART_LENGTH <= letters.length; at += 1) parts.add(letters.slice(at, at + PART_LENGTH));
  };
  add(token);
  if (parts.size === 0 || /[^\0-\xFF]/.test(token)) return parts;
  add([...token].reverse().join(""));
  add([...token].map((one) => one.charCodeAt(0).toString(16).padStart(2, "0")).join(""));
  // If the Base64 text starts before the token, the token has one of three forms.
  for (const before of ["", "\0", "\0\0"]) add(btoa(before + token).slice(before ? before.length + 1 : 0));
  return parts;
}

/** Removes a short token only as a whole word, because many words may contain its letters. */
function removeWord(text: string, token: string): string {
  if (!/[a-z0-9]/i.test(token)) return text;
  const word = token.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return text.replace(new RegExp(`(?<![a-z0-9])${word}(?![a-z0-9])`, "gi"), ELLIPSIS);
}

/** One plain character. */
const SINGLE = /[\s\S]/g;
/** One encoded character of a URL, HTML or JSON, also if it is encoded twice. */
const ENCODED_CHARACTER =
  "%(?:25)*([0-9a-f]{2})|&(?:amp;)*#x0*([0-9a-f]{2,4});?|&(?:amp;)*#0*(\\d{2,5});?|\\\\+u([0-9a-f]{4})|\\\\+x([0-9a-f]{2})";
const DECODED = new RegExp(`${ENCODED_CHARACTER}|\\\\+[nrtbf]|[\\s\\S]`, "gi");
/** The same, but tags and named entities of HTML are skipped. */
const UNTAGGED = new RegExp(`<[/a-z!][^<>]{0,80}>|&(?:amp;)*[a-z]+;|${DECODED.source}`, "gi");

/** Returns the letters and digits of a text in lower case, with their positions in the text. */
function extractLetters(text: string, unit: RegExp): { text: string; starts: number[]; ends: number[] } {
  const starts: number[] = [];
  const ends: number[] = [];
  let letters = "";
  for (const { 0: found, 1: url, 2: hex, 3: decimal, 4: json, 5: script, index } of text.matchAll(unit)) {
    const code = url ?? hex ?? json ?? script;
    const one = code
      ? toCharacter(parseInt(code, 16))
      : decimal
        ? toCharacter(Number(decimal))
        : found.length === 1
          ? found
          : "";
    if (!/^[a-z0-9]$/i.test(one)) continue;
    letters += one.toLowerCase();
    starts.push(index);
    ends.push(index + found.length);
  }
  return { text: letters, starts, ends };
}

function toCharacter(code: number): string {
  return String.fromCharCode(code);
}

/** The characters of a token: if a part of a token was found, its rest is removed, too. */
const TOKEN_CHARACTER = /[\w.~+/%-]/;

function replaceMarked(text: string, isRemoved: boolean[]): string {
  for (let at = 1; at < text.length; at += 1)
    if (isRemoved[at - 1] && /[\w.~+/%=-]/.test(text.charAt(at))) isRemoved[at] = true;
  for (let at = text.length - 2; at >= 0; at -= 1)
    if (isRemoved[at + 1] && TOKEN_CHARACTER.test(text.charAt(at))) isRemoved[at] = true;
  return [...isRemoved.keys()]
    .map((at) => (!isRemoved[at] ? text.charAt(at) : isRemoved[at - 1] ? "" : ELLIPSIS))
    .join("");
}

/** JSON Web Tokens, also with line breaks inside. */
const JWT =
  /eyj[\w-]{6,}(?:(?:\.|%2e)[\w-]*)*(?:[\s"'+.\\]{1,4}(?=[a-z_-]*\d)(?=[\d_-]*[a-z])[\w-]{6,}(?:\.[\w-]*)*)*/gi;

/** The credentials after a scheme, but not the words of a sentence: "Bearer token is missing". */
const CREDENTIALS =
  /\b(bearer|basic)((?:[\s"':=+]|%20)+)(?!(?:tokens?|auth\w*|realm|errors?|scheme|is|was|not|for|or|and|header|credentials?|format|challenge|required|missing|invalid|expired|expected)\b)[^\s"'<>,;&)\]}\\]{3,}/gi;

/** The name of a secret, a separator, and a value. */
const NAMED_VALUE =
  /(?:(token|jwt|(?:api|access|auth)[_ -]?key|authori[sz]ation|cookie|session[_ -]?id|signature)s?|secrets?|passw(?:or)?ds?|pwd)((?:["'\\<([\s]|%2[027]|%3[ad]|&quot;|[:=]|=>)+)([^\s"'<>,;&)\]}\\…]{3,})/gi;

/** A word of a sentence: "token expired". */
const ORDINARY_WORD = /^[A-Z]?[a-z]{1,15}[.!?:]?$/;
const QUOTED = /["'<([]|%2[27]|&quot;/;

/** A long run of characters, which may be random. */
const LONG_RUN = /[\w+/=-]{20,}/g;

/** Whether letters and digits are mixed, or a part is longer than any word. UUIDs and names with hyphens stay. */
function isRandom(run: string): boolean {
  return run
    .split(/[^a-z0-9]/i)
    .some((part) => part.length >= 40 || (part.length >= 20 && /\d/.test(part) && /[a-z]/i.test(part)));
}

/** Keys with a known prefix: `sk_live_…`, `nss_…`. */
const KEYS = /\b(?:[srp]k|ns[a-z]|gh[a-z]|xox[a-z]|glpat)[_-](?=[\w-]*\d)[\w-]{8,}/gi;

/** The user and the password of a URL. */
const URL_USER = /(:\/\/)[^\s/?#@"'<>]+@/g;

function removeLookalikes(text: string): string {
  return text
    .replace(URL_USER, `$1${ELLIPSIS}@`)
    .replace(JWT, ELLIPSIS)
    .replace(CREDENTIALS, `$1$2${ELLIPSIS}`)
    .replace(NAMED_VALUE, (found, common: string | undefined, separator: string, value: string) =>
      common && ORDINARY_WORD.test(value) && !QUOTED.test(separator) ? found : found.slice(0, -value.length) + ELLIPSIS,
    )
    .replace(KEYS, ELLIPSIS)
    .replace(LONG_RUN, (run) => (isRandom(run) ? ELLIPSIS : run));
}
