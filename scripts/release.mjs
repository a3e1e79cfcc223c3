import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { parseArgs } from "node:util";
import { findChangelog, findObstacles } from "./release/readiness.mjs";

/*
 * Creates the package file after all checks have passed. It publishes nothing and creates no tag.
 */
const STEPS = {
  check: ["run", "check"],
  test: ["test"],
  embed: ["run", "test:embed"],
  package: ["run", "test:package"],
};

const USAGE = `Usage: npm run release -- [options]

Checks that the working tree is clean and on main, and that CHANGELOG.md has a dated entry for the version. Runs all checks and
tests, builds and packs. Writes the packed file, its SHA-256 and the changelog entry into a folder. Publishes nothing.

  --dry-run      lists the problems and the commands; runs and writes nothing
  --skip STEP    skips one of ${Object.keys(STEPS).join(", ")}; may be repeated
  --out FOLDER   output folder (releases)
  --help`;

const root = resolve(import.meta.dirname, "..");

function readArguments() {
  const options = {
    "dry-run": { type: "boolean", default: false },
    skip: { type: "string", multiple: true, default: [] },
    out: { type: "string", default: "releases" },
    help: { type: "boolean", default: false },
  };
  const { values } = parseArgs({ options });
  const unknown = values.skip.find((name) => !Object.hasOwn(STEPS, name));
  if (unknown) throw new Error(`--skip takes ${Object.keys(STEPS).join(", ")}, not "${unknown}".`);
  return values;
}

/** On Windows, `npm` is a batch file, which only a shell can start. */
const runNpm = (args, options) =>
  spawnSync("npm", args, { cwd: root, stdio: "inherit", shell: process.platform === "win32", ...options });

function run(args) {
  console.log(`\n=== npm ${args.join(" ")}`);
  if (runNpm(args).status !== 0) throw new Error(`npm ${args.join(" ")} failed: no file was created.`);
}

function release({ "dry-run": isDry, skip, out }) {
  const found = findObstacles(root);
  for (const obstacle of found) console.error(obstacle);
  const steps = Object.keys(STEPS).filter((name) => !skip.includes(name));
  if (isDry) {
    for (const args of [...steps.map((name) => STEPS[name]), ["run", "build"], ["pack"]]) {
      console.log(`would run: npm ${args.join(" ")}`);
    }
    return found.length === 0;
  }
  if (found.length > 0) throw new Error("No file was created.");
  const commit = () => execFileSync("git", ["rev-parse", "HEAD"], { cwd: root, encoding: "utf8" }).trim();
  const begun = commit();
  for (const name of steps) run(STEPS[name]);
  run(["run", "build"]);
  // A check may have changed a file, and test runs take so long that somebody may have worked on the files.
  if (commit() !== begun || findObstacles(root).length > 0)
    throw new Error("The working tree changed during the release: no file was created.");

  const folder = resolve(root, out);
  mkdirSync(folder, { recursive: true });
  const packed = runNpm(["pack", "--silent", "--pack-destination", folder], { stdio: ["ignore", "pipe", "inherit"] });
  if (packed.status !== 0) throw new Error("npm pack failed.");
  const name = packed.stdout.toString().trim();
  const hash = createHash("sha256")
    .update(readFileSync(join(folder, name)))
    .digest("hex");
  // In the format of `sha256sum --check`.
  writeFileSync(join(folder, `${name}.sha256`), `${hash}  ${name}\n`);
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const { remark, notes } = findChangelog(version, readFileSync(join(root, "CHANGELOG.md"), "utf8"));
  const omitted = skip.length > 0 ? `\nNot run for this file: ${[...new Set(skip)].join(", ")}.\n` : "";
  writeFileSync(
    join(folder, name.replace(/\.tgz$/, ".md")),
    `# ${version} ${remark}\n\nCommit ${begun}, SHA-256 ${hash}.\n${omitted}\n${notes}\n`,
  );
  console.log(`\n${relative(root, join(folder, name))}\nSHA-256 ${hash}\nNothing was published.`);
  return true;
}

try {
  const values = readArguments();
  if (values.help) console.log(USAGE);
  else process.exitCode = release(values) ? 0 : 1;
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
