import { existsSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, resolve } from "node:path";
import { startMockApi } from "../../../scripts/mock-api.mjs";

/** Fixed, so that two pages show the same records. */
export const NOW = Date.parse("2026-11-23T19:20:00Z");
export const TOKEN = "mock-super-user";

const API = "/ns-api/v2";
const TYPES = { ".js": "text/javascript", ".css": "text/css", ".html": "text/html" };
const PAGES = resolve(import.meta.dirname, "../pages");
/** The demo shows the same hostile page. */
const HOSTILE = resolve(import.meta.dirname, "../../../demo/public/hostile");
const DIST = resolve(import.meta.dirname, "../../../dist");

const listen = (server) => new Promise((done) => server.listen(0, "127.0.0.1", done));
const getOrigin = (server) => `http://localhost:${server.address().port}`;

/** Sends a file of one of the folders, each of which has its own path. @returns false if there is no such file */
function sendFile(folders, path, response, headers) {
  for (const [prefix, folder] of folders) {
    if (!path.startsWith(prefix)) continue;
    const file = join(folder, path.slice(prefix.length));
    if (!existsSync(file) || !statSync(file).isFile()) continue;
    const body = readFileSync(file);
    response.writeHead(200, { "content-type": TYPES[extname(file)] ?? "text/plain", ...headers }).end(body);
    return true;
  }
  return false;
}

/**
 * Starts two origins: `host` has the pages and the API, `cdn` has the built package at `/dist/` and folders of the
 * tests. `page(path, html, headers)` adds a page to the host. At `/pages/`, both have `test/embed/pages` and the files
 * of the hostile page.
 */
export async function startSites() {
  const api = await startMockApi({ port: 0, now: () => NOW, behavior: { requireToken: false } });
  const pages = new Map();
  const folders = [
    ["/dist/", DIST],
    ["/pages/", PAGES],
    ["/pages/", HOSTILE],
  ];
  /** The URL and the `Authorization` header of each request to the API. */
  const asked = [];

  const host = createServer((request, response) => {
    const url = new URL(request.url, "http://localhost");
    if (url.pathname.startsWith(`${API}/`)) {
      const { method, headers } = request;
      asked.push({ url: url.pathname + url.search, authorization: headers.authorization });
      const gone = new AbortController();
      response.once("close", () => gone.abort());
      api.server
        .handle({ method, path: url.pathname.slice(API.length), query: url.searchParams, headers, signal: gone.signal })
        .then(({ status, headers, body }) => response.writeHead(status, headers).end(body))
        .catch(() => response.destroy());
      return;
    }
    if (url.pathname === "/favicon.ico") {
      response.writeHead(204).end();
      return;
    }
    const page = pages.get(url.pathname);
    if (page) response.writeHead(200, { "content-type": "text/html; charset=utf-8", ...page.headers }).end(page.html);
    else if (!sendFile(folders, url.pathname, response, {})) response.writeHead(404).end();
  });
  const cdn = createServer((request, response) => {
    const { pathname } = new URL(request.url, "http://localhost");
    // A page can load a module of another origin only if that origin allows it.
    const found = sendFile(folders, pathname, response, { "access-control-allow-origin": "*" });
    if (!found) response.writeHead(404).end();
  });
  await Promise.all([listen(host), listen(cdn)]);

  return {
    host: getOrigin(host),
    cdn: getOrigin(cdn),
    server: api.server,
    asked,
    page: (path, html, headers = {}) => void pages.set(path, { html, headers }),
    /** Serves a folder from the CDN, e.g. another version of the package. */
    serve: (prefix, folder) => void folders.unshift([prefix, folder]),
    async close() {
      for (const server of [host, cdn]) {
        server.closeAllConnections();
        await new Promise((done) => server.close(done));
      }
      await api.close();
    },
  };
}
