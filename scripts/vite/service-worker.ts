import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Plugin } from "vite";

const NAME = "mockServiceWorker.js";

/**
 * Only requests for the API have to pass through the worker: a page of the demo loads hundreds of modules. Browsers that
 * cannot be told so send it everything.
 */
const ROUTES = `
addEventListener("install", (event) => {
  if (!event.addRoutes) return;
  const condition = { not: { urlPattern: new URLPattern({ pathname: "*/ns-api/v2/*" }) } };
  // A browser may know the method and not the condition: then everything comes through the worker, as elsewhere.
  event.waitUntil(event.addRoutes({ condition, source: "network" }).catch(() => undefined));
});
`;
const script = () => readFileSync(createRequire(import.meta.url).resolve(`msw/${NAME}`), "utf8") + ROUTES;

/** Puts the script of the mocked API's service worker at the root of the demo, from where it sees every page's requests. */
export const serviceWorker: Plugin = {
  name: "service-worker",
  configureServer({ middlewares }) {
    middlewares.use((request, response, next) => {
      if (new URL(request.url ?? "/", "http://localhost").pathname !== `/${NAME}`) return next();
      response.setHeader("Content-Type", "text/javascript");
      response.end(script());
    });
  },
  generateBundle() {
    this.emitFile({ type: "asset", fileName: NAME, source: script() });
  },
};
