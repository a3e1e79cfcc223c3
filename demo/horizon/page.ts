import { showDemo } from "../gallery/show-demo.js";
import text from "./example.ts?raw";
import { followThemeSwitch } from "./host.js";

const getById = (id: string) => document.getElementById(id) as HTMLElement;

await showDemo("horizon", {
  source: { file: "example.ts", text },
  run() {
    followThemeSwitch(getById("themes"), getById("horizon"));
    return import("./example.js");
  },
});
