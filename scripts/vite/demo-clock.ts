import type { Plugin } from "vite";

/** Every page of the demo has its clock before anything else: whatever reads the time reads that one. */
export const demoClock: Plugin = {
  name: "demo-clock",
  transformIndexHtml: {
    order: "pre",
    handler: () => [{ tag: "script", attrs: { src: "/clock.js" }, injectTo: "head-prepend" }],
  },
};
