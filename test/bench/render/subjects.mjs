import { MONDAY_AFTERNOON } from "../paging/made-up.mjs";
import { watchRest } from "../support/bench-browser.mjs";
import { SHOWN } from "../support/probe.mjs";
import { installRenderProbe } from "./probe.mjs";
import { spoilViewer } from "./spoilers.mjs";
import { installViewerSubject } from "./viewer-subject.mjs";

/** All columns of the viewer. */
export const COLUMNS = [
  ...["timestamp", "action", "affectedUser", "affectedDomain", "object", "byUser", "byDomain", "byIp"],
];

/**
 * Opens a page with a viewer that has searched. @returns the page, its buttons, and a function that waits until the
 * page is at rest
 */
export async function openViewer(bench, { apiBase, pageSize, isSpoilt = false, search = true }) {
  const page = await bench.open({
    now: MONDAY_AFTERNOON,
    // The viewer does not read ahead: only pages that were shown are loaded.
    savesData: true,
    async prepare(opened) {
      await opened.addInitScript(installRenderProbe, { mark: SHOWN });
      await opened.addInitScript(installViewerSubject, { apiBase, columns: COLUMNS });
      if (isSpoilt) await opened.addInitScript(spoilViewer);
    },
  });
  const atRest = watchRest(page);
  await page.waitForFunction(() => customElements.get("audit-log-viewer"));
  await page.evaluate(
    async ([size, starts]) => {
      const made = globalThis.subject.place({ pageSize: size });
      if (starts) await made.search();
    },
    [pageSize, search],
  );
  await atRest();
  const pagination = page.getByRole("navigation", { name: "Pagination" });
  return {
    page,
    atRest,
    next: pagination.getByRole("button", { name: "Next" }),
    previous: pagination.getByRole("button", { name: "Previous" }),
  };
}

/** Opens the page of a grid. `pages` has the rows that the clicks can show. */
export async function openGrid(bench, name, { layout, pages }) {
  const page = await bench.open({
    now: MONDAY_AFTERNOON,
    path: `/${name}`,
    prepare: (opened) => opened.addInitScript(installRenderProbe, { mark: SHOWN }),
  });
  await page.waitForFunction(() => globalThis.subject);
  await page.evaluate(
    ([given, rows]) => {
      // The clock runs, because RevoGrid shows nothing while it stands still.
      globalThis.bench.startClock();
      globalThis.subject.arrange(given);
      globalThis.pages = rows;
    },
    [layout, pages],
  );
  return { page, button: page.locator("#act") };
}

/** The texts that `bench.expect` looks for: the first row, and the last row that every subject has in its window. */
export function expectRows(rows, last) {
  const text = (index) => rows[index].cells.join("").replaceAll(/\s+/g, "");
  return ["rows", [0, Math.min(last, rows.length - 1)].map((index) => [index, text(index)])];
}

/**
 * Throws unless the document has the first rows, cell by cell.
 *
 * @param last the last row that it must have
 */
export async function checkRows(page, rows, last) {
  const shown = await page.evaluate(
    (count) =>
      Array.from({ length: count }, (_, index) =>
        globalThis.subject.cellsAt(index).map((cell) => globalThis.bench.squeeze(cell.textContent)),
      ),
    Math.min(last + 1, rows.length),
  );
  for (const [index, cells] of shown.entries()) {
    const expected = rows[index].cells.map((text) => text.replaceAll(/\s+/g, ""));
    if (JSON.stringify(cells) !== JSON.stringify(expected)) {
      throw new Error(`Row ${index} shows ${JSON.stringify(cells)}, not ${JSON.stringify(expected)}.`);
    }
  }
}
