import type { Plugin } from "vite";

/**
 * For an entry that is one file: an `import()` of a module of the package becomes a static import, because the bundler's code for
 * a module that starts later is larger than what it puts off.
 */
export const oneFile: Plugin = {
  name: "one-file",
  enforce: "pre",
  transform(code, id) {
    if (!/\/src\/api\//.test(id)) return null;
    const imports: string[] = [];
    const changed = code.replace(/\bimport\(("\.[^"]+")\)/g, (_, path: string) => {
      const name = `later${imports.length}`;
      imports.push(`import * as ${name} from ${path};`);
      return `Promise.resolve(${name})`;
    });
    // On the first line, so that the lines of the source map stay right.
    return imports.length === 0 ? null : { code: imports.join("") + changed, map: null };
  },
};
