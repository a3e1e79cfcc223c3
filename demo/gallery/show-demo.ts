import type { MockServerOptions } from "../mocks/index.js";
import { type Serving, serve } from "../serving.js";
import { createAddress, type Demo, DEMOS } from "./demos.js";
import { createElement } from "./element.js";
import { type Source, createSourcePanel } from "./source-panel.js";

const API_BASE = "/ns-api/v2";
/** Three months of a platform, which the browser creates at once. */
const DATA = { events: 15_000, days: 100 };

export interface ShownDemo {
  readonly source: Source;
  /** Whether the source is above the example; otherwise it is below. */
  readonly sourceFirst?: true;
  readonly server?: MockServerOptions;
  /** Starts the example when its server is ready. */
  run(serving: Serving): unknown;
}

/**
 * Shows a page of the gallery: the content of its `<main>`, with a title, links to the other pages, and the source.
 * Called once, by the page of `folder`.
 */
export async function showDemo(
  folder: string,
  { source, sourceFirst, server: options, run }: ShownDemo,
): Promise<void> {
  const demos = DEMOS.filter(({ own }) => !own);
  const at = demos.findIndex((demo) => demo.folder === folder);
  const demo = demos[at];
  const main = document.querySelector("main");
  if (!demo || !main) throw new Error(`The gallery has no page "${folder}".`);
  const starting = createElement("p", {
    className: "starting",
    role: "status",
    textContent: "Starting the demo's server…",
  });
  main.prepend(
    createElement("div", { className: "lead" }, [
      createElement("h1", { textContent: demo.title }),
      createElement("p", {}, [demo.about, " ", createElement("a", { href: "#source", textContent: "See the source" })]),
      starting,
    ]),
  );
  const panel = createSourcePanel(source);
  if (sourceFirst) main.querySelector(".stage")?.before(panel);
  document.body.prepend(
    createElement("header", { className: "top" }, [
      createElement("a", { href: "../gallery/", textContent: "All demos" }),
      createElement("nav", { ariaLabel: "Demos" }, [
        ...createLinkTo("Previous", demos[at - 1], "prev"),
        ...createLinkTo("Next", demos[at + 1], "next"),
      ]),
    ]),
  );
  const serving = await serve(API_BASE, { workerUrl: "../mockServiceWorker.js", ...DATA, ...options });
  if (serving.fetch) answerInside(window, serving.fetch);
  starting.textContent = serving.problem ?? "";
  const searched = waitForFirstSearch();
  await run(serving);
  if (sourceFirst) return;
  // A viewer grows with its first results, so the source below it appears after them.
  if (!main.querySelector("iframe")) await searched;
  main.append(panel);
}

/** Resolves when a viewer on the page has shown results or an error. */
function waitForFirstSearch(): Promise<unknown> {
  const waitForFirst = (name: string) =>
    new Promise((resolve) => document.addEventListener(name, resolve, { once: true }));
  return Promise.race([waitForFirst("alv-results"), waitForFirst("alv-error")]);
}

function createLinkTo(word: string, demo: Demo | undefined, rel: string): HTMLElement[] {
  if (!demo) return [];
  return [
    createElement("a", { href: createAddress(demo), rel }, [
      createElement("span", { className: "way", textContent: `${word}: ` }),
      demo.title,
    ]),
  ];
}

/** Answers the page's requests to the API with the server in the page; all other requests reach the network. */
function answerInside(page: Window, answer: typeof fetch): void {
  const outside = page.fetch.bind(page);
  page.fetch = (input, init) => {
    const url = new URL(input instanceof Request ? input.url : String(input), document.baseURI);
    return url.pathname.startsWith(`${API_BASE}/`) ? answer(url.href, init) : outside(input, init);
  };
}
