import "axe-core/axe.min.js";

declare global {
  interface Window {
    axe: {
      run(context: Element, options?: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
    };
  }
}

/**
 * What axe finds wrong in an element, WCAG 2.2 AA and its best practices; a list of texts.
 *
 * @param owner the window that the element is in, with axe loaded
 */
export async function axeProblems(element: Element, owner: Window = window): Promise<string[]> {
  const { violations } = await owner.axe.run(element, {
    runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    // The landmarks of the page are the host's.
    rules: { region: { enabled: false } },
  });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`);
}
