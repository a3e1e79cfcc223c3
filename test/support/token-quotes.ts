/** Tokens that cannot be guessed, and ways in which servers quote a sent token. */

/** Says nothing by its shape. */
export const OPAQUE = "Zq7xR2-mK9wT4_vB8nL3.pH6cY1dF5~gJ0sQe+hU2/iW7oBk9";

const encodePart = (members: object) => btoa(JSON.stringify(members)).replace(/=+$/, "");
/** A JSON Web Token. */
export const JWT = `${encodePart({ alg: "HS256", typ: "JWT" })}.${encodePart({ sub: "maria.ortiz", user: "maria", exp: 1795881600 })}.q3Xv9LkT2mWb7RzYc1Nf8HsJ4uPd6GaE0oIxVtKy5Qw`;

const splitEvery = (count: number, text: string) => text.match(new RegExp(`.{1,${count}}`, "g"))!;
const listCodes = (text: string) => [...text].map((one) => one.charCodeAt(0));
const toHex = (code: number) => code.toString(16).padStart(2, "0");
const quoteText = (text: string) => JSON.stringify(text);

export interface Quote {
  readonly name: string;
  readonly say: (token: string) => string;
  /** What must be seen nowhere: the letters and digits of the whole unless it is given. */
  readonly secret?: (token: string) => readonly string[];
}

export const QUOTES: readonly Quote[] = [
  { name: "as it is", say: (token) => token },
  { name: "with its scheme", say: (token) => `Bearer ${token}` },
  { name: "with its header", say: (token) => `authorization=Bearer ${token}, accept=*/*`, secret: (token) => [token] },
  { name: "in double quotes", say: (token) => quoteText(token) },
  { name: "in brackets", say: (token) => `<${token}>` },
  { name: "in capitals", say: (token) => token.toUpperCase() },
  { name: "in small letters", say: (token) => token.toLowerCase() },
  { name: "encoded for a URL", say: (token) => encodeURIComponent(token) },
  { name: "encoded for a URL twice", say: (token) => encodeURIComponent(encodeURIComponent(`Bearer ${token}`)) },
  {
    name: "encoded for a URL, every character",
    say: (token) =>
      listCodes(token)
        .map((code) => `%${toHex(code)}`)
        .join(""),
  },
  {
    name: "in the query of a URL",
    say: (token) => `https://api.example/v2/auditlog?limit=10&access_token=${token}&start=0`,
    secret: (token) => [token],
  },
  { name: "in Base64", say: (token) => btoa(token) },
  { name: "in Base64, with its scheme", say: (token) => btoa(`Bearer ${token}`) },
  { name: "in Base64, with a user", say: (token) => btoa(`me:${token}`) },
  { name: "in the Base64 of URLs", say: (token) => btoa(token).replace(/\+/g, "-").replace(/\//g, "_") },
  { name: "in hexadecimal digits", say: (token) => listCodes(token).map(toHex).join("") },
  { name: "backwards", say: (token) => [...token].reverse().join("") },
  { name: "as JSON in the text", say: (token) => quoteText(JSON.stringify({ token })) },
  {
    name: "as JSON in JSON in the text",
    say: (token) => quoteText(quoteText(JSON.stringify({ headers: { token } }))),
    secret: (token) => [token],
  },
  {
    name: "escaped for JSON",
    say: (token) =>
      listCodes(token)
        .map((code) => `\\u00${toHex(code)}`)
        .join(""),
  },
  { name: "in lines", say: (token) => splitEvery(10, token).join("\n") },
  { name: "in lines that are written out", say: (token) => splitEvery(12, token).join("\\n") },
  { name: "in groups", say: (token) => splitEvery(8, token).join(" - ") },
  { name: "in strings that are put together", say: (token) => splitEvery(9, token).map(quoteText).join(" + ") },
  { name: "with invisible characters", say: (token) => splitEvery(5, token).join("\u200b") },
  { name: "with tags in it", say: (token) => splitEvery(4, token).join("<wbr>") },
  { name: "in an element", say: (token) => `<soap:token>${token}</soap:token>`, secret: (token) => [token] },
  { name: "in an attribute", say: (token) => `<input name="t" value="${token}">`, secret: (token) => [token] },
  {
    name: "as characters of HTML",
    say: (token) =>
      listCodes(token)
        .map((code) => `&#${code};`)
        .join(""),
  },
  {
    name: "as characters of HTML in JSON",
    say: (token) =>
      listCodes(token)
        .map((code) => `&amp;#x${toHex(code)};`)
        .join(""),
  },
  { name: "as its beginning", say: (token) => `${token.slice(0, 20)}…` },
  { name: "as its end", say: (token) => `…${token.slice(-20)}` },
  {
    name: "as its beginning and its end",
    say: (token) => `starts with ${token.slice(0, 10)} and ends with ${token.slice(-12)}`,
    secret: (token) => [token.slice(0, 10), token.slice(-12)],
  },
  {
    name: "within a long page",
    say: (token) => `<html>${"<p>Access was refused.</p>".repeat(100)}<!-- ${token} --></html>`,
    secret: (token) => [token],
  },
];

const stripText = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, "");

/** Finds eight characters of a quoted token in a text; undefined if there are none. */
export function findLeak(text: string, { say, secret }: Quote, token: string): string | undefined {
  const seen = stripText(text);
  for (const whole of (secret?.(token) ?? [say(token)]).map(stripText)) {
    for (let at = 0; at + 8 <= whole.length; at += 1) {
      const piece = whole.slice(at, at + 8);
      if (seen.indexOf(piece) !== -1) return piece;
    }
  }
  return undefined;
}
