import { expect } from "@open-wc/testing";
import {
  BROKEN_ROUTING,
  MOVED_NUMBER,
  NEW_ADMIN,
  NEW_USERS,
  PASSWORD_ATTACK,
  QUIET_DOMAINS,
  TERRITORY_WEEK,
  type StoredRecord,
  type WireRecord,
} from "../../demo/mocks/index.js";
import { NOW, sendRequest, requestList, createServer } from "./support.js";
import { DAY } from "../support/durations.js";

const createClockFormat = (zone: string, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat("en-US", { timeZone: zone, ...options });
const day = createClockFormat("US/Eastern", { dateStyle: "short" });
const month = createClockFormat("US/Eastern", { month: "numeric", year: "numeric" });

// Also just after midnight on the first of a month, and on both days on which clocks change.
const moments = [
  NOW,
  Date.parse("2026-12-01T05:20:00Z"),
  Date.parse("2026-03-08T15:00:00Z"),
  Date.parse("2026-11-01T15:00:00Z"),
];

for (const now of moments) {
  describe(`mock scenarios at ${new Date(now).toISOString()}`, () => {
    const server = createServer({ now: () => now, events: 4000 });
    const findRecords = (wanted: WireRecord, from: number, until = now) =>
      server.stored.filter(
        ({ record, time }: StoredRecord) =>
          time >= from && time <= until && Object.entries(wanted).every(([field, value]) => record[field] === value),
      );
    const listChanges = (entries: readonly StoredRecord[]) =>
      entries.filter(({ record }) => !/^(login|logout|signin|signout)/i.test(String(record["action-type"])));

    it("breaks a customer's routing this morning", () => {
      const { domain, admin } = BROKEN_ROUTING;
      const broken = listChanges(findRecords({ "target-domain": domain }, now - 7 * DAY));
      expect(
        broken.map(({ record }) => [record["action-type"], record["target-object"], record["by-user"]]),
      ).to.deep.equal([
        ["delete", "route", admin],
        ["update", "dialing", admin],
      ]);
      expect(broken.map(({ time }) => time)).to.deep.equal([
        BROKEN_ROUTING.times(now).routeDeleted,
        BROKEN_ROUTING.times(now).dialPlanChanged,
      ]);
      expect(broken.map(({ time }) => day.format(time))).to.deep.equal([day.format(now), day.format(now)]);
    });

    it("tries 14 passwords within 6 minutes and gets in", () => {
      const { user, domain, address, attempts } = PASSWORD_ATTACK;
      const attack = findRecords({ "by-ip": address }, now - 4 * DAY);
      expect(attack.map(({ record }) => record["action-type"])).to.deep.equal([
        "login",
        ...Array.from({ length: attempts }, () => "login_badpassword"),
      ]);
      expect(attack.every(({ record }) => record["by-user"] === user && record["by-domain"] === domain)).to.equal(true);
      expect((attack[0]?.time ?? 0) - (attack.at(-1)?.time ?? 0)).to.be.below(6 * 60_000);
      expect(attack.every(({ log }) => log === "both")).to.equal(true);
    });

    it("creates new users this month", () => {
      const created = listChanges(findRecords({ "target-domain": NEW_USERS.domain }, now - 31 * DAY));
      expect(created).to.have.length(NEW_USERS.count);
      expect(new Set(created.map(({ record }) => record["target-user"])).size).to.equal(NEW_USERS.count);
      expect(created.every(({ record }) => record["target-object"] === "subscriber")).to.equal(true);
      expect(created.every(({ time }) => month.format(time) === month.format(now))).to.equal(true);
    });

    it("moved a phone number within the last three months, visibly", () => {
      const { domain, toUser, phoneNumber, fromUser } = MOVED_NUMBER;
      const moved = listChanges(
        findRecords({ "target-domain": domain, "target-user": toUser }, now - 85 * DAY, now - 14 * DAY),
      );
      expect(moved.map(({ record }) => record["target-object"])).to.deep.equal(["subscriber", "phonenumber"]);
      for (const { record } of moved) expect(JSON.stringify(record["auditlog-details"])).to.contain(phoneNumber);
      expect(moved[1]?.record["auditlog-details"]).to.deep.include({ "previous-user": fromUser });
    });

    it("modified several customers of a territory this week", async () => {
      const { territory, admin, domains, changesPerDomain } = TERRITORY_WEEK;
      const week = findRecords({ "by-user": admin }, now - 7 * DAY);
      expect(week).to.have.length(domains.length * changesPerDomain);
      expect(week.every((entry) => entry.territory === territory)).to.equal(true);
      expect(new Set(week.map(({ record }) => record["target-domain"])).size).to.equal(domains.length);
      const seen = await requestList(server, "/auditlog?limit=1000", `mock-reseller-${territory}`);
      expect(seen.filter((record) => record["by-user"] === admin)).to.have.length(week.length);
    });

    it("let a new administrator delete a call queue in the first week", () => {
      const { user, deletedQueue } = NEW_ADMIN;
      const { days, riskyDelete, until } = NEW_ADMIN.times(now);
      expect(findRecords({ "by-user": user }, 0)).to.have.length(
        findRecords({ "by-user": user }, days[0] ?? 0, until).length,
      );
      expect(new Set(findRecords({ "by-user": user }, 0).map(({ time }) => day.format(time))).size).to.equal(5);
      expect(createClockFormat("US/Eastern", { weekday: "long" }).format(days[0])).to.equal("Monday");
      const deleted = findRecords({ "by-user": user, "action-type": "delete" }, 0);
      expect(deleted.map(({ time, record }) => [time, record["target-user"]])).to.deep.equal([
        [riskyDelete, deletedQueue],
      ]);
    });
  });
}

describe("mock scenarios", () => {
  it("are the only ones in their domains, which all can be found", async () => {
    const server = createServer({ domains: 1, events: 3000 });
    const { json } = await sendRequest(server, "/domains?limit=1000");
    const listed = (json as { domain: string }[]).map(({ domain }) => domain);
    expect(listed).to.include.members([...QUIET_DOMAINS, ...TERRITORY_WEEK.domains, TERRITORY_WEEK.adminDomain]);
    const plain = createServer({ scenarios: false, events: 3000 });
    const others = plain.stored.filter(
      ({ record, log }) => log === "audit" && QUIET_DOMAINS.includes(String(record["target-domain"])),
    );
    expect(others).to.deep.equal([]);
  });
});
