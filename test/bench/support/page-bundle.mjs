import { join, resolve } from "node:path";
import { build } from "vite";
import { installPeers } from "./peers.mjs";

const bench = resolve(import.meta.dirname, "..");

/**
 * Bundles a module, with the viewer's sources and the libraries that it imports, for the page.
 *
 * @param file the path of the module below `test/bench/`
 * @returns the text of one module
 */
export async function bundle(file) {
  installPeers();
  const { output } = await build({
    configFile: false,
    logLevel: "warn",
    build: {
      write: false,
      target: "es2022",
      rolldownOptions: {
        input: join(bench, file),
        output: { format: "es", codeSplitting: false },
      },
    },
  });
  return output[0].code;
}
