import { resolve } from "node:path";
import { build } from "vite";
import { installPeers } from "../support/peers.mjs";

/** The grids to compare with, by file name. `isGrid`: whether the limits refer to it. */
export const GRIDS = {
  "ag-grid": { title: "AG Grid", isGrid: true },
  tabulator: { title: "Tabulator", isGrid: true },
  "vaadin-grid": { title: "Vaadin grid", isGrid: true },
  revogrid: { title: "RevoGrid", isGrid: true },
  "lit-list": { title: "plain Lit list", isGrid: false },
};

async function bundle(name) {
  const { output } = await build({
    configFile: false,
    logLevel: "warn",
    build: {
      write: false,
      target: "es2022",
      chunkSizeWarningLimit: 2000,
      rolldownOptions: {
        input: resolve(import.meta.dirname, `grids/${name}.mjs`),
        output: { format: "es", codeSplitting: false },
      },
    },
  });
  return output.find(({ type }) => type === "chunk").code;
}

/** Builds one page for each grid. @returns the text of each script, by its path */
export async function bundleGrids(names) {
  installPeers();
  const scripts = {};
  for (const name of names) scripts[`/${name}`] = await bundle(name);
  return scripts;
}
