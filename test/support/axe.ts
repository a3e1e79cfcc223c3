import "axe-core/axe.min.js";

declare global {
  interface Window {
    axe: {
      run(context: Element, options?: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
    };
  }
}

/** What the colours are for: the rest is the same for an element that was checked in another scheme before. */
export const COLOR_RULES = ["color-contrast", "link-in-text-block"];

/** The rules for a test that runs in several schemes: all of them in the light one. */
export const getRules = (scheme: string): { only?: string[] } => (scheme === "light" ? {} : { only: COLOR_RULES });

/**
 * What axe finds wrong in an element, by WCAG 2.2 AA and its best practices; a list of texts.
 *
 * @param options.owner the window that the element is in, with axe loaded
 * @param options.only these rules instead
 */
export async function findAxeProblems(
  element: Element,
  { owner = window, only }: { owner?: Window; only?: string[] } = {},
): Promise<string[]> {
  const { violations } = await owner.axe.run(element, {
    runOnly: only ?? ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    // The landmarks of the page are the host's.
    rules: { region: { enabled: false } },
    // What is in order is of no interest, and half the work.
    resultTypes: ["violations"],
    selectors: false,
    preload: false,
  });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`);
}
