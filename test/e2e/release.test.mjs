import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { devNull, tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, test } from "node:test";
import { findChangelog, findObstacles } from "../../scripts/release/readiness.mjs";

/*
 * The reasons that block a release, in a test project.
 */
let folder;
/** Ignores the git settings of the user who runs the tests, such as signing. */
const env = { ...process.env, GIT_CONFIG_GLOBAL: devNull, GIT_CONFIG_NOSYSTEM: "1" };
const git = (...args) => execFileSync("git", args, { cwd: folder, encoding: "utf8", env });
const write = (name, content) =>
  writeFileSync(join(folder, name), typeof content === "string" ? content : JSON.stringify(content));
const commit = () => {
  git("add", "--all");
  git("-c", "user.name=Test", "-c", "user.email=test@example.com", "commit", "--quiet", "-m", "As it is");
};

const beVersion = (version) => {
  write("package.json", { version, private: true });
  write("package-lock.json", { version });
  write(
    "CHANGELOG.md",
    `# Changelog\n\n## ${version} (2026-02-01)\n\n- A line.\n\n## 1.2.2 (2026-01-01)\n\n- Another.\n`,
  );
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "audit-log-viewer-"));
  git("init", "--quiet", "--initial-branch=main");
  beVersion("1.2.3");
  commit();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("a clean tree on main with a dated entry is ready", () => assert.deepEqual(findObstacles(folder), []));

for (const [what, change, expected] of [
  ["a change that is not committed", () => write("notes.txt", "new"), /not committed:\n\?\? notes\.txt/],
  ["another branch", () => git("switch", "--quiet", "--create", "later"), /branch is later, not main/],
  ["no branch", () => git("switch", "--quiet", "--detach"), /branch is none, not main/],
  ["a version that was released", () => git("tag", "v1.2.3"), /tag v1\.2\.3 exists/],
  ["a version that is none", () => beVersion("next"), /next .* not a valid version/],
  ["a package that could be published", () => write("package.json", { version: "1.2.3" }), /not `private`/],
  ["another version in the lock file", () => write("package-lock.json", { version: "1.2.2" }), /has version 1\.2\.2/],
  ["no changelog", () => rmSync(join(folder, "CHANGELOG.md")), /no heading for 1\.2\.3/],
  ["the entry of another version", () => write("CHANGELOG.md", "## 1.2.30 (2026-02-01)\n\n- A line.\n"), /no heading/],
  ["an entry without a date", () => write("CHANGELOG.md", "## 1.2.3 (not released)\n\n- A line.\n"), /has no date/],
  ["an empty entry", () => write("CHANGELOG.md", "## 1.2.3 (2026-02-01)\n\n## 1.2.2\n\n- A.\n"), /has no entries/],
]) {
  test(`${what} blocks a release`, () => {
    change();
    if (git("status", "--porcelain") && !/committed/.test(what)) commit();
    const found = findObstacles(folder);
    assert.equal(found.length, 1, found.join("\n"));
    assert.match(found[0], expected);
  });
}

test("the notes of a version are its lines", () => {
  const text = "# Changelog\n\n## 2.0.0 (2026-02-01)\n\n- One.\n- Two.\n\n## 1.0.0 (2026-01-01)\n\n- Old.\n";
  assert.deepEqual(findChangelog("2.0.0", text), { remark: "(2026-02-01)", notes: "- One.\n- Two." });
  assert.equal(findChangelog("3.0.0", text), undefined);
});
