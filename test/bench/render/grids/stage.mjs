/*
 * Runs in the page of a grid. Every grid gets the same columns, rows, heights and typeface, and fills the window below
 * the button.
 */

const BUTTON_LINE = 24;

const STYLES = `
  html, body { margin: 0; block-size: 100%; }
  #act { display: block; block-size: ${BUTTON_LINE}px; padding: 0 8px; }
  #place { block-size: calc(100vh - ${BUTTON_LINE}px); overflow: hidden; }
`;

/**
 * Makes a grid ready to be measured.
 *
 * @param {{
 *   create(place: HTMLElement, layout: object, rows: object[]): object | Promise<object>,
 *   rowAt(place: HTMLElement, index: number): Element | null | undefined,
 *   cellsOf(row: Element, layout: object): Iterable<Element>,
 *   styles?: string,
 * }} grid `create` returns `setRows(rows)` and `destroy()`; `rowAt` returns the element of a row if there is one
 */
export function putOnStage({ create, rowAt, cellsOf, styles = "" }) {
  const style = document.createElement("style");
  style.textContent = STYLES + styles;
  const button = Object.assign(document.createElement("button"), { id: "act", textContent: "Act" });
  const place = Object.assign(document.createElement("div"), { id: "place" });
  document.head.append(style);
  document.body.append(button, place);
  let grid;
  let layout;
  /** What the next click does. */
  let action = () => undefined;
  button.addEventListener("click", () => void action());

  globalThis.subject = {
    root: place,
    rowAt: (index) => rowAt(place, index),
    cellsAt(index) {
      const row = rowAt(place, index);
      return row ? [...cellsOf(row, layout)] : [];
    },
    arrange(given) {
      layout = given;
      place.style.font = given.font;
    },
    async create(rows) {
      grid = await create(place, layout, rows);
    },
    setRows: (rows) => grid.setRows(rows),
    async destroy() {
      await grid.destroy();
      place.replaceChildren();
    },
    onClick: (next) => void (action = next),
  };
}
