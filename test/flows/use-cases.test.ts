import { expect } from "@open-wc/testing";
import {
  BROKEN_ROUTING,
  MOVED_NUMBER,
  NEW_ADMIN,
  NEW_USERS,
  PASSWORD_ATTACK,
  TERRITORY_WEEK,
} from "../../demo/mocks/index.js";
import type { AuditLogViewer } from "../../src/index.js";
import { NOW } from "../support/clock.js";
import { click, fill, press, type } from "../support/user-input.js";
import { getAll, get, findElement, getText } from "../support/screen.js";
import { cleanUp, waitUntilIdle, showViewer, waitUntil, type Stage } from "./support.js";

const findRows = (viewer: AuditLogViewer) => getAll(get(viewer, "table", "Audit events"), "row").slice(1);
const findRowWith = (viewer: AuditLogViewer, ...words: (string | RegExp)[]) =>
  findRows(viewer).find((row) => {
    const text = getText(row);
    return words.every((word) => (typeof word === "string" ? text.indexOf(word) !== -1 : word.test(text)));
  });

async function setAction(viewer: AuditLogViewer, label: string): Promise<void> {
  const select = get(viewer, "combobox", "Action") as HTMLSelectElement;
  select.focus();
  await type(label);
  await waitUntil(() => select.selectedOptions[0]?.label === label, `the action ${label}`);
}

async function setObjects(viewer: AuditLogViewer, ...labels: string[]): Promise<void> {
  await click(get(viewer, "button", /^Objects/));
  const search = await waitUntil(() => findElement(viewer, "combobox", "Find an object"), "the list of objects");
  for (const label of labels) {
    await fill(search, label);
    const option = await waitUntil(() => findElement(viewer, "option", label), `the object ${label}`);
    await click(option);
    await waitUntil(() => findElement(viewer, "option", label)?.ariaChecked === "true", `${label} to be chosen`);
  }
  await press("Escape");
}

async function setRange(viewer: AuditLogViewer, preset: string): Promise<void> {
  await click(get(viewer, "button", /^Date range/));
  await click(await waitUntil(() => findElement(viewer, "button", preset), `the preset ${preset}`));
  await waitUntil(
    () => /Date range/.test(getText(viewer)) && !findElement(viewer, "dialog", "Date range"),
    "the dialog to close",
  );
}

async function setText(viewer: AuditLogViewer, name: string, text: string): Promise<void> {
  await fill(getAll(viewer, "textbox", name)[0] ?? get(viewer, "combobox", name), text);
}

/** Searches until all results are on the screen. */
async function search({ viewer, server }: Stage): Promise<void> {
  await click(get(viewer, "button", "Search"));
  await waitUntil(() => findElement(viewer, "table", "Audit events"), "results");
  await waitUntilIdle(server);
}

/** Turns the pages until one shows what is looked for. */
async function lookFor({ viewer, server }: Stage, ...words: (string | RegExp)[]): Promise<HTMLElement> {
  for (let page = 1; page < 40; page += 1) {
    const found = findRowWith(viewer, ...words);
    if (found) return found;
    await click(get(viewer, "button", "Next"));
    await waitUntil(() => new RegExp(`Page ${page + 1}\\b`).test(getText(viewer)), `page ${page + 1}`);
    await waitUntilIdle(server);
  }
  throw new Error(`No row says ${words.join(", ")}.`);
}

async function open(viewer: AuditLogViewer, row: HTMLElement): Promise<string> {
  await click(row);
  await waitUntil(() => findElement(viewer, "button", "Copy details"), "the details");
  return getText(viewer);
}

