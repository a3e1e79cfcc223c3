import { expect } from "@open-wc/testing";
import { emulateMedia } from "@web/test-runner-commands";
import { PARTNER_THEMES, tokensOf } from "../../demo/themes/index.js";
import type { AuditLogViewer } from "../../src/index.js";
import { axeProblems } from "../support/axe.js";
import { contrast, deepElements, groundOf, hex, isShown, lookAt, parentOf, rgba } from "../support/contrast.js";
import { press } from "../support/hands.js";
import { focused } from "../support/screen.js";
import { seedsOf } from "../support/seeds.js";
import { cleanUp, stage } from "./support.js";
import { searched, THEME_STATES } from "./theme-states.js";

const SCHEMES = ["light", "dark"] as const;
const { first: SEED, count: COUNT } = seedsOf(4001, 20);

/** Any colour at all, the same one for the same seed. */
function accentOf(seed: number): string {
  let state = seed;
  const part = () => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) | 0;
    return ((state ^ (state >>> 13)) >>> 0) % 256;
  };
  part();
  return hex([part(), part(), part(), 1]);
}

interface Look {
  readonly name: string;
  readonly tokens: ReadonlyMap<string, string>;
  readonly density?: "compact";
}

const PARTNERS: readonly Look[] = PARTNER_THEMES.map((theme) => ({ ...theme, tokens: tokensOf(theme) }));
const ACCENTS: readonly Look[] = Array.from({ length: COUNT }, (_, index) => {
  const accent = accentOf(SEED + index);
  return { name: `${accent} (seed ${SEED + index})`, tokens: new Map([["--alv-accent", accent]]) };
});

function wear(viewer: AuditLogViewer, { tokens, density }: Look): void {
  for (const name of Array.from(viewer.style)) if (/^--/.test(name)) viewer.style.removeProperty(name);
  for (const [name, value] of tokens) viewer.style.setProperty(name, value);
  viewer.toggleAttribute("density", false);
  if (density) viewer.setAttribute("density", density);
}

const insideOf = (viewer: AuditLogViewer): Element[] => deepElements(viewer.shadowRoot as ShadowRoot);

describe("themes", () => {
  afterEach(async () => {
    cleanUp();
    await emulateMedia({ contrast: "no-preference" } as Parameters<typeof emulateMedia>[0]).catch(() => undefined);
  });

  for (const { name, act, properties, width } of THEME_STATES) {
    for (const theme of SCHEMES) {
      it(`stay readable for every partner and accents ${SEED} to ${SEED + COUNT - 1}: ${name}, ${theme}`, async () => {
        const set = await stage({ ...properties, theme }, width ? { width } : {});
        await act(set);
        await set.viewer.updateComplete;
        const problems: string[] = [];
        for (const look of [{ name: "the house", tokens: new Map() }, ...PARTNERS, ...ACCENTS]) {
          wear(set.viewer, look);
          const looks = lookAt(insideOf(set.viewer));
          expect(looks.texts, look.name).to.be.at.least(10);
          expect(looks.marks, look.name).to.be.at.least(8);
          problems.push(...looks.problems.map((problem) => `${look.name}: ${problem}`));
        }
        expect(problems, problems.join("\n")).to.deep.equal([]);
      });
    }
  }
});
