import { tokensOfTheSheet } from "./scripts/theming/manifest-plugin.mjs";

/** The manifest describes the public element: private `alv-*` elements are an implementation detail. */
export default {
  globs: ["src/element/properties/viewer-properties.ts", "src/element/audit-log-viewer.ts", "src/element/define.ts"],
  outdir: ".",
  litelement: true,
  packagejson: false,
  plugins: [
    {
      // What a page can set stands in a file of its own; to a page it is one element.
      name: "one-element",
      packageLinkPhase({ customElementsManifest }) {
        const { modules } = customElementsManifest;
        const [element, properties] = ["AuditLogViewer", "ViewerProperties"].map((name) =>
          modules.flatMap(({ declarations = [] }) => declarations).find((one) => one.name === name),
        );
        for (const list of ["members", "attributes"]) {
          const own = (element[list] ?? []).filter(({ inheritedFrom }) => !inheritedFrom);
          element[list] = [...(properties[list] ?? []), ...own];
        }
        element.superclass = properties.superclass;
        customElementsManifest.modules = modules.filter(
          ({ declarations = [] }) => declarations.indexOf(properties) === -1,
        );
      },
    },
    tokensOfTheSheet,
    {
      name: "built-paths",
      packageLinkPhase({ customElementsManifest }) {
        const rename = (node) => {
          for (const key of Object.keys(node)) {
            const value = node[key];
            if ((key === "path" || key === "module") && typeof value === "string") {
              node[key] = value.replace(/^\/?src\/.*\.[jt]s$/, "dist/audit-log-viewer.js");
            } else if (value && typeof value === "object") rename(value);
          }
        };
        rename(customElementsManifest);
      },
    },
    {
      // One file is one module, and it registers the element (`define()` does, which no analyser sees).
      name: "one-module",
      packageLinkPhase({ customElementsManifest }) {
        const [first, ...others] = customElementsManifest.modules;
        for (const { declarations, exports } of others) {
          first.declarations.push(...declarations);
          first.exports.push(...exports);
        }
        for (const { name, tagName } of first.declarations) {
          const declaration = { name, module: first.path };
          if (tagName) first.exports.push({ kind: "custom-element-definition", name: tagName, declaration });
        }
        customElementsManifest.modules = [first];
      },
    },
    {
      name: "public-members-only",
      packageLinkPhase({ customElementsManifest }) {
        for (const module of customElementsManifest.modules) {
          for (const declaration of module.declarations ?? []) {
            if (declaration.members) {
              declaration.members = declaration.members.filter(
                (member) =>
                  member.privacy !== "private" &&
                  member.privacy !== "protected" &&
                  !member.name.startsWith("#") &&
                  // Of an `@internal` property, only the name is known, from `static properties`.
                  (member.kind !== "field" || member.type),
              );
            }
          }
        }
      },
    },
  ],
};
