import { showDemo } from "../gallery/show-demo.js";
import { followForm } from "./server-form.js";
import text from "./example.ts?raw";
import { followRequests } from "./request-log.js";

await showDemo("failing-servers", {
  source: { file: "example.ts", text },
  run({ server }) {
    followForm(document.querySelector("#server") as HTMLFormElement, server);
    followRequests(document.querySelector("#log") as HTMLElement, server);
    return import("./example.js");
  },
});
