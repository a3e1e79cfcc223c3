import { framedExample, NO_FRAMES } from "../gallery/framed-example.js";
import { showDemo } from "../gallery/show-demo.js";
import text from "./example.html?raw";

await showDemo("hostile-host", {
  source: { file: "example.html", text },
  run({ problem }) {
    const place = document.querySelector("#example");
    if (problem) return place?.replaceChildren(NO_FRAMES);
    const hosts = {
      hostile: framedExample("./example.html", "A hostile page"),
      plain: framedExample("./plain-example.html", "The same page without hostile rules"),
    };
    place?.replaceChildren(...Object.values(hosts));
    // Both stay, so that the eye sees one change into the other.
    const show = () => {
      const chosen = document.querySelector<HTMLInputElement>("#hosts input:checked")?.value;
      for (const [name, frame] of Object.entries(hosts)) frame.classList.toggle("framed-behind", name !== chosen);
    };
    document.querySelector("#hosts")?.addEventListener("change", show);
    show();
  },
});
