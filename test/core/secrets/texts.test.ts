import { expect } from "@open-wc/testing";
import { maskSecrets } from "../../../src/core/secrets/text-masker.js";
import { textMasker } from "../../../src/core/secrets/texts.js";
import { MASK, maskSensitive, maskText } from "../../../src/core/secrets/values.js";
import { HARMLESS_TEXTS, SECRET_DETAILS, SECRET_TEXTS, SECRETS } from "../../support/secrets.js";

before(() => textMasker.set(maskSecrets));

describe("a text", () => {
  for (const { raw, masked } of SECRET_TEXTS) {
    it(`loses only its secret: ${JSON.stringify(raw)}`, () => {
      expect(maskText(raw)).to.equal(masked);
      expect(maskText(masked), "masked again").to.equal(masked);
    });
  }

  for (const text of HARMLESS_TEXTS) {
    it(`without a secret stays as it is: ${JSON.stringify(text)}`, () => expect(maskText(text)).to.equal(text));
  }

  it("of JSON is JSON after masking", () => {
    for (const { raw, masked } of SECRET_TEXTS) {
      try {
        JSON.parse(raw);
      } catch {
        // Cut off, or no JSON at all.
        continue;
      }
      expect(() => JSON.parse(masked) as unknown, masked).not.to.throw();
    }
  });
});

describe("details", () => {
  for (const details of SECRET_DETAILS) {
    const raw = JSON.stringify(details);
    it(`keep no secret, whether they are a value or a text: ${raw}`, () => {
      for (const text of [JSON.stringify(maskSensitive(details)), maskText(raw), maskText(JSON.stringify(raw))]) {
        for (const secret of SECRETS) expect(text).not.to.contain(secret);
        expect(text).to.contain(MASK);
      }
      expect(JSON.stringify(details), "the details themselves").to.equal(raw);
    });
  }

  it("keep the place and the person beside a secret's name", () => {
    const change = { column: "x_password", table: "subscribers", user: "2104", old: "a", new: "b", note: "c" };
    const masked = { ...change, old: MASK, new: MASK, note: MASK };
    expect(maskSensitive(change)).to.deep.equal(masked);
    expect(maskText(JSON.stringify(change))).to.equal(JSON.stringify(masked));
  });

  it("keep names apart that differ only in a secret", () => {
    const masked = maskSensitive({ "token=a1": 1, "token=b2": 2 }) as object;
    expect(Object.keys(masked)).to.deep.equal([`token=${MASK}`, `token=${MASK} (2)`]);
  });
});

/*
 * A megabyte each. Whatever reads such a text again and again for each of its places needs many minutes for it, on any machine, and
 * the runner ends it. What reads it once is done in a second or two.
 */
describe("a text that is written to be slow", () => {
  const LENGTH = 2 ** 19;
  const PIECES = [
    ...[
      '"',
      "\\",
      ":",
      "a:",
      "a a a a: ",
      "pin:'",
      "pin:,",
      "key:{",
      "name=pin ",
      "name=pin\n",
      '{"name":"x",',
      '{"name":"pin",',
    ],
    ...["<a ", "<password>", "<name>pin</name><v>", 's:1:"a";', "&amp;", "%2525", "eyJ-", "Bearer ", "://a:"],
  ];
  for (const piece of PIECES) {
    it(`is read in one pass: ${JSON.stringify(piece)}`, () => {
      const text = `pin=1&${piece.repeat(LENGTH / piece.length)}`;
      expect(maskText(text).slice(0, 10)).to.equal(`pin=${MASK}`);
    });
  }

  it("is read in one pass when it is nested", () => {
    const depth = 20_000;
    const nested = `${'{"x":'.repeat(depth)}1${',"name":"pin","value":"zQ7x"}'.repeat(depth)}`;
    expect(maskText(nested)).not.to.contain("zQ7x");
  });
});
