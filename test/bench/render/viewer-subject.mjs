/**
 * Runs in the viewer's page, as the stage of a grid does in the page of the grid.
 *
 * @param {{ apiBase: string, columns: readonly string[] }} setting the columns to show; none for the default columns
 */
export function installViewerSubject({ apiBase, columns }) {
  const viewer = () => document.querySelector("audit-log-viewer");
  /** The shadow root of the table or of the cards. */
  const results = () => viewer()?.shadowRoot.querySelector('[part="results"]')?.shadowRoot;

  /** Keeps the server's answers in memory. The page's clock stands still, so a search repeats its requests. */
  const answers = new Map();
  const adapter = {
    get(path, { query }) {
      const url = `${apiBase}${path}?${query}`;
      if (!answers.has(url))
        answers.set(
          url,
          fetch(url).then((response) => response.json()),
        );
      return answers.get(url);
    },
  };
  const stored = JSON.stringify({ version: 1, columns });
  const storage = { getItem: () => stored, setItem: () => undefined };

  /** States to wait for, besides rows. */
  const states = {
    open: () => (results()?.querySelector("[part=details]")?.shadowRoot?.childElementCount ?? 0) > 0,
    closed: () => results()?.querySelector("[part=details]") === null,
    folded: () => results()?.querySelector("tr[data-row]") === null,
    long: (height) => globalThis.subject.rowAt(0) && globalThis.bench.scroller().scrollHeight >= height,
    cards: (count) => results()?.querySelectorAll(".face[data-row]").length === count,
  };

  globalThis.subject = {
    get root() {
      return viewer();
    },
    rowAt: (index) => results()?.querySelector(`tbody:not(.ahead) tr[data-row="${index}"]`),
    cellsAt: (index) =>
      [...(results()?.querySelector(`tbody:not(.ahead) tr[data-row="${index}"]`)?.cells ?? [])].slice(1),
    isIn: ([state, given]) => states[state](given),
    /** Puts a new viewer into the page, with all columns and the last year. */
    place(more) {
      viewer()?.remove();
      const made = document.createElement("audit-log-viewer");
      const filters = { range: { preset: "last-year" } };
      document.body.append(Object.assign(made, { adapter, storage, preferencesKey: "bench", filters, ...more }));
      return made;
    },
    /** The settings of the grids: columns with their widths, the height of a row, and the typeface. */
    layout() {
      const cells = this.cellsAt(0);
      const heads = [...results().querySelectorAll("thead th")].slice(1);
      const { fontWeight, fontSize, lineHeight, fontFamily } = getComputedStyle(cells[3]);
      return {
        columns: cells.map((cell, at) => ({
          field: cell.className.match(/col-(\w+)/)[1],
          title: heads[at].getAttribute("aria-label"),
          width: Math.floor(cell.getBoundingClientRect().width),
        })),
        rowHeight: this.rowAt(0).getBoundingClientRect().height,
        font: `${fontWeight} ${fontSize} / ${lineHeight} ${fontFamily}`,
      };
    },
    /** The texts of the rows on the screen. */
    texts() {
      const rows = [];
      const text = (cell) => cell.textContent.replaceAll(/\s+/g, " ").trim();
      for (let index = 0; this.rowAt(index); index += 1) rows.push(this.cellsAt(index).map(text));
      return rows;
    },
  };
}
