import { showFrames } from "../gallery/framed-example.js";
import { showDemo } from "../gallery/show-demo.js";
import text from "./example.html?raw";

await showDemo("strict-policy", {
  source: { file: "example.html", text },
  run: (serving) => showFrames(serving, { "./example.html": "A page with a strict policy" }),
});
