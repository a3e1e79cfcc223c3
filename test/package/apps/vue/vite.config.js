import vue from "@vitejs/plugin-vue";
import { defineConfig } from "vite";

const isCustomElement = (tag) => tag === "audit-log-viewer";

export default defineConfig({ plugins: [vue({ template: { compilerOptions: { isCustomElement } } })] });
