import "axe-core/axe.min.js";

declare global {
  interface Window {
    axe: {
      run(context: Element, options?: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
    };
  }
}

/** What axe finds wrong in an element, by WCAG 2.2 AA and its best practices or by `only` these rules; a list of texts. */
export async function axeProblems(element: Element, only?: string[]): Promise<string[]> {
  const { violations } = await window.axe.run(element, {
    runOnly: only ?? ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    // The landmarks of the page are the host's.
    rules: { region: { enabled: false } },
  });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`);
}
