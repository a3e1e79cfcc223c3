import { expect } from "@open-wc/testing";
import { encodeEvents } from "../../src/analysis/event-batch.js";
import { LogAnalysis } from "../../src/analysis/log-analysis.js";
import { compileTaxonomy } from "../../src/core/taxonomy/taxonomy.js";
import { DEFAULT_TAXONOMY } from "../../src/core/taxonomy/vocabulary.js";
import { createEvent } from "../views/support.js";

const FROM = Date.parse("2026-11-22T00:00:00Z");
const REQUEST = { from: FROM, until: FROM + 86_400_000, hasGaps: false, isNarrowed: false, zone: "UTC" };

describe("findings in kept events", () => {
  const taxonomy = compileTaxonomy(DEFAULT_TAXONOMY);
  const person = { byUser: "2104", byDomain: "north.example", byIp: "198.51.100.7" };
  const spellings = ["login_badpassword", "LoginFailed-BadPassword", "Login Failed (Wrong Password)"];
  const attempts = [0, 1, 2, 3, 4].map((minute) =>
    createEvent({ ...person, action: spellings[minute % 3]!, at: `2026-11-22T08:0${minute}:00Z` }),
  );
  const worked = createEvent({
    ...person,
    byDomain: "North.Example",
    action: "Login",
    at: "2026-11-22T08:05:00Z",
  });

  it("are the same for rows and counted events, whatever the spelling", () => {
    const newestFirst = [worked, ...attempts.toReversed()];
    const analysis = new LogAnalysis();
    analysis.insert(Uint32Array.of(0, 1, 2), encodeEvents(newestFirst.slice(0, 3), taxonomy));
    analysis.count(encodeEvents(newestFirst.slice(3), taxonomy));
    const [found, ...more] = analysis.findings(REQUEST);
    expect(more).to.deep.equal([]);
    expect(found).to.deep.include({ kind: "bad-passwords", user: "2104", domain: "north.example", count: 5 });
    expect(found).to.include({ after: "same-address" });
  });

  it("are none for a login that failed for another reason", () => {
    const others = attempts.map((one) => ({ ...one, action: "login_badip" }));
    const analysis = new LogAnalysis();
    analysis.insert(Uint32Array.of(0, 1, 2, 3, 4), encodeEvents(others.toReversed(), taxonomy));
    expect(analysis.findings(REQUEST)).to.deep.equal([]);
  });
});
