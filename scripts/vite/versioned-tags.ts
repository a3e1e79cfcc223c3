import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";

/**
 * Inner elements are private, but the registry of names is one for the whole page: of two versions of the viewer on one
 * page, the one that comes second would be served with the other's elements. So the built package has the version in the
 * name of every inner element, wherever the name stands: registrations, templates, selectors, style sheets. It happens to
 * the source, where names are whole words, so minified templates are no matter; the source itself, and the tests, keep the
 * short names.
 */
export function versionedTags(version: string, source: string): Plugin {
  const suffix = `-${version.toLowerCase().replace(/[^a-z0-9]+/g, "-")}`;
  let names: RegExp | undefined;
  return {
    name: "versioned-tags",
    enforce: "pre",
    buildStart() {
      const tags = registeredTags(source);
      names = new RegExp(`(?<![\\w-])(?:${tags.join("|")})(?![\\w-])`, "g");
    },
    transform(code, id) {
      if (!names || !/\/src\/.*\.ts$/.test(id)) return undefined;
      const changed = code.replace(names, (name) => name + suffix);
      return changed === code ? undefined : { code: changed, map: null };
    },
  };
}

/** The names that the source registers, each by `registerElement("alv-…", …)`. */
function registeredTags(source: string): string[] {
  const files = readdirSync(source, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts"));
  const tags = files.flatMap((name) =>
    Array.from(readFileSync(join(source, name), "utf8").matchAll(/\bregister\w*\("(alv-[a-z-]+)"/g), ([, tag]) => tag!),
  );
  if (tags.length === 0) throw new Error(`No inner element is registered in ${source}.`);
  return tags;
}
