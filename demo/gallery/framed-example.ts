import type { Serving } from "../serving.js";
import { createElement } from "./element.js";

/** Frames can use only the server in the service worker. */
const NO_FRAMES =
  "The framed page needs a service worker, which this browser does not start here. Open the page in a regular window.";
const BUILDING = "Building the package for the framed page. The first time takes a few seconds…";

/**
 * Shows host pages in frames in `#example`, each with its own styles, built-ins and policy, and the built package.
 *
 * @param frames their titles by their addresses
 */
export async function showFrames(
  { problem }: Serving,
  frames: Readonly<Record<string, string>>,
): Promise<readonly HTMLIFrameElement[]> {
  const place = document.querySelector("#example");
  const said = createElement("p", {
    className: "stage-tools",
    role: "status",
    textContent: problem ? NO_FRAMES : BUILDING,
  });
  place?.replaceChildren(said);
  if (problem) return [];
  await fetch("/dist/audit-log-viewer.js");
  const shown = Object.entries(frames).map(([src, title]) => createFrame(src, title));
  place?.replaceChildren(...shown);
  return shown;
}

/** Creates a frame as high as its content, so that only the page around it scrolls. */
function createFrame(src: string, title: string): HTMLIFrameElement {
  const made = createElement("iframe", { src, title, allow: "clipboard-write", className: "framed" });
  made.addEventListener("load", () => {
    const root = made.contentDocument?.documentElement;
    if (!root) return;
    const fit = () => (made.style.blockSize = `${root.getBoundingClientRect().height}px`);
    new ResizeObserver(fit).observe(root);
    fit();
  });
  return made;
}
