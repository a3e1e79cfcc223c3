import { createApp } from "vue";
import { showDemo } from "../gallery/show-demo.js";
import text from "./Example.vue?raw";

await showDemo("vue", {
  source: { file: "Example.vue", text },
  async run() {
    const { default: Example } = await import("./Example.vue");
    createApp(Example).mount("#example");
  },
});
