import { expect } from "@open-wc/testing";
import type { MockServer, MockServerOptions, StoredRecord, WireRecord } from "../../demo/mocks/index.js";
import { RARE_OBJECTS } from "../../demo/mocks/records/spellings.js";
import { Random } from "../../demo/mocks/records/random.js";
import { NOW, createServer } from "./support.js";
import { DAY } from "../support/durations.js";

const FIELDS = [
  ...["by-ip", "timestamp-datetime", "by-domain", "by-user", "by-client"],
  ...["action-type", "target-host", "target-domain", "target-user", "target-object"],
];

describe("mock data", () => {
  let server: MockServer;
  let truth: readonly StoredRecord[];
  const listValues = (field: string) => new Set(truth.map(({ record }) => record[field]));
  const count = (test: (record: WireRecord, entry: StoredRecord) => boolean) =>
    truth.filter((entry) => test(entry.record, entry)).length;

  before(() => {
    server = createServer();
    truth = server.stored;
  });

  it("has 60,000 records of 400 days, 40 domains and 3 territories", () => {
    expect(truth).to.have.length(60_000);
    expect(server.domains).to.have.length(40);
    expect(server.territories).to.have.length(3);
    expect(new Set(truth.map(({ territory }) => territory))).to.have.property("size", 3);
  });

  it("costs the same for each record, however many there are", () => {
    const { next } = Random.prototype;
    const countDraws = (events: number) => {
      let count = 0;
      Random.prototype.next = function (this: Random) {
        count += 1;
        return next.call(this);
      };
      try {
        createServer({ events, scenarios: false });
      } finally {
        Random.prototype.next = next;
      }
      return count;
    };
    // The directory of users and domains comes first, however many records there are.
    const [none, some, many] = [countDraws(0), countDraws(2000), countDraws(20_000)] as const;
    expect(some - none).to.be.within(2000 * 5, 2000 * 40);
    expect((many - none) / (some - none)).to.be.within(9, 11);
  });

  it("is sorted newest first, in whole seconds, and ends now", () => {
    expect(truth.every(({ time }, index) => index === 0 || time <= (truth[index - 1]?.time ?? 0))).to.equal(true);
    expect(truth.every(({ time }) => time % 1000 === 0)).to.equal(true);
    expect(truth[0]?.time).to.be.within(NOW - DAY, NOW);
    expect(truth.at(-1)?.time).to.be.within(NOW - 400 * DAY, NOW - 395 * DAY);
  });

  it("is the same for the same seed and another one for another", () => {
    const createText = (seed: number) => JSON.stringify(createServer({ seed, events: 1500 }).stored);
    // Another one between them: the generator keeps its last result.
    const [seven, eight, again] = [createText(7), createText(8), createText(7)];
    expect(again).to.equal(seven);
    expect(eight).not.to.equal(seven);
    expect(server.seed).to.equal(1);
  });

  for (const [day, midnight] of [
    ["a Monday", Date.UTC(2026, 10, 23, 5)],
    ["a Saturday", Date.UTC(2026, 10, 28, 5)],
    ["the first of a month", Date.UTC(2026, 7, 1, 4)],
    ["the last of a year", Date.UTC(2026, 11, 31, 5)],
    ["a leap day", Date.UTC(2028, 1, 29, 5)],
    ["the day on which clocks go forward", Date.UTC(2026, 2, 8, 5)],
    ["the day on which they go back", Date.UTC(2026, 10, 1, 4)],
  ] as const)
    for (const onDemand of [false, true])
      it(`is the same all day, later hours having more: ${day}${onDemand ? ", on demand" : ""}`, () => {
        const all = { seed: 5, events: 3000, days: 20, onDemand, scenarios: false };
        const createAt = (hours: number, options: MockServerOptions = all) =>
          createServer({ now: () => midnight + hours * 3_600_000, ...options }).stored.map(
            (entry) => [entry.time, JSON.stringify(entry)] as const,
          );
        const evening = createAt(22.9);
        expect(evening).to.have.length(3000);
        // Of the oldest second some may have had to go.
        const oldest = evening[evening.length - 1]![0];
        const stories = createAt(22.9, { events: 0 });
        expect(stories).to.have.length.above(60);
        let known = 0;
        for (const hours of [0.2, 3, 9.5, 14, 20]) {
          const then = midnight + hours * 3_600_000;
          const seen = createAt(hours);
          expect(seen[0]![0]).to.be.at.most(then);
          const shared = seen.filter(([time]) => time > oldest);
          const later = evening.filter(([time]) => time <= then && time > oldest);
          expect(String(shared) === String(later), `everything of ${hours} o'clock`).to.equal(true);
          expect(shared.length).to.be.above(1500).and.to.be.at.least(known);
          known = shared.length;
          // The use cases have all happened by then.
          expect(createAt(hours, { events: 0 })).to.deep.equal(stories);
        }
        expect(known, "something happens by day").to.be.below(evening.length);
      });

  it("grows and shrinks as asked", () => {
    const small = createServer({ events: 500, days: 30, domains: 60, users: 90, territories: 5, scenarios: false });
    expect(small.stored).to.have.length(500);
    expect(small.stored.at(-1)?.time).to.be.least(NOW - 30 * DAY);
    expect(small.domains).to.have.length(60);
    expect(small.territories).to.have.length(5);
  });

  it("follows people's days and weeks, and machines' nights", () => {
    // Eastern standard time is near enough for both halves of the year.
    const getHour = (entry: StoredRecord) => new Date(entry.time - 5 * 3_600_000).getUTCHours();
    const noon = count(
      (record, entry) => record["by-user"] !== "System" && getHour(entry) >= 10 && getHour(entry) < 16,
    );
    const night = count((record, entry) => record["by-user"] !== "System" && getHour(entry) < 6);
    expect(noon).to.be.above(10 * night);
    const countSystemRecords = (from: number, to: number) =>
      count((record, entry) => record["by-user"] === "System" && getHour(entry) >= from && getHour(entry) < to);
    expect(countSystemRecords(0, 6)).to.be.above(5 * countSystemRecords(10, 16));
    const countWeekday = (day: number) => count((_record, entry) => new Date(entry.time).getUTCDay() === day);
    expect(countWeekday(2)).to.be.above(3 * countWeekday(0));
  });

  it("has about 600 people, a dozen of them the provider's, in domains that the API allows", () => {
    const people = truth.map(
      ({ record }) => `${String(record["by-user"])}@${String(record["by-domain"]).toLowerCase()}`,
    );
    expect(new Set(people).size).to.be.within(500, 900);
    const elsewhere = count(
      (record) => String(record["by-user"]) === "tom.becker" && !isProvider(record["target-domain"]),
    );
    expect(elsewhere).to.be.above(100);
    const domains = server.domains.map(({ domain }) => domain);
    expect(new Set(domains).size).to.equal(40);
    expect(domains.filter((domain) => domain.length >= 60).length).to.be.least(2);
    expect(domains.every((domain) => domain.length <= 64 && /^[\w.-]+\.example$/.test(domain))).to.equal(true);
    expect(listValues("target-domain"))
      .to.include("NorthWind-Traders.example")
      .and.to.include("northwind-traders.example");
  });
  const isProvider = (domain: unknown) => domain === "meridian-voice.example";

  it("has every object of the guide and every action in several spellings", () => {
    expect(RARE_OBJECTS.filter((object) => !listValues("target-object").has(object))).to.deep.equal([]);
    for (const action of [
      ...["login", "logout", "create", "delete", "update", "export", "upload", "import", "load", "activate", "restart"],
      ...["validate", "googleauthenticator", "securitywarning", "createUser", "Removed", "signin", "login_badpassword"],
      ...["LoginFailed-BadIP", "edit", "add", "remove", "modify", "purge", "impersonate"],
    ]) {
      expect(listValues("action-type").has(action), action).to.equal(true);
    }
    expect(RARE_OBJECTS).to.include.members(["dial_plan", "Call-Queue", "timeframe", "user", "nfr", "vmailnag"]);
  });

  it("has copies to the letter, and bursts of many records in one second", () => {
    const texts = truth.map(({ record }) => JSON.stringify(record));
    expect(texts.length - new Set(texts).size).to.be.above(50);
    const seconds = new Map<number, number>();
    for (const { time } of truth) seconds.set(time, (seconds.get(time) ?? 0) + 1);
    expect(Math.max(...seconds.values())).to.be.within(10, 60);
  });

  it("has details for what is complex and none for a logout", () => {
    const hasDetails = (record: WireRecord) => record["auditlog-details"] !== undefined;
    expect(count((record) => record["action-type"] === "logout" && hasDetails(record))).to.be.below(80);
    expect(count(hasDetails)).to.be.within(20_000, 50_000);
    const text = truth.map(({ record }) => JSON.stringify(record["auditlog-details"] ?? "")).join("\n");
    for (const part of [
      /"old":/,
      /"new-/,
      /-pin"/,
      /-secret"/,
      /password"/,
      /_token"/,
      /\+1\d{10}/,
      /":\[\{/,
      /":\{"/,
    ]) {
      expect(text).to.match(part);
    }
  });

  it("has missing, empty and null fields, numbers, and numbers as text, as real servers do", () => {
    for (const field of ["by-ip", "by-user", "target-user"]) {
      expect(
        count((record) => !(field in record)),
        `${field} missing`,
      ).to.be.above(0);
      expect(
        count((record) => record[field] === null),
        `${field} null`,
      ).to.be.above(0);
    }
    expect(count((record) => typeof record["target-user"] === "number")).to.be.above(10);
    expect(count((record) => record["auditlog-details"] === "")).to.be.above(10);
    expect(count((record) => FIELDS.some((field) => !(field in record)))).to.be.below(600);
  });

  it("has a handful of unreadable times, more on request, or none", () => {
    const listUndated = (entries: readonly StoredRecord[]) =>
      entries.filter(({ record }) => !/^\d{4}-\d\d-\d\dT/.test(String(record["timestamp-datetime"])) || !record);
    expect(listUndated(truth)).to.have.length(3);
    expect(listUndated(createServer({ events: 1000, unreadableTimes: 20 }).stored)).to.have.length(20);
    expect(listUndated(createServer({ events: 1000, unreadableTimes: 0 }).stored)).to.have.length(0);
    expect(listUndated(truth).every(({ keepsTimestamp }) => keepsTimestamp)).to.equal(true);
  });

  it("has hostile and unusual texts", () => {
    const users = [...listValues("by-user")].join("\n");
    for (const part of [
      "\u202E",
      "\u200B",
      "\u0007",
      "<img src=x onerror=",
      "=HYPERLINK(",
      "x".repeat(300),
      "נועה",
      "محمد",
    ]) {
      expect(users.includes(part), part).to.equal(true);
    }
    const details = truth.map(({ record }) => record["auditlog-details"]);
    expect(details.some((one) => typeof one === "object" && one !== null && Object.hasOwn(one, "__proto__"))).to.equal(
      true,
    );
    expect(Object.hasOwn(Object.prototype, "polluted")).to.equal(false);
  });

  it("has mostly the same sign-ins in both logs, and nothing else in the access log", () => {
    const access = count((_record, { log }) => log === "access");
    expect(access).to.be.within(100, count((_record, { log }) => log === "both") / 10);
    const signIn = /^(log ?in|signin|logout|signout)/i;
    expect(count((record, { log }) => log !== "audit" && !signIn.test(String(record["action-type"])))).to.equal(0);
  });

  it("has addresses from the ranges for documentation only", () => {
    const allowed = /^(192\.0\.2|198\.51\.100|203\.0\.113)\.\d+$|^2001:db8:|^127\.0\.0\.1$|^(undefined|null)?$/;
    expect([...listValues("by-ip")].filter((ip) => !allowed.test(String(ip)))).to.deep.equal([]);
    expect(count((record) => String(record["by-ip"]).startsWith("2001:db8:"))).to.be.above(1000);
  });
});
