import { expect } from "@open-wc/testing";
import { isPlain, toVisibleText } from "../../../src/core/text/visible-text.js";

const showEscaped = (text: string) =>
  JSON.stringify(text).replace(/[^ -~]/gu, (c) => `\\u{${c.codePointAt(0)?.toString(16)}}`);

describe("visible text", () => {
  const untouched = [
    "",
    "2104",
    "maria.ortiz of harborline.example",
    "‹already› ␊ “quoted” – …",
    "Ångström, naïve, Zoë with a combining e\u0301",
    "東京営業所",
    "مرحبا",
    "שלום",
    "ประเทศไทย",
    "می\u200Cخواهم",
    "क्\u200Dष",
    "നന്\u200D",
    "👩\u200D👩\u200D👧\u200D👦",
    "👩🏽\u200D🚒",
    "❤\uFE0F\u200D🔥 1\uFE0F\u20E3",
    "葛\u{E0100}",
    "no\u00A0break and wide\u3000space",
    "\u0601123",
  ];
  for (const text of untouched) {
    it(`does not change ${showEscaped(text)}`, () => {
      expect(toVisibleText(text)).to.equal(text);
      expect(isPlain(text)).to.equal(true);
    });
  }

  const written: [text: string, visible: string][] = [
    ["a\u0000b", "a␀b"],
    ["line\r\nline\tend\u001B[0m", "line␍␊line␉end␛[0m"],
    ["\u007F\u0085\u009F", "␡‹U+0085›‹U+009F›"],
    ["invoice\u202Efdp.exe", "invoice‹U+202E›fdp.exe"],
    ["\u202A\u202B\u202C\u202D", "‹U+202A›‹U+202B›‹U+202C›‹U+202D›"],
    ["\u2066a\u2069\u200E\u200F\u061C", "‹U+2066›a‹U+2069›‹U+200E›‹U+200F›‹U+061C›"],
    ["ad\u200Bmin", "ad‹U+200B›min"],
    ["ad\u200Cmin", "ad‹U+200C›min"],
    ["ad\u200Dmin", "ad‹U+200D›min"],
    ["\u200Dمرحبا\u200C", "‹U+200D›مرحبا‹U+200C›"],
    ["👩\u200Dx", "👩‹U+200D›x"],
    ["می\u200C\u200Cخ", "می‹U+200C›‹U+200C›خ"],
    ["\uFEFFstart so\u00ADft", "‹U+FEFF›start so‹U+00AD›ft"],
    ["\u2060\u2061\u2064\u206A\u206F", "‹U+2060›‹U+2061›‹U+2064›‹U+206A›‹U+206F›"],
    ["\u180E\u115F\u1160\u3164\uFFA0\u2800", "‹U+180E›‹U+115F›‹U+1160›‹U+3164›‹U+FFA0›‹U+2800›"],
    ["\uFFF9a\uFFFAb\uFFFB", "‹U+FFF9›a‹U+FFFA›b‹U+FFFB›"],
    ["a\u2028b\u2029c", "a‹U+2028›b‹U+2029›c"],
    ["hi\u{E0001}\u{E0068}\u{E007F}", "hi‹U+E0001›‹U+E0068›‹U+E007F›"],
    ["\uD800x\uDC00", "‹U+D800›x‹U+DC00›"],
    ["a\uFE0Fb\u{E0101}1\uFE0F", "a‹U+FE0F›b‹U+E0101›1‹U+FE0F›"],
    ["❤\uFE0F\uFE0F", "❤\uFE0F‹U+FE0F›"],
    ["\u034F\u17B4", "‹U+034F›‹U+17B4›"],
  ];
  for (const [text, visible] of written) {
    it(`writes ${showEscaped(text)} out`, () => {
      expect(toVisibleText(text)).to.equal(visible);
      expect(toVisibleText(visible), "twice").to.equal(visible);
      expect(isPlain(text)).to.equal(false);
    });
  }

  it("gives each of the 65,536 code units a text that does not change when it is made visible again", () => {
    for (let code = 0; code < 0x10000; code += 1) {
      const once = toVisibleText(`a${String.fromCharCode(code)}b`);
      if (toVisibleText(once) !== once) expect.fail(`U+${code.toString(16)}`);
    }
  });

  it("reads long texts of hidden characters once", () => {
    // With the square of this many steps it would not end before the runner does.
    const pairs = 500_000;
    const visible = toVisibleText("\u200D\u0301".repeat(pairs));
    expect(visible.length).to.equal(pairs * "‹U+200D›\u0301".length);
  });
});
