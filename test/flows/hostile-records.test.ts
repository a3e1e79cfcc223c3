import { expect } from "@open-wc/testing";
import type { NewRecord } from "../../demo/mocks/index.js";
import { click } from "../support/user-input.js";
import { NOW } from "../support/clock.js";
import { getAll, get, findElement, getName, getText } from "../support/screen.js";
import { cleanUp, showViewer, waitUntil } from "./support.js";

/** Texts that pretend to be something else. */
const TEXTS = [
  '<img src=x onerror="window.alvHacked = true">',
  "\u202Egnp.exe",
  "ad\u200Bmin",
  "line\nbreak\ttab\u0000null",
  "${alert(1)} {{constructor}}",
  "javascript:alert(1)",
  "a".repeat(300),
  "مستخدم",
  "👩‍💻",
  "__proto__",
];

const recordWith = (text: string, at: number): NewRecord => ({
  time: NOW - (at + 1) * 60_000,
  record: {
    "action-type": text,
    "target-object": text,
    "by-user": text,
    "by-domain": text,
    "by-ip": text,
    "by-client": text,
    "target-user": text,
    "target-domain": text,
    "target-host": text,
    "auditlog-details": JSON.parse(
      `{"__proto__": ${JSON.stringify(text)}, "constructor": {"x": 1}, "list": [null, 1]}`,
    ),
  },
});

describe("records with misleading text", () => {
  afterEach(cleanUp);

  for (const view of ["table", "cards"] as const) {
    it(`show every text literally, never as markup: ${view}`, async () => {
      const { viewer } = await showViewer({ view }, { records: TEXTS.map(recordWith) });
      await viewer.search();
      const getRows = () => getAll(viewer, "button", /^Details: /);
      expect(getRows()).to.have.length(TEXTS.length);
      for (let at = 0; at < TEXTS.length; at += 1) {
        await click(getRows()[at]!);
        await waitUntil(() => findElement(viewer, "button", "Copy details"), "the details");
        const shown = getText(viewer) + getAll(viewer, "button").map(getName).join();
        expect(shown).not.to.match(/[\u202A-\u202E\u200B\u0000]/);
        if (/\u202E/.test(TEXTS[at]!)) expect(shown).to.contain("‹U+202E›gnp.exe");
        if (/\u200B/.test(TEXTS[at]!)) expect(shown).to.contain("ad‹U+200B›min");
        if (/\n/.test(TEXTS[at]!)) expect(shown).to.contain("line␊break␉tab␀null");
        expect(shown).to.contain("__proto__");
        await click(getRows()[at]!);
        await waitUntil(() => !findElement(viewer, "button", "Copy details"), "the details to close");
      }
      expect((window as { alvHacked?: boolean }).alvHacked).to.equal(undefined);
      expect(viewer.scrollWidth).to.be.at.most(1280);
    });
  }

  it("include a record without any field", async () => {
    const { viewer } = await showViewer({}, { records: [{ time: NOW - 1000, record: {} }] });
    await viewer.search();
    await click(get(viewer, "button", /^Details: /));
    await waitUntil(() => findElement(viewer, "button", "Copy details"), "the details");
    expect(findElement(viewer, "button", "Investigate user")).to.equal(undefined);
    expect(getText(viewer)).not.to.match(/undefined|null|NaN/);
  });

  it("are copied exactly, invisible characters included", async () => {
    const value = "ad\u200Bmin\n";
    const { viewer } = await showViewer(
      {},
      { records: [{ time: NOW - 1000, record: { "action-type": "update", "auditlog-details": { note: value } } }] },
    );
    await viewer.search();
    await click(get(viewer, "button", /^Details: /));
    await click(await waitUntil(() => findElement(viewer, "button", /note/), "the parameter"));
    await waitUntil(() => findElement(viewer, "button", /Copied/), "the answer");
    expect(await navigator.clipboard.readText()).to.equal(value);
  });

  it("hide secrets until the user clicks to show them", async () => {
    const { viewer } = await showViewer(
      {},
      {
        records: [
          {
            time: NOW - 1000,
            record: { "action-type": "update", "auditlog-details": { "voicemail-login-pin": "4711" } },
          },
        ],
      },
    );
    await viewer.search();
    await click(get(viewer, "button", /^Details: /));
    const show = await waitUntil(() => findElement(viewer, "button", /^Show/), "the mask");
    expect(getText(viewer)).not.to.contain("4711");
    await click(show);
    await waitUntil(() => /4711/.test(getText(viewer)), "the value");
  });
});
