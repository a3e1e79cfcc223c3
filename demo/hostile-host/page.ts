import { showFrames } from "../gallery/framed-example.js";
import { showDemo } from "../gallery/show-demo.js";
import text from "./example.html?raw";

const HOSTS = { "./example.html": "A hostile page", "./plain-example.html": "The same page without hostile rules" };

await showDemo("hostile-host", {
  source: { file: "example.html", text },
  async run(serving) {
    const frames = await showFrames(serving, HOSTS);
    const choice = document.querySelector("#hosts");
    // Both stay, so that the eye sees one change into the other.
    const show = () => {
      const plain = choice?.querySelector<HTMLInputElement>("input:checked")?.value === "plain";
      for (const [at, frame] of frames.entries()) frame.classList.toggle("framed-behind", plain === (at === 0));
    };
    choice?.addEventListener("change", show);
    show();
  },
});
