/**
 * Texts of a server without the tokens that they quote. Servers quote them in many ways: cut, split, encoded, in another
 * letter case, within HTML or JSON. So a token that is known is looked for in the letters and digits alone, and whatever
 * looks like a token is taken out as well, since the viewer does not know those that a host's own adapter sends.
 */

/** Stands for what was taken out. */
const GONE = "…";

/** More is a page, not a message. */
const LONGEST = 4000;

/** So many letters and digits in a row that a known token has, too, are a part of it: nothing shorter is of use to anybody. */
const TELLING = 6;

/**
 * @param text what a server said, or an error that may quote it
 * @param known tokens that were sent
 */
export function withoutTokens(text: string, known: readonly string[] = []): string {
  const whole = text.length > LONGEST ? text.slice(0, LONGEST) + GONE : text;
  return withoutLookalikes(known.reduce(withoutToken, whole));
}

function withoutToken(text: string, token: string): string {
  const parts = partsOf(token);
  if (parts.size === 0) return withoutWord(text, token);
  const isGone = new Array<boolean>(text.length).fill(false);
  for (const letters of [bare(text, SINGLE), bare(text, DECODED), bare(text, UNTAGGED)]) {
    for (let at = 0; at + TELLING <= letters.text.length; at += 1) {
      if (!parts.has(letters.text.slice(at, at + TELLING))) continue;
      isGone.fill(true, letters.starts[at], letters.ends[at + TELLING - 1]);
    }
  }
  return rewritten(text, isGone);
}

/** What a text has of a token in its letters and digits: plain, backwards, in hexadecimal digits, or in Base64. */
function partsOf(token: string): Set<string> {
  const parts = new Set<string>();
  const add = (form: string) => {
    const letters = form.toLowerCase().replace(/[^a-z0-9]/g, "");
    for (let at = 0; at + TELLING <= letters.length; at += 1) parts.add(letters.slice(at, at + TELLING));
  };
  add(token);
  if (parts.size === 0 || /[^\0-\xFF]/.test(token)) return parts;
  add([...token].reverse().join(""));
  add([...token].map((one) => one.charCodeAt(0).toString(16).padStart(2, "0")).join(""));
  // Where a text before it is encoded along, Base64 has one of three forms.
  for (const before of ["", "\0", "\0\0"]) add(btoa(before + token).slice(before ? before.length + 1 : 0));
  return parts;
}

/** A token of a few letters would be found in every other word. */
function withoutWord(text: string, token: string): string {
  if (!/[a-z0-9]/i.test(token)) return text;
  const word = token.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return text.replace(new RegExp(`(?<![a-z0-9])${word}(?![a-z0-9])`, "gi"), GONE);
}

/** One character of a text, as it is. */
const SINGLE = /[\s\S]/g;
/** One character, however it is written: in URLs (encoded twice, too), in HTML, in JSON (within JSON, too). */
const WRITTEN =
  "%(?:25)*([0-9a-f]{2})|&(?:amp;)*#x0*([0-9a-f]{2,4});?|&(?:amp;)*#0*(\\d{2,5});?|\\\\+u([0-9a-f]{4})|\\\\+x([0-9a-f]{2})";
const DECODED = new RegExp(`${WRITTEN}|\\\\+[nrtbf]|[\\s\\S]`, "gi");
/** The same, past tags and named characters of HTML. */
const UNTAGGED = new RegExp(`<[/a-z!][^<>]{0,80}>|&(?:amp;)*[a-z]+;|${DECODED.source}`, "gi");

/** The letters and digits of a text, in lower case, and where in the text each of them is written. */
function bare(text: string, unit: RegExp): { text: string; starts: number[]; ends: number[] } {
  const starts: number[] = [];
  const ends: number[] = [];
  let letters = "";
  for (const { 0: found, 1: url, 2: hex, 3: decimal, 4: json, 5: script, index } of text.matchAll(unit)) {
    const code = url ?? hex ?? json ?? script;
    const one = code ? char(parseInt(code, 16)) : decimal ? char(Number(decimal)) : found.length === 1 ? found : "";
    if (!/^[a-z0-9]$/i.test(one)) continue;
    letters += one.toLowerCase();
    starts.push(index);
    ends.push(index + found.length);
  }
  return { text: letters, starts, ends };
}

