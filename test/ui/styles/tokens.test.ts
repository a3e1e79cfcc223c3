import { expect } from "@open-wc/testing";
import { emulateMedia } from "@web/test-runner-commands";
import { html } from "lit";
import { contrast as measureContrast, hex as formatHex, rgba } from "../../support/contrast.js";
import { mount } from "../../views/support.js";

/** Colours of a token as the browser computes them, in a viewer of this theme on which these are set. */
async function readColors(
  names: string[],
  theme: "light" | "dark",
  set: Record<string, string> = {},
): Promise<string[]> {
  const { root } = await mount(html`<div></div>`, { theme });
  for (const [name, value] of Object.entries(set)) root.style.setProperty(name, value);
  const probe = root.content.firstElementChild as HTMLElement;
  return names.map((name) => {
    probe.style.setProperty("background-color", "rgb(1, 2, 3)");
    probe.style.setProperty("background-color", `var(--_alv-${name})`);
    return getComputedStyle(probe).backgroundColor;
  });
}

const toHex = (color: string): string => formatHex(rgba(color));
const computeContrast = (one: string, other: string): number => measureContrast(rgba(one), rgba(other));

const THEMES = ["light", "dark"] as const;
const SURFACES = ["surface", "surface-raised", "surface-sunken", "surface-hover", "surface-pressed", "accent-soft"];
const BADGES = ["blue", "green", "orange", "red", "purple", "cyan", "neutral"];

/** Every hue, pale to deep, with the ends of each scale. */
const ACCENTS = [
  "#000000",
  "#ffffff",
  "#777777",
  "#ffff00",
  "#00ff00",
  "#0000ff",
  "#ff0000",
  ...Array.from({ length: 12 }, (_, hue) => [
    `hsl(${hue * 30} 90% 25%)`,
    `hsl(${hue * 30} 80% 50%)`,
    `hsl(${hue * 30} 70% 75%)`,
  ]).flat(),
];

