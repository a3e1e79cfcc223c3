import { expect } from "@open-wc/testing";
import { emulateMedia } from "@web/test-runner-commands";
import { Random } from "../../demo/mocks/records/random.js";
import { PARTNER_THEMES, readTokens } from "../../demo/themes/index.js";
import type { AuditLogViewer } from "../../src/index.js";
import { findAxeProblems } from "../support/axe.js";
import { contrast, listDeepElements, findGround, hex, isShown, lookAt, rgba } from "../support/contrast.js";
import { press } from "../support/user-input.js";
import { getFocused, findElement, getName, findParent } from "../support/screen.js";
import { listSeeds } from "../support/seeds.js";
import { cleanUp, waitForRender, showViewer } from "./support.js";
import { THEME_STATES } from "./theme-states.js";
import { searchAndWait } from "./viewer-states.js";

const SCHEMES = ["light", "dark"] as const;
const { first: SEED, count: COUNT } = listSeeds(4001, 20);

interface Look {
  readonly name: string;
  readonly tokens: ReadonlyMap<string, string>;
  readonly density?: "compact";
}

const HOUSE: Look = { name: "the house", tokens: new Map() };
const PARTNERS: readonly Look[] = PARTNER_THEMES.map((theme) => ({ ...theme, tokens: readTokens(theme) }));

/** Any colour at all, the same one for the same seed. */
const ACCENTS: readonly Look[] = Array.from({ length: COUNT }, (_, index) => {
  const random = new Random(SEED + index);
  const accent = hex([random.int(0, 255), random.int(0, 255), random.int(0, 255), 1]);
  return { name: `${accent} (seed ${SEED + index})`, tokens: new Map([["--alv-accent", accent]]) };
});

/** Five tokens, none of which makes a colour that the house has. */
const FIVE: Look = {
  name: "five tokens",
  tokens: new Map([
    ["--alv-accent", "#ffab00"],
    ["--alv-surface", "light-dark(#fff1f6, #2a0d1c)"],
    ["--alv-text", "light-dark(#3a0a24, #ffe3ef)"],
    ["--alv-font-family", "Georgia, serif"],
    ["--alv-radius", "0px"],
  ]),
};

function wear(viewer: AuditLogViewer, { tokens, density }: Look): void {
  for (const name of Array.from(viewer.style)) if (/^--/.test(name)) viewer.style.removeProperty(name);
  for (const [name, value] of tokens) viewer.style.setProperty(name, value);
  viewer.density = density ?? "comfortable";
}

const listElementsInside = (viewer: AuditLogViewer): Element[] => listDeepElements(viewer.shadowRoot as ShadowRoot);

/** The colours that an element is painted with. */
function listPaints(element: Element): string[] {
  const style = getComputedStyle(element);
  const edges = (["top", "right", "bottom", "left"] as const).flatMap((side) =>
    parseFloat(style.getPropertyValue(`border-${side}-width`)) > 0
      ? [style.getPropertyValue(`border-${side}-color`)]
      : [],
  );
  const shadows = /^rgb\([^)]*\)|^color\([^)]*\)/.exec(style.boxShadow) ?? [];
  const drawn = element instanceof SVGElement ? [style.fill, style.stroke] : [];
  return [
    style.color,
    style.backgroundColor,
    style.caretColor,
    style.accentColor,
    ...edges,
    ...shadows,
    ...drawn,
  ].filter((color) => color !== "auto" && color !== "none" && rgba(color)[3] > 0);
}

/** Colours of meaning, not of the brand: a red badge is red for everyone. */
const MEANING = ".badge, .badge *, .object, .object *, .field-error, .field-message, .field-message *";
const HOUSE_FAMILIES = ["accent", "accent-hover", "accent-text", "accent-soft", "accent-line", "accent-edge", "focus"];
const HOUSE_NEUTRALS = ["surface", "raised", "sunken", "hover", "pressed"].map((name) =>
  name === "surface" ? name : `surface-${name}`,
);
const HOUSE_LINES = ["text", "text-muted", "text-disabled", "border", "border-strong"];

/** What the house's own tokens are here, as hex. */
function listDefaultColors(viewer: AuditLogViewer): Set<string> {
  const probe = document.createElement("i");
  viewer.shadowRoot!.querySelector(".viewer")!.append(probe);
  const colors = [...HOUSE_FAMILIES, ...HOUSE_NEUTRALS, ...HOUSE_LINES].map((name) => {
    probe.style.setProperty("color", `var(--_alv-${name})`);
    return hex(rgba(getComputedStyle(probe).color));
  });
  probe.remove();
  return new Set(colors);
}

