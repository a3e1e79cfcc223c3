import { join, resolve } from "node:path";
import { build } from "vite";
import { installPeers } from "../support/peers.mjs";

const bench = resolve(import.meta.dirname, "..");

/** What runs in the page, the viewer's sources and the libraries alike, as the text of one module. */
export async function bundle() {
  installPeers();
  const { output } = await build({
    configFile: false,
    logLevel: "warn",
    build: {
      write: false,
      target: "es2022",
      rolldownOptions: {
        input: join(bench, "csv/in-page.mjs"),
        output: { format: "es", codeSplitting: false },
      },
    },
  });
  return output[0].code;
}
