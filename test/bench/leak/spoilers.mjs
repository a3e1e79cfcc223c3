/*
 * `--spoil KIND` adds a leak to each round, to show that the test notices it. Each function runs in the page, right
 * before the viewer is removed.
 */
export const SPOILERS = {
  viewer: () => (globalThis.kept ??= []).push(document.querySelector("audit-log-viewer")),
  heap: () => (globalThis.kept ??= []).push(Array.from({ length: 10_000 }, (_, at) => ({ at }))),
  timer: () => setInterval(() => undefined, 60_000),
  listener: () => addEventListener("resize", () => undefined),
  url: () => URL.createObjectURL(new Blob(["a"])),
  worker: () => (globalThis.kept ??= []).push(new Worker("data:text/javascript,onmessage = () => undefined")),
  request: () => void fetch(`${document.querySelector("audit-log-viewer").getAttribute("api-base")}/never`),
};
