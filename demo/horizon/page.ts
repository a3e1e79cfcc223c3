import { showDemo } from "../gallery/show-demo.js";
import text from "./example.ts?raw";
import { followThemeSwitch } from "./host.js";

const byId = (id: string) => document.getElementById(id) as HTMLElement;

await showDemo("horizon", {
  source: { file: "example.ts", text },
  run() {
    followThemeSwitch(byId("themes"), byId("horizon"));
    return import("./example.js");
  },
});
