/**
 * Pages by the hash of the URL, so that links, reloads and the back button work without a server that knows them. An
 * unknown hash shows the first page.
 */
export function showPages(pages: Readonly<Record<string, HTMLElement>>): void {
  const show = (): HTMLElement | undefined => {
    const shown = pages[location.hash] ?? Object.values(pages)[0];
    for (const page of Object.values(pages)) page.hidden = page !== shown;
    document.title = `${shown?.querySelector("h1")?.textContent ?? ""} - Harborline Voice`;
    return shown;
  };
  show();
  addEventListener("hashchange", () => {
    const heading = show()?.querySelector("h1");
    // The clicked link is hidden now, so the focus moves to the top of the new page.
    heading?.focus({ preventScroll: true });
    scrollTo(0, 0);
  });
}