describe("the common use cases of the user guide", () => {
  afterEach(cleanUp);

  it("customer issues: a customer's routing changes of the last seven days", async () => {
    const here = await showViewer();
    const { viewer } = here;
    await setText(viewer, "Affected domain", BROKEN_ROUTING.domain);
    await press("Escape");
    await setObjects(viewer, "Dialing", "Route");
    await setRange(viewer, "Last 7 Days");
    await search(here);
    for (const row of findRows(viewer)) {
      expect(getText(row)).to.contain(BROKEN_ROUTING.domain);
      expect(getText(row)).to.match(/Dialing|Route/);
    }
    const deleted = await lookFor(here, "Delete", "Route");
    const text = await open(viewer, deleted);
    expect(text).to.contain(`${BROKEN_ROUTING.admin} of ${BROKEN_ROUTING.adminDomain} deleted`);
    expect(text).to.contain(BROKEN_ROUTING.address);
  });

  it("security: the logins of 30 days, bad passwords in words, and everything of a suspicious user", async () => {
    const here = await showViewer({ pageSize: 100 });
    const { viewer } = here;
    await setAction(viewer, "Login");
    await setRange(viewer, "Last 30 Days");
    await search(here);
    for (const row of findRows(viewer)) expect(getText(row)).to.match(/Login/);
    const failed = await lookFor(here, "Login failed", PASSWORD_ATTACK.user, PASSWORD_ATTACK.domain);
    expect(await open(viewer, failed))
      .to.contain(`from ${PASSWORD_ATTACK.address}`)
      .and.to.contain("bad password");
    await click(get(viewer, "button", "Investigate user"));
    await waitUntil(() => /Date range\s*Last Year.*Total events/.test(getText(viewer)), "the user's year");
    await waitUntilIdle(here.server);
    expect((get(viewer, "textbox", "Affected user") as HTMLInputElement).value).to.equal(PASSWORD_ATTACK.user);
    expect((get(viewer, "combobox", "Affected domain") as HTMLInputElement).value).to.equal(PASSWORD_ATTACK.domain);
    expect(findRows(viewer).length).to.be.above(PASSWORD_ATTACK.attempts);
    for (const row of findRows(viewer)) expect(getText(row)).to.contain(PASSWORD_ATTACK.user);
  });

  it("provisioning: this month's new subscribers, as a file", async () => {
    const here = await showViewer({ pageSize: 100 });
    const { viewer } = here;
    await setAction(viewer, "Add/Create");
    await setObjects(viewer, "Subscriber");
    await setRange(viewer, "This Month");
    await search(here);
    // After some requests the viewer asks before it continues.
    for (let button; (button = findElement(viewer, "button", "Search further back"));) {
      await click(button);
      await waitUntilIdle(here.server);
    }
    const countRowsOfThem = () =>
      findRows(viewer).filter((row) => getText(row).indexOf(NEW_USERS.domain) !== -1).length;
    let [found, shown] = [countRowsOfThem(), findRows(viewer).length];
    while (found < NEW_USERS.count) {
      const first = getText(findRows(viewer)[0]!);
      await click(get(viewer, "button", "Next"));
      await waitUntil(() => getText(findRows(viewer)[0]!) !== first, "the next page");
      [found, shown] = [found + countRowsOfThem(), shown + findRows(viewer).length];
    }
    expect(found).to.equal(NEW_USERS.count);
    const file = await viewer.exportEvents({ format: "csv", scope: "loaded", deliver: "blob" });
    expect(file.fileName).to.match(/^audit-log-complete-\d{4}-\d\d-\d\d-\d{4}\.csv$/);
    expect(file.rows).to.equal(shown);
    const lines = (await file.blob!.text()).split("\r\n").filter((line) => line.indexOf(NEW_USERS.domain) !== -1);
    expect(lines).to.have.length(NEW_USERS.count);
    for (const line of lines) expect(line).to.contain(NEW_USERS.admin).and.to.contain(NEW_USERS.address);
  });

  it("phone numbers: how an extension got a number within three months", async () => {
    const here = await showViewer();
    const { viewer } = here;
    await setText(viewer, "Affected user", MOVED_NUMBER.toUser);
    await setText(viewer, "Affected domain", MOVED_NUMBER.domain);
    await press("Escape");
    await setObjects(viewer, "Phone Number", "Subscriber");
    await setRange(viewer, "Last 3 Months");
    await search(here);
    const assigned = await lookFor(here, "Modify/Update", "Phone Number");
    const text = await open(viewer, assigned);
    expect(text).to.contain(MOVED_NUMBER.admin);
    expect(text.replace(/\D/g, "")).to.contain(MOVED_NUMBER.phoneNumber.slice(1));
  });

  it("a territory's week: every changed customer, with the domain left blank", async () => {
    const here = await showViewer({ pageSize: 100 });
    const { viewer } = here;
    await setAction(viewer, "Modify/Update");
    await setRange(viewer, "Last 7 Days");
    await search(here);
    for (const domain of TERRITORY_WEEK.domains) await lookFor(here, "Modify/Update", new RegExp(domain, "i"));
    for (const row of findRows(viewer)) expect(getText(row)).to.contain("Modify/Update");
  });

  it("quality assurance: everything that a new administrator did in a custom range, with the deletion", async () => {
    const here = await showViewer({ pageSize: 100 });
    const { viewer } = here;
    const { days } = NEW_ADMIN.times(NOW);
    const dayFormat = new Intl.DateTimeFormat("en-US", {
      timeZone: "US/Eastern",
      year: "numeric",
      month: "numeric",
      day: "numeric",
    });
    await setText(viewer, "Performed by user", NEW_ADMIN.user);
    await click(get(viewer, "button", /^Date range/));
    const start = await waitUntil(() => findElement(viewer, "textbox", /^Start.*date/i), "the dialog");
    await fill(start, dayFormat.format(days[0]));
    await fill(get(viewer, "textbox", /^End.*date/i), dayFormat.format(days[4]));
    await click(get(viewer, "button", "Apply"));
    await waitUntil(() => !findElement(viewer, "button", "Apply"), "the dialog to close");
    await search(here);
    expect(findRows(viewer).length).to.be.above(10);
    const deleted = await lookFor(here, "Delete", "Call Queue", NEW_ADMIN.deletedQueueDomain);
    expect(await open(viewer, deleted)).to.contain(`${NEW_ADMIN.user} of ${NEW_ADMIN.domain} deleted`);
    // The week was typed by its days alone, so the last one is in it to its end.
    const { range } = viewer.filters;
    expect("until" in range && range.until.slice(10)).to.equal("T00:00");
  });
});
