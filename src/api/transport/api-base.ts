/**
 * Checks the base URL of an API and returns it without surrounding spaces and without an empty query or fragment.
 *
 * Throws a TypeError that never contains the URL, because the URL may contain a password or a token.
 */
export function readApiBase(given: string): string {
  const base = given.replace(/^\s+|[\s?#]+$/g, "");
  const page = globalThis.location as Location | undefined;
  // A frame without its own address (origin "null") has the base of its parent.
  const own = !page ? "http://localhost" : page.origin === "null" ? document.baseURI : page.href;
  if (!URL.canParse(base, own)) throw new TypeError("It is not a URL.");
  const url = new URL(base, own);
  const { protocol, username, password } = url;
  if (!/^https?:$/.test(protocol)) throw new TypeError("It must begin with https://, http:// or a slash.");
  if (username || password) throw new TypeError("It must not contain a user name or a password.");
  if (/[?#]/.test(base)) throw new TypeError("It must not contain a query or a fragment.");
  // A relative base belongs to the page's origin. A `<base>` element with another origin must not get the token.
  const isMoved = page && page.origin !== "null" && new URL(document.baseURI).origin !== page.origin;
  return (isMoved ? url.href : base).replace(/\/+$/, "");
}
