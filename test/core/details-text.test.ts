import { expect } from "@open-wc/testing";
import type { AuditEvent } from "../../src/core/audit-event.js";
import { formatDetails, type DetailsWords } from "../../src/core/details-text.js";

const event: AuditEvent = {
  id: "1",
  time: 0,
  timeText: "2026-11-22T23:41:09Z",
  action: "update",
  object: "AnswerRule",
  byUser: "maria.ortiz",
  byDomain: "harborline.example",
  byIp: "203.0.113.24",
  client: "",
  affectedUser: "2104",
  affectedDomain: "northgate-dental.example",
  host: "core2.harborline.example",
  parameters: [],
  raw: {},
};

const words: DetailsWords = {
  labels: {
    time: "Time",
    action: "Action",
    object: "Object",
    byUser: "Performed by user",
    byDomain: "Performed by domain",
    byIp: "IP address",
    affectedUser: "Affected user",
    affectedDomain: "Affected domain",
    host: "Host",
    client: "Client",
    parameters: "Parameters",
  },
  summary: [
    { text: "maria.ortiz", strong: true },
    { text: " changed the " },
    { text: "answer rule", strong: true },
    { text: "." },
  ],
  time: "Nov 22, 2026, 06:41:09 PM EST",
  action: "Modify/Update",
  object: "Answer Rule",
};

describe("the text of Copy details", () => {
  it("is the sentence, then a line for every field", () => {
    expect(formatDetails(event, words)).to.equal(
      [
        "maria.ortiz changed the answer rule.",
        "",
        "Time: Nov 22, 2026, 06:41:09 PM EST",
        "Action: Modify/Update (update)",
        "Object: Answer Rule (AnswerRule)",
        "Performed by user: maria.ortiz",
        "Performed by domain: harborline.example",
        "IP address: 203.0.113.24",
        "Affected user: 2104",
        "Affected domain: northgate-dental.example",
        "Host: core2.harborline.example",
        "Client: -",
        "",
      ].join("\n"),
    );
  });

  it("says the record's own word only where it differs from the label", () => {
    const text = formatDetails({ ...event, action: "LOGIN", object: "" }, { ...words, action: "Login", object: "" });
    expect(text).to.contain("\nAction: Login\nObject: -\n");
  });

  it("lists the parameters exactly, except for secret ones", () => {
    const parameters = [
      { name: "timeframe", value: "After hours" },
      { name: "voicemail-login-pin", value: "4711" },
      { name: "old-pin", value: "" },
      { name: "devices", value: [{ id: 7, "sip-password": "x" }] },
      { name: "note", value: null },
      { name: "odd", value: "a\u202Eb" },
    ];
    const text = formatDetails({ ...event, parameters }, words);
    expect(text.slice(text.indexOf("\nParameters"))).to.equal(
      [
        "",
        "Parameters",
        "timeframe: After hours",
        "voicemail-login-pin: ••••••",
        "old-pin: -",
        'devices: [{"id":7,"sip-password":"••••••"}]',
        "note: -",
        "odd: a\u202Eb",
        "",
      ].join("\n"),
    );
  });

  it("does not let a value of several lines pass for another field", () => {
    const parameters = [{ name: "note\nIP address", value: "one\r\nIP address: 10.0.0.1\u2028two" }];
    const lines = formatDetails({ ...event, parameters }, words).split("\n");
    expect(lines.filter((line) => /^IP address:/.test(line))).to.deep.equal(["IP address: 203.0.113.24"]);
    expect(lines).to.include("    IP address: 10.0.0.1");
  });
});
