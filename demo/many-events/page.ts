import { showDemo } from "../gallery/show-demo.js";
import text from "./example.ts?raw";

const EVENTS = 100_000;
const number = new Intl.NumberFormat("en");

await showDemo("many-events", {
  source: { file: "example.ts", text },
  server: { events: EVENTS, days: 30, seed: 7, onDemand: true },
  run({ server }) {
    const kept = document.querySelector("#kept");
    const viewer = document.querySelector("audit-log-viewer");
    const count = () => {
      const { recordsInMemory, requests } = server;
      if (!kept) return;
      kept.textContent = `${number.format(EVENTS)} events; the mock server keeps ${number.format(recordsInMemory)} in memory. ${number.format(requests.length)} requests so far.`;
    };
    for (const name of ["alv-results", "alv-export"]) viewer?.addEventListener(name, count);
    return import("./example.js");
  },
});
