import { expect } from "@open-wc/testing";
import type { AuditEvent } from "../../src/core/audit-event.js";
import { readFacts } from "../support/summary-facts.js";

describe("the facts of a summary", () => {
  it("are the fields of the record, with hidden characters made visible", () => {
    const event = {
      action: "up\u202Edate",
      object: "pager\u0000",
      byUser: " maria\u200B ",
      byDomain: "harborline.example",
      byIp: "203.0.113.24\n",
      affectedUser: "2104",
      affectedDomain: "north\u00ADgate.example",
    };
    expect(readFacts(event)).to.deep.equal({
      actor: { kind: "user", user: "maria‹U+200B›", domain: "harborline.example" },
      actionId: "modify-update",
      actionText: "up‹U+202E›date",
      upload: false,
      badPassword: false,
      failed: false,
      failure: undefined,
      objectId: undefined,
      objectText: "pager␀",
      affectedUser: "2104",
      affectedDomain: "north‹U+00AD›gate.example",
      self: false,
      sameDomain: false,
      host: "",
      ip: "203.0.113.24",
    });
  });

  const actors: [Partial<AuditEvent>, unknown][] = [
    [{ byUser: "System" }, { kind: "system" }],
    [{ byUser: " SYSTEM ", byDomain: "a.example" }, { kind: "system" }],
    [{}, { kind: "unknown", domain: "" }],
    [
      { byUser: "  ", byDomain: "a.example" },
      { kind: "unknown", domain: "a.example" },
    ],
    [{ byUser: "systems" }, { kind: "user", user: "systems", domain: "" }],
    // A domain that the user name repeats appears once; an e-mail address stays unchanged.
    [
      { byUser: "2104@Shop.example", byDomain: "shop.example" },
      { kind: "user", user: "2104", domain: "shop.example" },
    ],
    [
      { byUser: "m@mail.example", byDomain: "shop.example" },
      { kind: "user", user: "m@mail.example", domain: "shop.example" },
    ],
    [
      { byUser: "@shop.example", byDomain: "shop.example" },
      { kind: "user", user: "@shop.example", domain: "shop.example" },
    ],
    // One person has one domain.
    [
      { byUser: "2104", affectedUser: "2104", affectedDomain: "shop.example" },
      { kind: "user", user: "2104", domain: "shop.example" },
    ],
  ];
  for (const [event, actor] of actors) {
    it(`know the actor of ${JSON.stringify(event)}`, () => expect(readFacts(event).actor).to.deep.equal(actor));
  }

  const same: [by: [string, string], affected: [string, string], self: boolean, sameDomain: boolean][] = [
    [["2104", "a.example"], ["2104", "a.example"], true, true],
    [["Maria", "A.example"], [" maria", "a.EXAMPLE "], true, true],
    [["2104", "a.example"], ["2104", ""], true, false],
    [["2104", ""], ["2104", "a.example"], true, true],
    [["2104", ""], ["2104", ""], true, false],
    [["2104@a.example", ""], ["2104", "a.example"], true, true],
    [["2104", "a.example"], ["2104", "b.example"], false, false],
    [["2104", "a.example"], ["2105", "a.example"], false, true],
    [["2104", "a.example"], ["", "a.example"], false, true],
    [["", "a.example"], ["", "a.example"], false, true],
    [["", ""], ["", ""], false, false],
    [["System", "a.example"], ["System", "a.example"], false, false],
  ];
  for (const [by, affected, self, sameDomain] of same) {
    it(`compare ${by.join("@")} with ${affected.join("@")}`, () => {
      const found = readFacts({
        byUser: by[0],
        byDomain: by[1],
        affectedUser: affected[0],
        affectedDomain: affected[1],
      });
      expect([found.self, found.sameDomain]).to.deep.equal([self, sameDomain]);
    });
  }

  const failures: [action: string, failed: boolean, reason: string | undefined][] = [
    ["login", false, undefined],
    ["Login Success", false, undefined],
    ["login-unlocked", false, undefined],
    ["login_unknown_device", false, undefined],
    ["login-failover", false, undefined],
    ["loginBadge", false, undefined],
    ["login failed", true, undefined],
    ["LoginFailed", true, undefined],
    ["signin-failure", true, undefined],
    ["failed_login", true, undefined],
    ["auth_failure", true, undefined],
    ["BadPassword", true, "bad-password"],
    ["BadIP", true, "bad-address"],
    ["unknown user", true, "unknown-user"],
    ["login_error", true, undefined],
    ["Login Failed (Bad Password)", true, "bad-password"],
    ["login_wrongpassword", true, "bad-password"],
    ["login-password-mismatch", true, "bad-password"],
    ["login failed: password expired", true, "password-expired"],
    ["LoginFailed-BadIP", true, "bad-address"],
    ["login-ip-blocked", true, "bad-address"],
    ["login from unknown IP address", true, "bad-address"],
    ["login_unknownuser", true, "unknown-user"],
    ["LoginFailed-NoSuchUser", true, "unknown-user"],
    ["login user not found", true, "unknown-user"],
    ["login-invalid-domain", true, "unknown-domain"],
    ["login-wrong-otp", true, "bad-code"],
    ["login invalid MFA code", true, "bad-code"],
    ["login_invalid_credentials", true, "bad-credentials"],
    ["login-token-expired", true, "expired"],
    ["login account locked", true, "locked"],
    ["login_disabled", true, "disabled"],
    ["login-too-many-attempts", true, "too-many-attempts"],
    ["login denied", true, "denied"],
    ["login-fail-geo", true, "other"],
    ["logout", false, undefined],
    ["logout-failed", true, undefined],
    ["Delete Failed", true, undefined],
    ["importError", true, undefined],
    ["load error (timeout)", true, undefined],
    ["create-failover-route", false, undefined],
    ["update", false, undefined],
    ["purge failed", false, undefined],
  ];
  for (const [action, failed, failure] of failures) {
    it(`tell from ${JSON.stringify(action)} that it ${failed ? `failed: ${failure ?? "no reason"}` : "did not fail"}`, () => {
      const found = readFacts({ action });
      expect([found.failed, found.failure]).to.deep.equal([failed, failure]);
      expect(found.badPassword).to.equal(failure === "bad-password");
    });
  }

  const hosts: [Partial<AuditEvent>, string][] = [
    [{ action: "restart", object: "server", host: "core2.example" }, "core2.example"],
    [{ action: "load", object: "database", host: "core2.example" }, "core2.example"],
    [{ action: "restart", host: "core2.example" }, "core2.example"],
    [{ action: "restart", object: "server", host: "core2.example", affectedDomain: "a.example" }, ""],
    [{ action: "login", object: "oauth", host: "core2.example" }, ""],
    [{ action: "update", object: "answerrule", host: "core2.example" }, ""],
  ];
  for (const [event, host] of hosts) {
    it(`name ${host || "no host"} for ${JSON.stringify(event)}`, () => expect(readFacts(event).host).to.equal(host));
  }

  it("distinguish an upload from an export", () => {
    expect(readFacts({ action: "Upload" }).upload).to.equal(true);
    expect(readFacts({ action: "export" }).upload).to.equal(false);
  });
});
