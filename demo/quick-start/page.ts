import { showDemo } from "../gallery/show-demo.js";
import text from "./index.html?raw";

await showDemo("quick-start", {
  source: { file: "index.html", text },
  sourceFirst: true,
  run() {
    const place = document.querySelector("#example");
    // The viewer searches at once, so that it has to wait for its server.
    const example = place?.querySelector("template")?.content;
    if (place && example) place.replaceChildren(document.importNode(example, true));
  },
});
