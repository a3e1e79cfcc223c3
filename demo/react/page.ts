import { showDemo } from "../gallery/show-demo.js";
import text from "./example.tsx?raw";

await showDemo("react", { source: { file: "example.tsx", text }, run: () => import("./example.js") });