describe("themes", () => {
  afterEach(() => emulateMedia({ contrast: "no-preference" } as object));
  after(cleanUp);

  for (const { name, act, properties, width } of THEME_STATES) {
    for (const theme of SCHEMES) {
      describe(`${name}, ${theme}`, () => {
        let viewer: AuditLogViewer;
        before(async () => {
          cleanUp();
          const set = await showViewer({ ...properties, theme }, width ? { width } : {});
          await act(set);
          viewer = set.viewer;
          await waitForRender(viewer);
        });

        it(`stay readable for every partner and accents ${SEED} to ${SEED + COUNT - 1}`, async () => {
          const problems: string[] = [];
          for (const look of [HOUSE, ...PARTNERS, ...ACCENTS]) {
            wear(viewer, look);
            await waitForRender(viewer);
            const looks = lookAt(listElementsInside(viewer));
            expect(looks.texts, look.name).to.be.at.least(10);
            expect(looks.marks, look.name).to.be.at.least(8);
            problems.push(...looks.problems.map((problem) => `${look.name}: ${problem}`));
          }
          expect(problems, problems.join("\n")).to.deep.equal([]);
        });

        it(`reach every control when five tokens are set`, async () => {
          wear(viewer, HOUSE);
          await waitForRender(viewer);
          const house = listDefaultColors(viewer);
          const seen = listElementsInside(viewer).filter((element) => isShown(element) && !element.matches(MEANING));
          const before = seen.flatMap(listPaints).filter((color) => house.has(hex(rgba(color))));
          expect(before.length, "what the house had painted").to.be.at.least(20);
          wear(viewer, FIVE);
          const left: string[] = [];
          for (const element of seen) {
            const style = getComputedStyle(element);
            const what = `${element.localName}.${element.getAttribute("class") ?? ""}`;
            for (const color of listPaints(element)) {
              if (house.has(hex(rgba(color)))) left.push(`${what} is still ${hex(rgba(color))}`);
            }
            if (!/Georgia|mono/.test(style.fontFamily)) left.push(`${what} is written in ${style.fontFamily}`);
            if (element.matches(".button, .field, .tag, .popup, .option, .segment, .summary, .param, .check")) {
              if (parseFloat(style.borderStartStartRadius) > 0) left.push(`${what} is still round`);
            }
          }
          expect(left, left.join("\n")).to.deep.equal([]);
        });

        it(`have more contrast for users who prefer it, whatever a partner sets`, async () => {
          await emulateMedia({ contrast: "more" } as object);
          const problems: string[] = [];
          const faint = new Map([...FIVE.tokens, ["--alv-border", "#d9d9d9"], ["--alv-text-muted", "#999"]]);
          for (const look of [HOUSE, ...PARTNERS, FIVE, { name: "faint lines", tokens: faint }]) {
            wear(viewer, look);
            const elements = listElementsInside(viewer);
            // Badges and the accent keep what they have: 4.5 : 1.
            const plain = elements.filter((one) => !one.matches(`${MEANING}, .link, mark`));
            problems.push(...lookAt(elements).problems.map((problem) => `${look.name}: ${problem}`));
            for (const element of plain.filter((one) => one.matches(".muted, dt, .field-label, th") && isShown(one))) {
              const ratio = contrast(rgba(getComputedStyle(element).color), findGround(element));
              if (ratio < 7) problems.push(`${look.name}: ${element.localName} has ${ratio.toFixed(2)} : 1`);
            }
            for (const element of plain.filter((one) => one.matches("tr.row, .chip, .param") && isShown(one))) {
              const line = rgba(getComputedStyle(element).borderBottomColor);
              if (parseFloat(getComputedStyle(element).borderBottomWidth) === 0) continue;
              const ratio = contrast(line, findGround(findParent(element)));
              if (ratio < 3)
                problems.push(`${look.name}: the line of ${element.className} has ${ratio.toFixed(2)} : 1`);
            }
          }
          expect(problems, problems.join("\n")).to.deep.equal([]);
        });
      });
    }
  }

  for (const width of [320, 740, 1280]) {
    it(`keep times on one line and the viewer within its width, with any typeface: ${width} px`, async () => {
      cleanUp();
      const { viewer } = await showViewer({}, { width });
      await searchAndWait(viewer);
      for (const look of [HOUSE, ...PARTNERS]) {
        wear(viewer, look);
        // The table learns of its size a frame later, and renders what follows from it.
        for (let frame = 0; frame < 3; frame += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
        const times = listElementsInside(viewer).filter((one) => one.matches("td.col-timestamp"));
        expect(times.length).to.be.at.least(10);
        for (const time of times) expect(time.scrollWidth, look.name).to.be.at.most(time.clientWidth);
        expect(viewer.scrollWidth, look.name).to.be.at.most(width);
      }
    });
  }

  for (const theme of SCHEMES) {
    it(`show where the keyboard is, ${theme}`, async () => {
      cleanUp();
      const { viewer } = await showViewer({ theme });
      await searchAndWait(viewer);
      for (const look of [...PARTNERS, ACCENTS[0] ?? HOUSE]) {
        wear(viewer, look);
        await waitForRender(viewer);
        viewer.tabIndex = -1;
        viewer.focus();
        const rings = new Set<string>();
        for (let tab = 0; tab < 18; tab += 1) {
          await press("Tab");
          const element = getFocused()!;
          let ringed: Element | null = element;
          while (ringed && getComputedStyle(ringed).outlineStyle === "none") ringed = findParent(ringed);
          const { outlineColor, outlineWidth } = getComputedStyle(ringed ?? element, ringed ? null : "::after");
          expect(parseFloat(outlineWidth), getName(element)).to.be.at.least(2);
          const ratio = contrast(rgba(outlineColor), findGround(findParent(ringed ?? element)));
          expect(ratio, `${look.name}: the ring of ${getName(element)}`).to.be.at.least(3);
          rings.add(hex(rgba(outlineColor)));
        }
        expect(rings.size, look.name).to.equal(1);
      }
    });

    it(`have no color problem that axe finds, ${theme}`, async () => {
      cleanUp();
      const { viewer } = await showViewer({ theme });
      await searchAndWait(viewer);
      (findElement(viewer, "button", /^Details: /) as HTMLElement).click();
      await waitForRender(viewer);
      for (const look of [...PARTNERS, ...ACCENTS.slice(0, 3)]) {
        wear(viewer, look);
        expect(await findAxeProblems(viewer, { only: ["color-contrast"] }), look.name).to.deep.equal([]);
      }
    });
  }
});
