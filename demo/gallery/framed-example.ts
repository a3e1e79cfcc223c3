import { element } from "./element.js";

/**
 * A host page within this one, with its own styles, built-ins and policy. It is as high as what is in it, so that only the
 * page around it scrolls.
 */
export function framedExample(src: string, title: string): HTMLIFrameElement {
  const frame = element("iframe", { src, title, allow: "clipboard-write", className: "framed" });
  frame.addEventListener("load", () => {
    const root = frame.contentDocument?.documentElement;
    if (!root) return;
    const fit = () => (frame.style.blockSize = `${root.getBoundingClientRect().height}px`);
    new ResizeObserver(fit).observe(root);
    fit();
  });
  return frame;
}

/** Frames have no server but the one in the service worker. */
export const NO_FRAMES =
  "The page within this page needs a service worker, and this browser does not start one here: open it in an ordinary window.";
