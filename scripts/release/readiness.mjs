import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Finds the entries of a version in the changelog, and the rest of its heading; undefined if there is no such heading. */
export function findChangelog(version, text) {
  const sections = text.split(/^## /m).slice(1);
  const section = sections.find((one) => one.split(/\s/, 1)[0] === version);
  if (section === undefined) return undefined;
  const [heading, ...lines] = section.split("\n");
  return { remark: heading.slice(version.length).trim(), notes: lines.join("\n").trim() };
}

/** The reasons why the project in `root` cannot be released, as sentences; empty if it is ready. */
export function findObstacles(root) {
  const git = (...args) => execFileSync("git", args, { cwd: root, encoding: "utf8" }).trimEnd();
  const read = (name) => (existsSync(join(root, name)) ? readFileSync(join(root, name), "utf8") : "");
  const found = [];

  const changed = git("status", "--porcelain");
  if (changed) found.push(`There are changes that are not committed:\n${changed}`);
  const branch = git("branch", "--show-current");
  if (branch !== "main") found.push(`The current branch is ${branch ? branch : "none"}, not main.`);

  const { version, private: isPrivate } = JSON.parse(read("package.json"));
  if (!/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version)) found.push(`${version} in package.json is not a valid version.`);
  if (!isPrivate)
    found.push("package.json is not `private`: the package has no license yet and must not be published.");
  const locked = JSON.parse(read("package-lock.json") || "{}").version;
  if (locked !== version)
    found.push(`package-lock.json has version ${locked}, package.json has ${version}: run npm install.`);
  if (git("tag", "--list", `v${version}`)) found.push(`The tag v${version} exists: this version was already released.`);

  const entry = findChangelog(version, read("CHANGELOG.md"));
  if (!entry) found.push(`CHANGELOG.md has no heading for ${version}.`);
  else {
    if (!/\d{4}-\d{2}-\d{2}/.test(entry.remark)) {
      found.push(`The heading of ${version} in CHANGELOG.md has no date, e.g. "## ${version} (2026-01-31)".`);
    }
    if (!entry.notes) found.push(`CHANGELOG.md has no entries for ${version}.`);
  }
  return found;
}
