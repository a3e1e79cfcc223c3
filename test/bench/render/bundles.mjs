import { resolve } from "node:path";
import { build } from "vite";
import { installPeers } from "../support/peers.mjs";

/** What the viewer is compared with, by the name of its file; `isGrid`: it counts for the limits. */
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

/** Builds one page for each of these grids. @returns the text of each one's script, by its path */
export async function bundleGrids(names) {
  installPeers();
  const scripts = {};
  for (const name of names) scripts[`/${name}`] = await bundle(name);
  return scripts;
}
