import { expect } from "@open-wc/testing";
import { setViewport } from "@web/test-runner-commands";
import { keepPlaced, type Align } from "../../src/controllers/placing.js";
import { popup as popupStyles } from "../../src/styles/popup.js";

const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));

/** A page of its own with an anchor of 80 x 20 px and an open popup of 200 px width. */
class Page {
  readonly root = document.createElement("div");
  readonly anchor = document.createElement("button");
  readonly popup = document.createElement("div");
  readonly #sheet = popupStyles.styleSheet!;
  #end: () => void = () => undefined;

  constructor(x: number, y: number, height: number) {
    Object.assign(this.anchor.style, {
      position: "fixed",
      left: `${x}px`,
      top: `${y}px`,
      width: "80px",
      height: "20px",
    });
    this.popup.className = "popup";
    this.popup.popover = "manual";
    Object.assign(this.popup.style, { width: "200px", height: `${height}px`, boxSizing: "border-box" });
    this.root.append(this.anchor, this.popup);
    document.body.append(this.root);
    document.adoptedStyleSheets.push(this.#sheet);
    this.popup.showPopover();
  }

  async place(align: Align = "start"): Promise<DOMRect> {
    this.#end();
    await new Promise<void>((placed) => (this.#end = keepPlaced(this.popup, this.anchor, align, placed)));
    return this.box;
  }

  get box(): DOMRect {
    return this.popup.getBoundingClientRect();
  }

  end(): void {
    this.#end();
    this.root.remove();
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== this.#sheet);
  }
}

describe("the place of a popup", () => {
  let page: Page;

  before(() => setViewport({ width: 800, height: 600 }));
  afterEach(() => page.end());

  it("is under its anchor, flush with its start", async () => {
    page = new Page(100, 50, 150);
    const { left, top } = await page.place();
    expect([left, top]).to.deep.equal([100, 74]);
    expect(page.popup.dataset).to.have.property("placed");
  });

  it("is flush with its end on request, and the other way round where text runs from the right", async () => {
    page = new Page(400, 50, 150);
    expect((await page.place("end")).right).to.equal(480);
    page.end();
    page = new Page(400, 50, 150);
    page.root.dir = "rtl";
    expect((await page.place("start")).right).to.equal(480);
  });

  it("is over its anchor where there is no room under it, and more over it", async () => {
    page = new Page(100, 500, 150);
    expect((await page.place()).bottom).to.equal(496);
  });

  it("takes the roomier side where neither has enough, and is as high as that", async () => {
    page = new Page(100, 250, 460);
    const { top, bottom } = await page.place();
    expect([top, bottom]).to.deep.equal([274, 592]);
  });

  it("stays inside of what can be seen", async () => {
    page = new Page(700, 50, 150);
    expect((await page.place()).right).to.be.at.most(792);
    page.end();
    page = new Page(10, 50, 150);
    expect((await page.place("end")).left).to.be.at.least(8);
  });

  it("looks for the roomier side anew on request", async () => {
    page = new Page(100, 400, 150);
    await page.place();
    expect(page.box.top).to.equal(424);
    page.popup.style.height = "300px";
    expect((await page.place()).bottom).to.equal(396);
  });

  it("stands at once, and needs nothing that has to be fetched", () => {
    page = new Page(100, 50, 150);
    const before = performance.getEntriesByType("resource").length;
    const end = keepPlaced(page.popup, page.anchor, "start");
    expect([page.box.left, page.box.top]).to.deep.equal([100, 74]);
    expect(performance.getEntriesByType("resource").length).to.equal(before);
    end();
  });

  it("stays inside of what can be seen when it grows", async () => {
    for (const dir of ["ltr", "rtl"]) {
      page = new Page(700, 500, 150);
      page.root.dir = dir;
      await page.place("end");
      page.popup.style.width = "400px";
      page.popup.style.height = "560px";
      await frame();
      await frame();
      const { left, top, right, bottom } = page.box;
      expect(left).to.be.at.least(8);
      expect(top).to.be.at.least(8);
      expect(right).to.be.at.most(792);
      expect(bottom).to.be.at.most(592);
      page.end();
    }
  });

  it("follows its anchor, whatever moves it, and keeps its side", async () => {
    page = new Page(100, 300, 150);
    await page.place();
    page.anchor.style.top = "340px";
    await frame();
    await frame();
    expect(page.box.top).to.equal(364);
    // Less room than it wants, but enough for a list.
    page.anchor.style.top = "430px";
    await frame();
    await frame();
    expect(page.box.top).to.equal(454);
    expect(page.box.bottom).to.be.at.most(592);
  });

  it("is left alone once it is ended", async () => {
    page = new Page(100, 50, 150);
    await page.place();
    page.end();
    document.body.append(page.root);
    page.anchor.style.top = "300px";
    await frame();
    await frame();
    expect(page.popup.dataset).not.to.have.property("placed");
    expect(page.popup.style.getPropertyValue("--_popup-y")).to.equal("74px");
  });
});
