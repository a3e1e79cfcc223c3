import { expect } from "@open-wc/testing";
import { setViewport } from "@web/test-runner-commands";
import { keepPositioned, type Align } from "../../../src/ui/popups/positioning.js";
import { popup as popupStyles } from "../../../src/ui/styles/popup.js";
import { WINDOW_SIZE } from "../../support/window-size.js";

const waitForFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));

/** Waits until it is true, frame by frame. */
async function waitUntilTrue(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await waitForFrame();
}

/** A frame with an anchor of 80 x 20 px and an open popup of 200 px width. */
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
    await new Promise<void>((placed) => (this.#end = keepPositioned(this.popup, this.anchor, align, placed)));
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
  after(() => setViewport(WINDOW_SIZE));
  afterEach(() => page.end());

  it("is under its anchor, flush with its start", async () => {
    page = new Page(100, 50, 150);
    const { left, top } = await page.place();
    expect([left, top]).to.deep.equal([100, 74]);
    expect(page.popup.dataset).to.have.property("placed");
  });

  it("is flush with its end on request, and mirrored in right-to-left text", async () => {
    page = new Page(400, 50, 150);
    expect((await page.place("end")).right).to.equal(480);
    page.end();
    page = new Page(400, 50, 150);
    page.root.dir = "rtl";
    expect((await page.place("start")).right).to.equal(480);
  });

  it("is over its anchor if there is more room than under it", async () => {
    page = new Page(100, 500, 150);
    expect((await page.place()).bottom).to.equal(496);
  });

  it("uses the roomier side if neither has enough room, and fits its height", async () => {
    page = new Page(100, 250, 460);
    const { top, bottom } = await page.place();
    expect([top, bottom]).to.deep.equal([274, 592]);
  });

  it("stays inside the visible area", async () => {
    page = new Page(700, 50, 150);
    expect((await page.place()).right).to.be.at.most(792);
    page.end();
    page = new Page(10, 50, 150);
    expect((await page.place("end")).left).to.be.at.least(8);
  });

  it("chooses the roomier side again on request", async () => {
    page = new Page(100, 400, 150);
    await page.place();
    expect(page.box.top).to.equal(424);
    page.popup.style.height = "300px";
    expect((await page.place()).bottom).to.equal(396);
  });

  it("is right below its anchor, if that is visible, when the code that places it cannot be loaded", async () => {
    const answer = await fetch(new URL("../../../src/ui/popups/positioning.ts", import.meta.url));
    const text = (await answer.text()).replace(
      /import\("[^"]*floating[^"]*"\)/,
      "Promise.reject(new Error('offline'))",
    );
    const script = document.createElement("script");
    script.type = "module";
    const offline = new Promise<typeof keepPositioned>((resolve) => Object.assign(script, { resolve }));
    script.textContent = `${text}\ndocument.querySelector("#offline").resolve(keepPositioned);`;
    script.id = "offline";
    document.body.append(script);
    const keepOffline = await offline;
    script.remove();
    for (const [x, y, left, top] of [
      [100, 50, 100, 74],
      [700, 50, 592, 74],
      [100, 560, 100, 442],
    ] as const) {
      page = new Page(x, y, 150);
      await new Promise<void>((placed) => keepOffline(page.popup, page.anchor, "end", placed));
      expect([page.box.left, page.box.top]).to.deep.equal([left, top]);
      page.end();
    }
  });

  it("stays inside the visible area when it grows", async () => {
    for (const dir of ["ltr", "rtl"]) {
      page = new Page(700, 500, 150);
      page.root.dir = dir;
      await page.place("end");
      page.popup.style.width = "400px";
      page.popup.style.height = "560px";
      await waitUntilTrue(() => {
        const { left, top, right, bottom } = page.box;
        return left >= 8 && top >= 8 && right <= 792 && bottom <= 592;
      });
      page.end();
    }
  });

  it("follows its anchor, whatever moves it", async () => {
    page = new Page(100, 300, 150);
    await page.place();
    page.anchor.style.top = "340px";
    await waitUntilTrue(() => page.box.top === 364);
  });

  it("is not updated after it has ended", async () => {
    page = new Page(100, 50, 150);
    await page.place();
    page.end();
    document.body.append(page.root);
    page.anchor.style.top = "300px";
    await waitForFrame();
    await waitForFrame();
    expect(page.popup.dataset).not.to.have.property("placed");
    expect(page.popup.style.getPropertyValue("--_popup-y")).to.equal("74px");
  });
});
