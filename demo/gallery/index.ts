import { addressOf, DEMOS } from "./demos.js";
import { element } from "./element.js";

document
  .querySelector("#demos")
  ?.append(
    ...DEMOS.map((demo) =>
      element("li", {}, [
        element("h2", {}, [element("a", { href: addressOf(demo), textContent: demo.title })]),
        element("p", { textContent: demo.about }),
      ]),
    ),
  );
