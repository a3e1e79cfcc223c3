import { expect } from "@open-wc/testing";
import { emulateMedia } from "@web/test-runner-commands";
import type { NewRecord } from "../../demo/mocks/index.js";
import { COLUMN_IDS } from "../../src/core/table-columns.js";
import { textMasker } from "../../src/core/secrets/texts.js";
import { MASK } from "../../src/core/secrets/values.js";
import type { AuditLogViewer } from "../../src/index.js";
import { readCsv } from "../files/read-csv.js";
import { NOW } from "../support/clock.js";
import { click } from "../support/user-input.js";
import { getAll, get, findElement, getParts, getText } from "../support/screen.js";
import { SECRET_DETAILS, SECRET_TEXTS, SECRETS } from "../support/secrets.js";
import { cleanUp, showViewer, waitUntil } from "./support.js";

/** Each text of the corpus in its own parameter, in groups of a size that a user would read. */
const GROUP = 20;
const GROUPS = Array.from({ length: Math.ceil(SECRET_TEXTS.length / GROUP) }, (_, at) =>
  SECRET_TEXTS.slice(at * GROUP, (at + 1) * GROUP),
);

/** A secret may have got into any field: each has a text of the corpus. */
const FIELDS = ["action-type", "target-object", "by-user", "by-domain", "by-ip", "by-client", "target-user"].concat(
  ...["target-domain", "target-host"],
);

const createDetails = (value: Readonly<Record<string, unknown>>): NewRecord["record"] => ({
  "action-type": "update",
  "target-object": "subscriber",
  "by-user": "maria.ortiz",
  "auditlog-details": value,
});

const RECORDS: readonly NewRecord[] = [
  ...GROUPS.map((texts) => createDetails(Object.fromEntries(texts.map(({ raw }, at) => [`part-${at + 1}`, raw])))),
  ...SECRET_DETAILS.map(createDetails),
  ...SECRET_TEXTS.filter((_, at) => at % 4 === 0).map(({ raw }) =>
    Object.fromEntries(FIELDS.map((field) => [field, raw])),
  ),
].map((record, at) => ({ time: NOW - (at + 1) * 60_000, record }) as NewRecord);

const LOADED = { pageSize: 100 as const, columns: COLUMN_IDS };

/** Everything that the page holds of the viewer: texts, also hidden ones, values, and attributes. */
function collectTexts(root: ParentNode): string[] {
  return Array.from(root.querySelectorAll("*")).flatMap((one) => [
    ...Array.from(one.attributes, ({ value }) => value),
    ...Array.from(one.childNodes, (node) => (node.nodeType === Node.TEXT_NODE ? (node.textContent ?? "") : "")),
    ...(one instanceof HTMLTextAreaElement || one instanceof HTMLInputElement ? [one.value] : []),
    ...(one.shadowRoot ? collectTexts(one.shadowRoot) : []),
  ]);
}

const PATTERN = new RegExp(SECRETS.map((one) => one.replace(/[+/=]/g, "\\$&")).join("|"));
const findLeaks = (texts: readonly string[]) => texts.filter((text) => PATTERN.test(text));

const getRows = (viewer: AuditLogViewer) => getAll(viewer, "button", /^Details: /);
const isOpen = (viewer: AuditLogViewer) => findElement(viewer, "button", "Copy details");

async function showAndSearch(properties: Partial<AuditLogViewer> = {}): Promise<AuditLogViewer> {
  const { viewer } = await showViewer({ ...LOADED, ...properties }, { records: [...RECORDS], width: 1500 });
  await viewer.search();
  await waitUntil(
    () => getRows(viewer).length === Math.min(Number(viewer.pageSize), RECORDS.length),
    "all rows of the page",
  );
  return viewer;
}

/** Opens every record, page by page. */
async function checkEachOpened(viewer: AuditLogViewer, look: (number: number) => Promise<void>): Promise<void> {
  for (let number = 0; number < RECORDS.length; number += 1) {
    const size = Number(viewer.pageSize);
    const at = number % size;
    if (number > 0 && at === 0) {
      get(viewer, "button", "Next").click();
      const page = new RegExp(`Page ${number / size + 1}\\b`);
      await waitUntil(() => page.test(getText(get(viewer, "navigation", "Pagination"))), "the next page");
    }
    const row = getRows(viewer)[at]!;
    await open(viewer, row);
    await look(number);
    await close(viewer, row);
  }
}

/*
 * Each record is opened, copied and closed, a hundred clicks in all. They are sent by script: on a busy machine the browser can drop
 * one of so many clicks of the mouse, while the page of another test file opens.
 */

async function open(viewer: AuditLogViewer, row: HTMLElement): Promise<void> {
  row.click();
  await waitUntil(() => isOpen(viewer), "the details");
}

async function close(viewer: AuditLogViewer, row: HTMLElement): Promise<void> {
  row.click();
  await waitUntil(() => !isOpen(viewer), "the details to close");
}

