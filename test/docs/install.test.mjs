import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { test } from "node:test";
import semver from "semver";

/*
 * A first install prints no warning: every package fits the oldest Node that the project names, none is deprecated, and
 * each install script is allowed or refused.
 */
const root = resolve(import.meta.dirname, "../..");
const read = (path) => JSON.parse(readFileSync(join(root, path), "utf8"));
const { engines, allowScripts } = read("package.json");
const oldest = semver.minVersion(engines.node);

const apps = readdirSync(join(root, "test/package/apps")).map((name) => `test/package/apps/${name}`);
const locks = [".", "test/bench", "test/embed", "test/package", ...apps]
  .map((folder) => join(folder, "package-lock.json"))
  .filter((file) => existsSync(join(root, file)));

for (const lock of locks) {
  const packages = Object.entries(read(lock).packages).filter(([path]) => path.includes("node_modules/"));

  test(`${lock}: every package fits Node ${oldest}`, () => {
    assert.ok(packages.length > 0);
    // npm skips an optional package that does not fit, without a message.
    const others = packages.filter(
      ([, { engines: wanted, optional }]) => !optional && wanted?.node && !semver.satisfies(oldest, wanted.node),
    );
    assert.deepEqual(
      others.map(([path, { version, engines: wanted }]) => `${path}@${version} wants ${wanted.node}`),
      [],
    );
  });

  test(`${lock}: no package is deprecated, and package.json allows or refuses each install script`, () => {
    const loud = packages.filter(
      ([path, { deprecated, hasInstallScript }]) =>
        deprecated || (hasInstallScript && !(path.replace(/^.*node_modules\//, "") in allowScripts)),
    );
    assert.deepEqual(
      loud.map(([path]) => path),
      [],
    );
  });
}
