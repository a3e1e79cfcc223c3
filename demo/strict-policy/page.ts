import { framedExample, NO_FRAMES } from "../gallery/framed-example.js";
import { showDemo } from "../gallery/show-demo.js";
import text from "./example.html?raw";

await showDemo("strict-policy", {
  source: { file: "example.html", text },
  run({ problem }) {
    document
      .querySelector("#example")
      ?.replaceChildren(problem ? NO_FRAMES : framedExample("./example.html", "A page with a strict policy"));
  },
});
