import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Plugin } from "vite";

const NAME = "mockServiceWorker.js";
const script = () => readFileSync(createRequire(import.meta.url).resolve(`msw/${NAME}`));

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
