/**
 * The base URL of an API as it may be used: without spaces around it, and without a `?` or `#` that nothing follows.
 *
 * Throws a TypeError that says what is wrong, and never repeats the URL: a password or a token may stand in it.
 */
export function readApiBase(given: string): string {
  const base = given.replace(/^\s+|[\s?#]+$/g, "");
  const page = globalThis.location as Location | undefined;
  // A frame without an address of its own ("null") has its parent's base.
  const own = !page ? "http://localhost" : page.origin === "null" ? document.baseURI : page.href;
  if (!URL.canParse(base, own)) throw new TypeError("It is not a URL.");
  const url = new URL(base, own);
  const { protocol, username, password } = url;
  if (!/^https?:$/.test(protocol)) throw new TypeError("It must begin with https://, http:// or a slash.");
  if (username || password) throw new TypeError("It must not contain a user name or a password.");
  if (/[?#]/.test(base)) throw new TypeError("It must not contain a query or a fragment.");
  // A relative base is the page's own, also where the page's `<base>` names another origin: the token would go there.
  const isMoved = page && page.origin !== "null" && new URL(document.baseURI).origin !== page.origin;
  return (isMoved ? url.href : base).replace(/\/+$/, "");
}