describe("secrets within records", () => {
  let copied: string[] = [];
  beforeEach(() => {
    copied = [];
    Object.defineProperty(navigator, "clipboard", {
      configurable: true,
      value: { writeText: async (text: string) => void copied.push(text) },
    });
  });
  afterEach(async () => {
    cleanUp();
    // The browser's own clipboard is on the prototype.
    delete (navigator as { clipboard?: unknown }).clipboard;
    await emulateMedia({ media: "screen" });
  });

  for (const view of ["table", "cards"] as const) {
    it(`are not on the screen, in attributes, in announcements or in copied text: ${view}`, async () => {
      const viewer = await showAndSearch({ view, pageSize: 10 });
      const said = new Set<string>();
      await checkEachOpened(viewer, async (number) => {
        expect(findLeaks(collectTexts(viewer.shadowRoot!)), `record ${number}`).to.deep.equal([]);
        get(viewer, "button", "Copy details").click();
        await waitUntil(() => copied.length > number, "the copy");
        said.add(getText(get(viewer, "status")));
      });
      expect(copied).to.have.length(RECORDS.length);
      expect(findLeaks(copied)).to.deep.equal([]);
      expect(findLeaks([...said])).to.deep.equal([]);
      expect(copied.filter((text) => text.indexOf(MASK) !== -1).length, "something is masked").to.be.above(20);
    });
  }

  it("are masked with the whole text around them until the code that finds them is loaded", async () => {
    textMasker.set();
    const viewer = await showAndSearch({ pageSize: 10 });
    await open(viewer, getRows(viewer)[0]!);
    expect(findLeaks(collectTexts(viewer.shadowRoot!)), "at first").to.deep.equal([]);
    const { masked } = GROUPS[0]!.find(
      (one) => one.masked.length > MASK.length + 10 && /^[\x20-\x7e•]+$/.test(one.masked),
    )!;
    await waitUntil(() => collectTexts(viewer.shadowRoot!).indexOf(masked) !== -1, "the text around a secret");
    await click(get(viewer, "button", "Copy details"));
    await waitUntil(() => copied.length > 0, "the copy");
    expect(copied[0]).to.contain(masked);
    expect(findLeaks(copied)).to.deep.equal([]);
  });

  it("are not copied by a click on a tag", async () => {
    const viewer = await showAndSearch();
    for (const row of getRows(viewer).slice(0, GROUPS.length + SECRET_DETAILS.length)) {
      await open(viewer, row);
      for (const tag of getParts(viewer, "parameter")) await click(tag);
      await close(viewer, row);
    }
    expect(findLeaks(copied)).to.deep.equal([]);
  });

  it("are shown, and copied exactly, after a click", async () => {
    const viewer = await showAndSearch({ pageSize: 10 });
    const buttons = getRows(viewer);
    expect(buttons.length).to.be.at.least(GROUPS.length);
    for (const [at, texts] of GROUPS.entries()) {
      await open(viewer, buttons[at]!);
      for (const [index, { raw }] of texts.entries()) {
        await click(get(viewer, "button", `Show part-${index + 1}`));
        const tag = await waitUntil(
          () =>
            getAll(viewer, "button", new RegExp(`^part-${index + 1}(?!\\d)`)).find((one) => !/^Show/.test(one.title)),
          "the tag",
        );
        const before = copied.length;
        await click(tag);
        await waitUntil(() => copied.length > before, "the copy");
        expect(copied[copied.length - 1]).to.equal(raw);
      }
      await close(viewer, buttons[at]!);
    }
  });

  it("are not on paper", async () => {
    const viewer = await showAndSearch();
    await open(viewer, getRows(viewer)[0]!);
    await emulateMedia({ media: "print" });
    await waitUntil(() => findElement(viewer, "heading", "Audit events"), "the report");
    expect(findLeaks(collectTexts(viewer.shadowRoot!))).to.deep.equal([]);
  });

  for (const format of ["csv", "json", "ndjson"] as const) {
    it(`are not in a file, unless the user includes them: ${format}`, async () => {
      const viewer = await showAndSearch();
      const exportFile = async (includeSensitive: boolean) => {
        const { blob, rows: count } = await viewer.exportEvents({ format, deliver: "blob", includeSensitive });
        expect(count).to.equal(RECORDS.length);
        return (await blob!.text()).replace(/^\uFEFF/, "");
      };
      const masked = await exportFile(false);
      expect(findLeaks(masked.split("\n"))).to.deep.equal([]);
      expect(masked).to.contain(MASK);
      const raw = await exportFile(true);
      const texts = SECRET_TEXTS.map((one) => one.raw);
      if (format === "csv") {
        const cells = new Set(readCsv(raw).flat());
        // The formula guard changes some values, which other tests check.
        const plain = texts.filter((text) => !/^[=+\-@]|[;\t\r\n]["']*[=+\-@\t\r]/.test(text));
        for (const text of plain) expect(cells.has(text), text).to.equal(true);
      } else {
        const records = format === "json" ? (JSON.parse(raw) as unknown[]) : raw.trim().split("\n").map(parseLine);
        const held = records.flatMap((record) => {
          const value = (record as Record<string, unknown>)["auditlog-details"];
          return value === undefined ? [] : [value];
        });
        const wanted = RECORDS.flatMap(({ record }) => record["auditlog-details"] ?? []);
        expect(held).to.have.deep.members(wanted);
      }
    });
  }
});

const parseLine = (line: string): unknown => JSON.parse(line);
