import { expect } from "@open-wc/testing";
import { Random } from "../../../demo/mocks/records/random.js";
import { canonicalizeIp } from "../../../src/core/filters/canonicalize-ip.js";
import { findIpProblem, isV4 } from "../../../src/core/filters/ip-address.js";

/** Spellings and the one form that they are compared in. */
const CANONICAL: [text: string, canonical: string][] = [
  ["198.51.100.7", "198.51.100.7"],
  ["0.0.0.0", "0.0.0.0"],
  ["255.255.255.255", "255.255.255.255"],
  ["::", "::"],
  ["::1", "::1"],
  ["1::", "1::"],
  ["0:0:0:0:0:0:0:0", "::"],
  ["2001:DB8:0::1", "2001:db8::1"],
  ["2001:0db8:0000:0000:0000:0000:0000:0001", "2001:db8::1"],
  ["2001:db8::ABCD", "2001:db8::abcd"],
  // RFC 5952, 4.2.2: a single group of zeros is written out.
  ["2001:db8:0:1:1:1:1:1", "2001:db8:0:1:1:1:1:1"],
  ["1:2:3:4:5:6:7::", "1:2:3:4:5:6:7:0"],
  ["::2:3:4:5:6:7:8", "0:2:3:4:5:6:7:8"],
  // 4.2.3: the longest run is left out, of equal ones the first.
  ["2001:0:0:1:0:0:0:1", "2001:0:0:1::1"],
  ["2001:db8:0:0:1:0:0:1", "2001:db8::1:0:0:1"],
  ["fe80:0:0:0:0:0:0:0", "fe80::"],
  // An IPv4 address mapped into IPv6 is one IPv6 address, however it is written, and another than the IPv4 one.
  ["::ffff:198.51.100.7", "::ffff:198.51.100.7"],
  ["::FFFF:c633:6407", "::ffff:198.51.100.7"],
  ["0:0:0:0:0:ffff:198.51.100.7", "::ffff:198.51.100.7"],
  // Others that end like IPv4 are no such addresses.
  ["::198.51.100.7", "::c633:6407"],
  ["64:ff9b::198.51.100.7", "64:ff9b::c633:6407"],
  ["1:2:3:4:5:6:198.51.100.7", "1:2:3:4:5:6:c633:6407"],
];

const NO_ADDRESSES = [
  "",
  " ",
  "localhost",
  "198.51.100",
  "198.51.100.7.1",
  "198.51.100.",
  ".198.51.100.7",
  "198.51.100.256",
  "198.51.100.0007",
  // Octal to some programs.
  "010.001.000.007",
  "198.51.100.-7",
  "198.51.100.7 ",
  "198.51.100.7:5060",
  "198.51.100.0/24",
  "0xc6.51.100.7",
  "١٩٨.51.100.7",
  ":",
  ":::",
  "1",
  "1:2:3:4:5:6:7",
  "1:2:3:4:5:6:7:8:9",
  "1:2:3:4::5:6:7:8",
  "1::2::3",
  ":1:2:3:4:5:6:7",
  "1:2:3:4:5:6:7:",
  "12345::",
  "g::1",
  "2001:db8::1%eth0",
  "[2001:db8::1]",
  "::ffff:198.51.100.256",
  "::ffff:198.51.100",
  "198.51.100.7::",
  "1:2:3:4:5:6:7:198.51.100.7",
  "1:2:3:4:5:6::198.51.100.7",
  "constructor",
  "__proto__",
];

describe("IP addresses", () => {
  for (const [text, canonical] of CANONICAL) {
    it(`compare ${text} as ${canonical}`, () => {
      expect(canonicalizeIp(text)).to.equal(canonical);
      expect(findIpProblem(text)).to.equal(undefined);
    });
  }

  it("are in their canonical form once and for all", () => {
    for (const [, canonical] of CANONICAL) expect(canonicalizeIp(canonical)).to.equal(canonical);
  });

  for (const text of NO_ADDRESSES) {
    it(`are not ${JSON.stringify(text)}`, () => {
      expect(canonicalizeIp(text)).to.equal(undefined);
      expect(findIpProblem(text)).to.be.oneOf(["not-an-address", "part-too-large"]);
    });
  }

  const seed = 20261130;
  it(`are the same texts for the check of a field and for the comparison (seed ${seed})`, () => {
    const random = new Random(seed);
    const pieces = [
      "0",
      "1",
      "ff",
      "2001",
      "db8",
      ":",
      ":",
      ":",
      "::",
      ".",
      "198.51.100.7",
      "ffff",
      "12345",
      "g",
      "%",
      "]",
    ];
    for (let turn = 0; turn < 20_000; turn += 1) {
      const text = Array.from({ length: random.int(1, 14) }, () => random.pick(pieces)).join("");
      const isAddress = canonicalizeIp(text) !== undefined;
      expect(findIpProblem(text) === undefined, text).to.equal(isAddress);
    }
  });

  it("have their one usual spelling only as IPv4 without leading zeros", () => {
    const safe = ["198.51.100.7", "0.0.0.0", "255.255.255.255"];
    const unsafe = ["198.51.100.07", "010.1.1.1", "198.51.100.256", "::1", "::ffff:198.51.100.7", "198.51.100.*", ""];
    expect([...safe, ...unsafe].filter(isV4)).to.deep.equal(safe);
  });

  it("say which problem they have", () => {
    const problems: [string, ReturnType<typeof findIpProblem>][] = [
      ["256.51.100.7", "part-too-large"],
      ["198.51.100.1000", "part-too-large"],
      ["198.51.100", "not-an-address"],
      ["198.51.100.0001", "not-an-address"],
      ["2001:db8::12345", "not-an-address"],
      ["core1.example", "not-an-address"],
      ["198.51.100.*", undefined],
      ["*", undefined],
      ["2001:DB8:*", undefined],
      ["*::1", undefined],
      ["core*", "not-an-address"],
      ["198.51.100.*/24", "not-an-address"],
      ["198.51.100.* ", "not-an-address"],
    ];
    expect(problems.map(([text]) => [text, findIpProblem(text)])).to.deep.equal(problems);
  });
});
