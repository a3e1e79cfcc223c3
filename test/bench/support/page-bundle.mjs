import { join, resolve } from "node:path";
import { build } from "vite";
import { installPeers } from "./peers.mjs";

const bench = resolve(import.meta.dirname, "..");

/**
 * What runs in the page, the viewer's sources and the libraries alike, as the text of one module.
 *
 * @param file the module that runs, from `test/bench/` on
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