describe("tokens", () => {
  it("are the house blue if no accent is set", async () => {
    const names = ["accent", "accent-hover", "accent-text", "on-accent", "focus", "surface", "text", "border"];
    expect((await readColors(names, "light")).map(toHex)).to.deep.equal([
      "#1f5fd6",
      "#194eb3",
      "#1a55c4",
      "#ffffff",
      "#1f5fd6",
      "#ffffff",
      "#181b22",
      "#e4e7ec",
    ]);
    expect((await readColors(names, "dark")).map(toHex)).to.deep.equal([
      "#3571e3",
      "#2a63d1",
      "#8ab4ff",
      "#ffffff",
      "#8ab4ff",
      "#15181d",
      "#e8ebf0",
      "#2b3038",
    ]);
  });

  for (const theme of THEMES) {
    it(`keep text readable on every surface, ${theme}`, async () => {
      const grounds = await readColors(SURFACES, theme);
      for (const text of await readColors(["text", "text-muted", "accent-text"], theme)) {
        for (const ground of grounds) expect(computeContrast(text, ground)).to.be.at.least(4.5);
      }
      for (const badge of BADGES) {
        const [ground = "", text = "", dot = ""] = await readColors(
          [`${badge}-bg`, `${badge}-text`, `${badge}-dot`],
          theme,
        );
        expect(computeContrast(text, ground), badge).to.be.at.least(4.5);
        expect(computeContrast(dot, ground), badge).to.be.at.least(3);
      }
      for (const tone of ["danger", "warning", "success"]) {
        const [ground = "", text = "", mark = ""] = await readColors([`${tone}-soft`, tone, `${tone}-mark`], theme);
        expect(computeContrast(text, ground), tone).to.be.at.least(4.5);
        expect(computeContrast(mark, ground), tone).to.be.at.least(3);
      }
      const [border = "", ...under] = await readColors(
        ["border-strong", "surface", "surface-sunken", "accent-soft"],
        theme,
      );
      for (const ground of under) expect(computeContrast(border, ground)).to.be.at.least(3);
    });

    it(`keep text on the accent, and the accent as text, readable for any accent, ${theme}`, async () => {
      for (const accent of ACCENTS) {
        const set = { "--alv-accent": accent };
        const [own = "", hover = "", on = "", text = "", focus = "", ...grounds] = await readColors(
          ["accent", "accent-hover", "on-accent", "accent-text", "focus", ...SURFACES],
          theme,
          set,
        );
        expect(computeContrast(on, own), `on ${accent}`).to.be.at.least(4.5);
        expect(computeContrast(on, hover), `on the hover of ${accent}`).to.be.at.least(4.5);
        for (const ground of grounds) {
          expect(computeContrast(text, ground), `${accent} as text`).to.be.at.least(4.5);
          expect(computeContrast(focus, ground), `${accent} as focus`).to.be.at.least(3);
        }
      }
    });

    it(`keep the accent visible as a border, a box or a bar, for any accent, ${theme}`, async () => {
      const partner: Record<string, string> =
        theme === "light"
          ? { "--alv-surface": "#fff8ec", "--alv-text": "#2b1d0a" }
          : { "--alv-surface": "#1d1626", "--alv-text": "#f3e9ff" };
      for (const accent of ["", ...ACCENTS]) {
        for (const base of [{}, partner]) {
          const set = accent ? { ...base, "--alv-accent": accent } : base;
          const [edge = "", ...grounds] = await readColors(
            ["accent-edge", "surface", "surface-raised", "surface-sunken", "surface-pressed"],
            theme,
            set,
          );
          for (const ground of grounds)
            expect(computeContrast(edge, ground), `${accent} on ${ground}`).to.be.at.least(3);
        }
      }
      const seen = theme === "light" ? "#c4003f" : "#ff5cb3";
      const [kept = ""] = await readColors(["accent-edge"], theme, { "--alv-accent": seen });
      expect(toHex(kept), "one that is seen anyway").to.equal(seen);
    });

    it(`derive the other surfaces from a surface, and muted text and lines from a text, ${theme}`, async () => {
      const set: Record<string, string> =
        theme === "light"
          ? { "--alv-surface": "#fff8ec", "--alv-text": "#2b1d0a" }
          : { "--alv-surface": "#1d1626", "--alv-text": "#f3e9ff" };
      const [muted = "", text = "", edge = "", ...grounds] = await readColors(
        ["text-muted", "text", "border-strong", ...SURFACES],
        theme,
        set,
      );
      expect(new Set(grounds.map(toHex)).size).to.be.at.least(5);
      for (const ground of grounds) {
        expect(computeContrast(text, ground)).to.be.at.least(7);
        expect(computeContrast(muted, ground)).to.be.at.least(4.5);
      }
      expect(computeContrast(edge, grounds[0] ?? "")).to.be.at.least(3);
    });
  }

  it("accept each value that a partner sets alone", async () => {
    const set = { "--alv-accent": "#800080", "--alv-accent-hover": "#123456", "--alv-red-bg": "#abcdef" };
    const found = await readColors(["accent", "accent-hover", "red-bg"], "light", set);
    expect(found.map(toHex)).to.deep.equal(["#800080", "#123456", "#abcdef"]);
  });

  it("follow the colour scheme of the host page unless a theme is set", async () => {
    const { root } = await mount(html`<div></div>`);
    const readGround = () => toHex(getComputedStyle(root).backgroundColor);
    root.removeAttribute("theme");
    expect(readGround()).to.equal("#ffffff");
    document.documentElement.style.setProperty("color-scheme", "dark");
    expect(readGround()).to.equal("#15181d");
    root.setAttribute("theme", "light");
    expect(readGround()).to.equal("#ffffff");
    document.documentElement.style.removeProperty("color-scheme");
  });

  it("are denser on request, and a partner's own value overrides both", async () => {
    const { root } = await mount(html`<div></div>`);
    const readToken = (name: string) => getComputedStyle(root).getPropertyValue(name);
    expect([readToken("--_alv-row-height"), readToken("--_alv-control-height")]).to.deep.equal(["40px", "32px"]);
    root.setAttribute("density", "compact");
    expect([readToken("--_alv-row-height"), readToken("--_alv-control-height")]).to.deep.equal(["32px", "28px"]);
    root.style.setProperty("--alv-row-height", "56px");
    expect(readToken("--_alv-row-height")).to.equal("56px");
  });

  it("have no animation for users who prefer less motion", async () => {
    await emulateMedia({ reducedMotion: "reduce" });
    const { root } = await mount(html`<div></div>`);
    expect(getComputedStyle(root).getPropertyValue("--_alv-motion-base")).to.equal("0ms");
    await emulateMedia({ reducedMotion: "no-preference" });
  });

  it("keep the viewer's text style, whatever the host page sets", async () => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      "* { letter-spacing: 3px; text-transform: uppercase; line-height: 3; color: red; font-family: serif; box-sizing: content-box !important; }",
    );
    document.adoptedStyleSheets = [sheet];
    const { root } = await mount(html`<div></div>`);
    const { letterSpacing, textTransform, lineHeight, color, boxSizing } = getComputedStyle(root);
    document.adoptedStyleSheets = [];
    expect([letterSpacing, textTransform, lineHeight, toHex(color), boxSizing]).to.deep.equal([
      "normal",
      "none",
      "20px",
      "#181b22",
      "border-box",
    ]);
  });
});
