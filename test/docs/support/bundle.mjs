import { resolve } from "node:path";
import vue from "@vitejs/plugin-vue";
import { build } from "vite";

const ENTRIES = {
  react: `import { createElement } from "react";
    import { createRoot } from "react-dom/client";
    import * as components from "SNIPPET";
    export const show = (root, properties) =>
      createRoot(root).render(createElement(components.default ?? Object.values(components)[0], properties));`,
  vue: `import { createApp } from "vue";
    import component from "SNIPPET";
    export const show = (root, properties) => createApp(component, properties).mount(root);`,
};

/** Bundles a component of a snippet as one module with `show(root, properties)`. The viewer's package is not bundled. */
export async function bundle(root, language, text) {
  const id = resolve(root, `test/docs/snippet.${language}`);
  const plugins = [
    {
      name: "snippet",
      enforce: "pre",
      resolveId: (name) => (name === "SNIPPET" ? id : /(?:^|\/)entry$/.test(name) ? "\0entry" : undefined),
      load: (name) =>
        name === id ? text : name === "\0entry" ? ENTRIES[language === "vue" ? "vue" : "react"] : undefined,
    },
    vue({
      isProduction: true,
      template: { compilerOptions: { isCustomElement: (tag) => tag.startsWith("audit-log-") } },
    }),
  ];
  const { output } = [
    await build({
      root,
      configFile: false,
      logLevel: "error",
      plugins,
      oxc: { jsx: { development: false } },
      define: { "process.env.NODE_ENV": '"production"' },
      build: {
        write: false,
        minify: false,
        lib: { entry: "entry", formats: ["es"], fileName: "snippet" },
        rolldownOptions: { external: /^audit-log-viewer/ },
      },
    }),
  ].flat()[0];
  return output[0].code;
}
