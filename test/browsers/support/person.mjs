import assert from "node:assert/strict";
import { setTimeout as pause } from "node:timers/promises";

/**
 * After this many milliseconds, an element that does not appear counts as missing. The runner's limit for a test is 120
 * s.
 */
const PATIENCE = Number(process.env.ALV_TEST_PATIENCE ?? 110_000);

/**
 * What a user does in one browser: finds elements by role and name, as a screen reader does, and uses mouse and
 * keyboard. The page finds the elements with `window.found(role, name)` (`site.mjs`).
 *
 * @param browser the result of `startFirefox()` or `startWebKit()`
 */
export function createPerson(browser) {
  /** Asks the page about a role and a name, which may be a regular expression. */
  const ask = (work, role, name) =>
    browser.evaluate(work, role, name instanceof RegExp ? { source: name.source } : (name ?? null));

  /** Waits until `look` returns something true. */
  const until = async (look, what = String(look)) => {
    const end = performance.now() + PATIENCE;
    for (;;) {
      const found = await look();
      if (found) return found;
      if (performance.now() > end) assert.fail(`Waited in vain for ${typeof what === "function" ? what() : what}`);
      await pause(50);
    }
  };

  const there = (role, name) => ask((role, name) => window.found(role, name).length > 0, role, name);

  /**
   * The middle of the first matching element, once it does not move and a click there reaches it. While a row opens,
   * its buttons are at their place, but the next row still covers them.
   */
  const middle = async (role, name) => {
    const find = () =>
      ask(
        async (role, name) => {
          const [element] = window.found(role, name);
          if (!element) return undefined;
          element.scrollIntoView({ block: "nearest", behavior: "instant" });
          const place = () => {
            const { x, y, width, height } = element.getBoundingClientRect();
            return [x + width / 2, y + height / 2];
          };
          const before = place();
          await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
          let hit = document.elementFromPoint(...before);
          while (hit?.shadowRoot) hit = hit.shadowRoot.elementFromPoint(...before);
          const targets = [element, ...(element.labels ?? [])];
          const isReached = hit !== null && targets.some((target) => target.contains(hit));
          return isReached && String(place()) === String(before) ? before : undefined;
        },
        role,
        name,
      );
    return until(find, `${role} ${name}`);
  };

  return {
    until,
    there,
    names: (role, name) =>
      ask((role, name) => window.found(role, name).map((one) => window.finder.getName(one).trim()), role, name),
    texts: (role, name) =>
      ask((role, name) => window.found(role, name).map((one) => window.finder.getText(one).trim()), role, name),
    sees: (role, name) => until(() => there(role, name), `${role} ${name}`),
    loses: (role, name) => until(async () => !(await there(role, name)), `${role} ${name} to go`),
    async press(...keys) {
      for (const key of keys) await browser.press(key);
    },
    click: async (role, name) => browser.click(...(await middle(role, name))),
    /** Replaces the text of a field by typing. */
    async fill(role, name, text) {
      await browser.click(...(await middle(role, name)));
      await browser.evaluate(() => window.finder.getFocused()?.select?.());
      await browser.type(text);
    },
    focusOn: (role, name) => ask((role, name) => window.found(role, name)[0].focus(), role, name),
    isFocused: (role, name) => ask((role, name) => window.finder.hasFocus(window.found(role, name)[0]), role, name),
    /** Waits until an element is inside the window: a popup gets its position a moment after it opens. */
    async fits(role, name) {
      const box = (role, name) => {
        const { left, right } = window.found(role, name)[0].getBoundingClientRect();
        return [left, right, innerWidth];
      };
      let [left, right, width] = [];
      const fits = async () => {
        [left, right, width] = await ask(box, role, name);
        return left >= 0 && right <= width + 0.5;
      };
      await until(fits, () => `${role} ${name}, which is at ${left} to ${right} px, to be within ${width} px`);
    },
    /** The violations that axe finds, as texts. */
    axe: () =>
      browser.evaluate(async () => {
        // A color that still fades in is not the one that the user reads. The fade begins with the next frame.
        await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
        const fading = document
          .getAnimations()
          .filter((one) => Number.isFinite(one.effect.getComputedTiming().endTime));
        await Promise.allSettled(fading.map((one) => one.finished));
        const { violations } = await window.axe.run(document.querySelector("audit-log-viewer"), {
          runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
          // The landmarks belong to the host page.
          rules: { region: { enabled: false } },
        });
        return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`);
      }),
  };
}
