/** The manifest describes the public element: private `alv-*` elements are an implementation detail. */
export default {
  globs: ["src/audit-log-viewer.ts", "src/define.ts"],
  outdir: ".",
  litelement: true,
  packagejson: false,
  plugins: [
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
      name: "public-members-only",
      packageLinkPhase({ customElementsManifest }) {
        for (const module of customElementsManifest.modules) {
          for (const declaration of module.declarations ?? []) {
            if (declaration.members) {
              declaration.members = declaration.members.filter(
                (member) =>
                  member.privacy !== "private" && member.privacy !== "protected" && !member.name.startsWith("#"),
              );
            }
          }
        }
      },
    },
  ],
};
