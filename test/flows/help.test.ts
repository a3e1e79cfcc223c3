import { expect } from "@open-wc/testing";
import { emulateMedia } from "@web/test-runner-commands";
import type { AuditLogViewer } from "../../src/index.js";
import { findAxeProblems } from "../support/axe.js";
import { press } from "../support/user-input.js";
import { get, hasFocus, findElement, getName } from "../support/screen.js";
import { cleanUp, waitForRender, showViewer, waitUntil } from "./support.js";

const link = (viewer: AuditLogViewer) => findElement(viewer, "link", "Help") as HTMLAnchorElement | undefined;

async function showWithHelp(properties: Partial<AuditLogViewer> = {}, width = 1280) {
  const on = await showViewer({ helpUrl: "./help/index.html", ...properties }, { events: 200, days: 1, width });
  await waitUntil(() => link(on.viewer), "the button");
  return on;
}

describe("the help button", () => {
  afterEach(async () => {
    cleanUp();
    document.documentElement.removeAttribute("dir");
    await emulateMedia({ forcedColors: "none" });
  });

  it("is not there without a page to open", async () => {
    const { viewer } = await showViewer({}, { events: 200, days: 1 });
    await viewer.search();
    expect(link(viewer)).to.equal(undefined);
  });

  it("opens the page in a new tab without access to this one, before and after the first search", async () => {
    const { viewer } = await showWithHelp();
    expect(link(viewer)!.href).to.equal(new URL("./help/index.html", document.baseURI).href);
    expect(link(viewer)!.target).to.equal("_blank");
    expect(link(viewer)!.rel).to.equal("noopener noreferrer");
    await viewer.search();
    await waitUntil(() => findElement(viewer, "button", "Refresh"), "the results");
    expect(link(viewer)).not.to.equal(undefined);
    expect(await findAxeProblems(viewer)).to.deep.equal([]);
  });

  it("follows Export in the order of Tab", async () => {
    const { viewer } = await showWithHelp();
    await viewer.search();
    get(viewer, "button", /^Export/).focus();
    await press("Tab");
    expect(hasFocus(link(viewer)!)).to.equal(true);
  });

  it("appears and disappears with the property", async () => {
    const { viewer } = await showWithHelp();
    viewer.helpUrl = "https://help.example/log?from=viewer";
    await waitUntil(() => link(viewer)?.href === "https://help.example/log?from=viewer", "the other page");
    viewer.removeAttribute("help-url");
    viewer.helpUrl = undefined;
    await waitUntil(() => !link(viewer), "it to go");
    viewer.setAttribute("help-url", "/guide/");
    await waitUntil(() => link(viewer)?.pathname === "/guide/", "the attribute's page");
  });

  for (const wrong of ["javascript:alert(1)", "data:text/html,x", "file:///etc/help", "https://", "  ", 7])
    it(`is hidden, with one warning, if the address is invalid: ${JSON.stringify(wrong)}`, async () => {
      const { warn } = console;
      const said: unknown[] = [];
      console.warn = (message: unknown) => said.push(message);
      try {
        const { viewer } = await showViewer({ helpUrl: wrong as string }, { events: 200, days: 1 });
        await waitUntil(() => said.length > 0, "the warning");
        viewer.helpUrl = undefined;
        await waitForRender(viewer);
        viewer.helpUrl = wrong as string;
        await viewer.search();
        expect(link(viewer)).to.equal(undefined);
        expect(said).to.have.length(1);
        expect(said[0]).to.match(/`help-url` must be the http\(s\) URL of a page; .* is ignored\./);
      } finally {
        console.warn = warn;
      }
    });

  for (const [locale, name] of [
    ["es", "Ayuda"],
    ["fr", "Aide"],
    ["ar", "مساعدة"],
  ] as const)
    it(`has its name in ${locale}`, async () => {
      const { viewer } = await showViewer({ helpUrl: "/help", locale }, { events: 200, days: 1 });
      const found = await waitUntil(() => findElement(viewer, "link", name), "the button");
      expect(getName(found)).to.equal(name);
    });

  for (const dir of ["ltr", "rtl"])
    it(`fits into the line of tools at 320 px: ${dir}`, async () => {
      document.documentElement.dir = dir;
      const { viewer } = await showWithHelp({ timezone: "America/New_York" }, 320);
      await viewer.search();
      await waitUntil(() => findElement(viewer, "button", "Refresh"), "the results");
      expect(viewer.scrollWidth).to.be.at.most(320);
      const [help, table] = [link(viewer)!, get(viewer, "radio", "Table")].map((one) => one.getBoundingClientRect());
      expect(help!.width).to.be.at.least(24);
      expect(help!.height).to.be.at.least(24);
      expect(Math.abs((help!.top + help!.bottom) / 2 - (table!.top + table!.bottom) / 2)).to.be.at.most(2);
      const place = viewer.getBoundingClientRect();
      expect(help!.left).to.be.at.least(place.left);
      expect(help!.right).to.be.at.most(place.right);
    });
});
