import { expect } from "@open-wc/testing";
import { MASK, maskSensitive, maskText } from "../../src/domain/secrets/values.js";
import { HARMLESS_TEXTS, SECRET_DETAILS, SECRET_TEXTS, SECRETS } from "../support/secrets.js";

describe("a text", () => {
  for (const { raw, masked } of SECRET_TEXTS) {
    it(`loses its secret and nothing else: ${JSON.stringify(raw)}`, () => {
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
    it(`keep nothing secret, whether they are a value or a text: ${raw}`, () => {
      for (const text of [JSON.stringify(maskSensitive(details)), maskText(raw), maskText(JSON.stringify(raw))]) {
        for (const secret of SECRETS) expect(text).not.to.contain(secret);
        expect(text).to.contain(MASK);
      }
      expect(JSON.stringify(details), "the details themselves").to.equal(raw);
    });
  }

  it("keep what tells where and to whom beside a secret's name", () => {
    const change = { column: "x_password", table: "subscribers", user: "2104", old: "a", new: "b", note: "c" };
    const masked = { ...change, old: MASK, new: MASK, note: MASK };
    expect(maskSensitive(change)).to.deep.equal(masked);
    expect(maskText(JSON.stringify(change))).to.equal(JSON.stringify(masked));
  });

  it("keep names apart that differ in a secret alone", () => {
    const masked = maskSensitive({ "token=a1": 1, "token=b2": 2 }) as object;
    expect(masked).to.deep.equal({ [`token=${MASK}`]: 1, [`token=${MASK} (2)`]: 2 });
  });
});

/*
 * A quarter of a megabyte each. Whatever is read again and again for every place of such a text would keep the browser for an hour, and the
 * runner would end it: no clock is needed here.
 */
describe("a text that is made to be slow", () => {
  const LENGTH = 2 ** 18;
  const PIECES = [
    ...[
      "a",
      "=",
      "a=",
      '"',
      "\\",
      '\\"',
      "{",
      '{"',
      "'",
      ",",
      "@",
      "&amp;",
      "%25",
      "\\u0022",
      "&amp;amp;",
      "password=",
    ],
    ...["password ", "a a a a: ", "aaaa aaaa: ", "pin:,", "pin: \\", "pin=\\n", "pin:'", 'pin:"\\', "pin:[", "pin:\n"],
    ...['{"name":"pin",', '{"x":', '{"name":"x",', "name=pin\n", "name=pin ", 'name="pin",{', "name=\"name='", "key:{"],
    ...["<a ", "<password>", "<name>pin</name><v>", "<![CDATA[", "<pin><![CDATA[", 's:1:"a";', 'a:1:{s:3:"pin";'],
    ...["Bearer ", "eyJ-", "eyJa.", "://a:", "//a@", "sip:a:b", "--pin ", "-----BEGIN PRIVATE KEY-----"],
    ...['form-data; name="pin"\r\n', '\\\\"pin\\\\":'],
  ];
  for (const piece of PIECES) {
    it(`is read in one go: ${JSON.stringify(piece)}`, function () {
      this.timeout(110_000);
      for (const before of ["", '{"name":"pin",']) {
        const text = before + piece.repeat(LENGTH / piece.length);
        expect(maskText(text).length).to.be.at.most(text.length * 8);
      }
    });
  }

  it("is read in one go, nested", function () {
    this.timeout(110_000);
    const depth = 30_000;
    const nested = `${'{"x":'.repeat(depth)}1${',"name":"pin","value":"zQ7x"}'.repeat(depth)}`;
    expect(maskText(nested)).not.to.contain("zQ7x");
  });
});
