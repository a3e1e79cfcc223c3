import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { build } from "vite";

const bench = resolve(import.meta.dirname, "..");

/** Libraries to compare with, in the versions of the bench's own lock file; fetched when they are needed first. */
function installPeers() {
  const { dependencies } = JSON.parse(readFileSync(join(bench, "package.json"), "utf8"));
  const isThere = ([name, version]) => {
    const file = join(bench, "node_modules", name, "package.json");
    return existsSync(file) && JSON.parse(readFileSync(file, "utf8")).version === version;
  };
  if (Object.entries(dependencies).every(isThere)) return;
  console.log("Fetching what the viewer is compared with …");
  const npm = spawnSync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], {
    cwd: bench,
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  if (npm.status !== 0) throw new Error("The libraries to compare with could not be installed.");
}

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