function char(code: number): string {
  return String.fromCharCode(code);
}

/** What may stand within a token: the rest of one that was found goes with it. */
const WITHIN = /[\w.~+/%-]/;

function rewritten(text: string, isGone: boolean[]): string {
  for (let at = 1; at < text.length; at += 1)
    if (isGone[at - 1] && /[\w.~+/%=-]/.test(text.charAt(at))) isGone[at] = true;
  for (let at = text.length - 2; at >= 0; at -= 1)
    if (isGone[at + 1] && WITHIN.test(text.charAt(at))) isGone[at] = true;
  return [...isGone.keys()].map((at) => (!isGone[at] ? text.charAt(at) : isGone[at - 1] ? "" : GONE)).join("");
}

/** JSON Web Tokens, and what goes on in the next line. */
const JWT =
  /eyj[\w-]{6,}(?:(?:\.|%2e)[\w-]*)*(?:[\s"'+.\\]{1,4}(?=[a-z_-]*\d)(?=[\d_-]*[a-z])[\w-]{6,}(?:\.[\w-]*)*)*/gi;

/** What stands behind the scheme of a header `Authorization`, unless the sentence goes on there: "Bearer token is missing". */
const CREDENTIALS =
  /\b(bearer|basic)((?:[\s"':=+]|%20)+)(?!(?:tokens?|auth\w*|realm|errors?|scheme|is|was|not|for|or|and|header|credentials?|format|challenge|required|missing|invalid|expired|expected)\b)[^\s"'<>,;&)\]}\\]{3,}/gi;

/** A name of something secret, a mark or a space, and its value. */
const NAMED =
  /(?:(token|jwt|(?:api|access|auth)[_ -]?key|authori[sz]ation|cookie|session[_ -]?id|signature)s?|secrets?|passw(?:or)?ds?|pwd)((?:["'\\<([\s]|%2[027]|%3[ad]|&quot;|[:=]|=>)+)([^\s"'<>,;&)\]}\\…]{3,})/gi;

/** A word that goes on with the sentence: "token expired". */
const WORD = /^[A-Z]?[a-z]{1,15}[.!?:]?$/;
const QUOTED = /["'<([]|%2[27]|&quot;/;

/** What may be long and random. */
const RUN = /[\w+/=-]{20,}/g;

/** Letters and digits mixed, or longer than any word. Identifiers of requests are left: UUIDs, names with hyphens. */
function isRandom(run: string): boolean {
  return run
    .split(/[^a-z0-9]/i)
    .some((part) => part.length >= 40 || (part.length >= 20 && /\d/.test(part) && /[a-z]/i.test(part)));
}

/** Keys that say so: `sk_live_…`, `nss_…`. */
const KEYS = /\b(?:[srp]k|ns[a-z]|gh[a-z]|xox[a-z]|glpat)[_-](?=[\w-]*\d)[\w-]{8,}/gi;

/** A user and a password in a URL. */
const USERS = /(:\/\/)[^\s/?#@"'<>]+@/g;

function withoutLookalikes(text: string): string {
  return text
    .replace(USERS, `$1${GONE}@`)
    .replace(JWT, GONE)
    .replace(CREDENTIALS, `$1$2${GONE}`)
    .replace(NAMED, (found, mild: string | undefined, mark: string, value: string) =>
      mild && WORD.test(value) && !QUOTED.test(mark) ? found : found.slice(0, -value.length) + GONE,
    )
    .replace(KEYS, GONE)
    .replace(RUN, (run) => (isRandom(run) ? GONE : run));
}
