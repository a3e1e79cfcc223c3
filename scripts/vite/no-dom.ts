import type { Plugin } from "vite";

const SHIM = "@lit-labs/ssr-dom-shim";

/**
 * The package uses Lit's builds for Node, because they can be imported on a server and work in browsers, too. They bring
 * element classes for Node, which no browser needs: this plugin puts an empty class in their place.
 */
export const noDom: Plugin = {
  name: "no-dom",
  enforce: "pre",
  resolveId: (id) => (id === SHIM ? `\0${SHIM}` : undefined),
  load: (id) =>
    id === `\0${SHIM}` ? "export const HTMLElement = class {}; export const customElements = undefined;" : undefined,
};
