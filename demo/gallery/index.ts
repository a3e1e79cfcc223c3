import { createAddress, type Demo, DEMOS, findPictures } from "./demos.js";
import { element } from "./element.js";

/** The size of all pictures, px. */
const SIZE = { width: 760, height: 475 };

const findUrl = (name: string) => new URL(`./pictures/${name}.webp`, import.meta.url).href;

/** Creates the picture of a page, in the user's color scheme. */
function picture(demo: Demo): HTMLElement {
  const { light, dark } = findPictures(demo);
  return element("picture", {}, [
    element("source", { srcset: findUrl(dark), media: "(prefers-color-scheme: dark)" }),
    element("img", { src: findUrl(light), alt: demo.picture, ...SIZE }),
  ]);
}

document
  .querySelector("#demos")
  ?.append(
    ...DEMOS.map((demo) =>
      element("li", {}, [
        picture(demo),
        element("h2", {}, [element("a", { href: createAddress(demo), textContent: demo.title })]),
        element("p", { textContent: demo.about }),
      ]),
    ),
  );
