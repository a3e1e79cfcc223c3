import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { runNpm, QUIET, reportFailure } from "./npm.mjs";

export const root = resolve(import.meta.dirname, "../../..");
const here = resolve(import.meta.dirname, "..");

/** Installs the tools that examine the packed file, unless they are installed. */
export async function installTools() {
  if (!existsSync(join(here, "node_modules/publint"))) {
    await runNpm(["ci", ...QUIET], here).catch(reportFailure("Installing the tools of the package test"));
  }
  return (name) => join(here, "node_modules", name);
}

/** Packs the build with `npm pack`, in a new folder. */
export async function pack() {
  const folder = mkdtempSync(join(tmpdir(), "audit-log-viewer-package-"));
  const { stdout } = await runNpm(["pack", "--json", "--ignore-scripts", "--pack-destination", folder], root).catch(
    reportFailure("npm pack"),
  );
  // npm lists the packages in an array or by their name; here it is one.
  const [{ filename, files }] = Object.values(JSON.parse(stdout));
  return {
    file: join(folder, filename),
    files: files.map(({ path }) => path),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** The examples in one section of `docs/frameworks.md`, in one language. An application compiles them as its own code. */
function readExamples(title, language) {
  const page = readFileSync(join(root, "docs/frameworks.md"), "utf8");
  const part = page.split(/^## /m).find((one) => one.startsWith(`${title}\n`));
  const found = [...part.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\``, "gms"))].map(([, code]) => code);
  if (found.length === 0) throw new Error(`docs/frameworks.md has no example in ${language} for ${title}.`);
  return found;
}

/**
 * Copies `apps/NAME` to the folder of the packed file. The copy installs the packed file as an application does, and
 * has the documentation's examples among its sources.
 */
export async function installApp(name, packed, { documented } = {}) {
  const folder = join(dirname(packed.file), name);
  cpSync(join(here, "apps", name), folder, {
    recursive: true,
    filter: (path) => !/[\\/](?:node_modules|dist)$/.test(path),
  });
  if (documented) {
    const [title, language] = documented;
    for (const [index, code] of readExamples(title, language).entries()) {
      writeFileSync(join(folder, "src", `documented-${index}.${language}`), code);
    }
  }
  await runNpm(["install", "--no-save", ...QUIET, packed.file], folder).catch(reportFailure(`Installing into ${name}`));
  const script = (which) =>
    runNpm(["run", "--silent", which], folder).catch(reportFailure(`npm run ${which} in ${name}`));
  return {
    folder,
    /** Checks the types with the application's own compiler. */
    types: () => script("types"),
    /** Builds for production, into `dist`. */
    build: () => script("build"),
    manifest: JSON.parse(readFileSync(join(folder, "node_modules/audit-log-viewer/package.json"), "utf8")),
  };
}
