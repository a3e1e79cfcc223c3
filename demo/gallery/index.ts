import { createAddress, type Demo, DEMOS, findPictures } from "./demos.js";
import { createElement } from "./element.js";

/** The size of all pictures, px. */
const SIZE = { width: 760, height: 475 };

const findUrl = (name: string) => new URL(`./pictures/${name}.webp`, import.meta.url).href;

/** Creates the picture of a page, in the user's color scheme. */
function createPicture(demo: Demo): HTMLElement {
  const { light, dark } = findPictures(demo);
  return createElement("picture", {}, [
    createElement("source", { srcset: findUrl(dark), media: "(prefers-color-scheme: dark)" }),
    createElement("img", { src: findUrl(light), alt: demo.picture, ...SIZE }),
  ]);
}

document
  .querySelector("#demos")
  ?.append(
    ...DEMOS.map((demo) =>
      createElement("li", {}, [
        createPicture(demo),
        createElement("h2", {}, [createElement("a", { href: createAddress(demo), textContent: demo.title })]),
        createElement("p", { textContent: demo.about }),
      ]),
    ),
  );
