import { resolve } from "node:path";

export default {
  mode: "production",
  entry: "./src/main.ts",
  output: { path: resolve(import.meta.dirname, "dist"), filename: "main.js" },
  module: { rules: [{ test: /\.ts$/, use: "ts-loader" }] },
  resolve: { extensions: [".ts", ".js"] },
  performance: false,
};
