import { join, resolve } from "node:path";
import { build } from "vite";

const support = resolve(import.meta.dirname, "../../support/rounds");

/** Compiles and loads the searches, servers and figures that a test shares with the benches. @returns their exports */
export async function loadRounds() {
  const [{ output }] = await build({
    configFile: false,
    logLevel: "warn",
    build: {
      write: false,
      target: "node20",
      minify: false,
      lib: { entry: join(support, "index.ts"), formats: ["es"] },
      rolldownOptions: { output: { codeSplitting: false } },
    },
  });
  // One file without imports can be loaded without writing it.
  return import(`data:text/javascript;base64,${Buffer.from(output[0].code).toString("base64")}`);
}
