import { expect } from "@open-wc/testing";
import { render } from "lit";
import { onLateCode } from "../../../src/core/text/late-code.js";
import { toVisibleText } from "../../../src/core/text/visible-text.js";
import { summary } from "../../../src/i18n/en/summary.js";
import { renderLookAlikes } from "../../../src/views/values/look-alike-name.js";
import { lookAlikes, renderName } from "../../../src/views/values/name-text.js";

before(() => lookAlikes.set(renderLookAlikes));

const show = (text: string) => {
  const place = document.createElement("p");
  render(renderName(toVisibleText(text), summary), place);
  return place;
};

describe("a name with letters that look like Latin ones", () => {
  it("has these letters underlined, with a tooltip", () => {
    const letters = [...show("p\u0430yp\u0430l.\u03BFps").querySelectorAll("u")];
    expect(letters.map(({ textContent, title }) => [textContent, title])).to.deep.equal([
      ["\u0430", "Contains Cyrillic letters"],
      ["\u0430", "Contains Cyrillic letters"],
      ["\u03BF", "Contains Greek letters"],
    ]);
  });

  it("is explained once to screen readers, and is copied exactly", () => {
    const place = show("p\u0430yp\u0430l.\u03BFps");
    expect(place.textContent).to.equal("p\u0430yp\u0430l.\u03BFps");
    const hints = [...place.querySelectorAll<HTMLElement>(".hint")].map(({ dataset }) => dataset["hint"]);
    expect(hints).to.deep.equal(["Contains Cyrillic letters · Contains Greek letters"]);
  });

  it("is shown without marks while their code is loaded, and then again with them", async () => {
    lookAlikes.set();
    let loads = 0;
    lookAlikes.loadWith(async () => {
      loads += 1;
      return renderLookAlikes;
    });
    let shown = 0;
    const end = onLateCode(() => (shown += 1));
    expect(renderName("maria.ortiz", summary), "nothing is loaded").to.equal("maria.ortiz");
    expect([lookAlikes.loading, loads]).to.deep.equal([undefined, 0]);
    expect(renderName("p\u0430ypal", summary)).to.equal("p\u0430ypal");
    await lookAlikes.loading;
    end();
    expect([loads, shown]).to.deep.equal([1, 1]);
    expect([...show("p\u0430ypal").querySelectorAll("u")]).to.have.length(1);
  });

  it("is plain text otherwise", () => {
    expect(renderName("maria.ortiz", summary)).to.equal("maria.ortiz");
    expect(show("\u0438\u0432\u0430\u043D").innerHTML).not.to.contain("<u");
  });
});
