import "axe-core/axe.min.js";

declare global {
  interface Window {
    axe: {
      run(context: Element, options?: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
    };
  }
}

/**
 * What axe finds wrong in an element, by WCAG 2.2 AA and its best practices; a list of texts.
 *
 * @param options.owner the window that the element is in, with axe loaded
 * @param options.only these rules instead
 */
export async function axeProblems(
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
