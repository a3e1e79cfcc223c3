import { COLUMNS, openViewer } from "./subjects.mjs";

const PAGE_SIZE = 100;

/** In the page: clicks Next until this many pages were read. @returns the texts of their rows */
async function readPages(count) {
  /** The viewer fills the rows that are not on the screen in a later frame. */
  const readFilled = async () => {
    while (globalThis.subject.texts().some((cells) => cells.length === 0)) await globalThis.bench.frames(1);
    return globalThis.subject.texts();
  };
  const rows = await readFilled();
  const nav = () => [...document.querySelector("audit-log-viewer").shadowRoot.querySelectorAll("[part=pagination]")][0];
  for (let page = 1; page < count; page += 1) {
    const shown = globalThis.bench.nextRows();
    nav().shadowRoot.querySelector("[part~=next]").click();
    await shown;
    rows.push(...(await readFilled()));
  }
  return rows;
}

/**
 * Reads the newest rows from the viewer, so that every grid shows the same texts, in columns of the same width.
 *
 * @returns `rows` with an id, the value of each column, and all `cells`; and `layout`
 */
export async function readRows(bench, { apiBase, count }) {
  const { page } = await openViewer(bench, { apiBase, pageSize: PAGE_SIZE });
  try {
    const layout = await page.evaluate(() => globalThis.subject.layout());
    const fields = layout.columns.map(({ field }) => field);
    if (fields.join() !== COLUMNS.join()) throw new Error(`The viewer shows the columns ${fields.join(", ")}.`);
    const texts = await page.evaluate(readPages, Math.ceil(count / PAGE_SIZE));
    const rows = texts.slice(0, count).map((cells, at) => ({
      id: String(at),
      cells,
      ...Object.fromEntries(cells.map((text, column) => [fields[column], text])),
    }));
    if (rows.length < count) throw new Error(`The viewer has shown ${rows.length} rows, not ${count}.`);
    return { rows, layout };
  } finally {
    await page.context().close();
  }
}
