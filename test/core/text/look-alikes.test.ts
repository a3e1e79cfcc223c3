import { expect } from "@open-wc/testing";
import { splitLookAlikes } from "../../../src/core/text/look-alikes.js";
import { toVisibleText } from "../../../src/core/text/visible-text.js";

/** The text with the marked letters in brackets. */
const showMarks = (text: string) =>
  splitLookAlikes(toVisibleText(text))
    .map((piece) => (piece.script ? `[${piece.script === "greek" ? "g" : "c"}:${piece.text}]` : piece.text))
    .join("");

describe("letters that look like Latin ones", () => {
  /* Mixed-script labels: UTS #39, section 5.1; whole-script look-alikes: section 5.2. https://www.unicode.org/reports/tr39/ */
  const CASES: [name: string, text: string, expected: string][] = [
    ["Cyrillic among Latin letters", "p\u0430ypal.example", "p[c:\u0430]ypal.example"],
    ["a run of them", "p\u0430\u0443pal", "p[c:\u0430\u0443]pal"],
    ["Greek among Latin letters", "g\u03BFogle.example", "g[g:\u03BF]ogle.example"],
    ["both", "\u0430dmin.\u03BFps", "[c:\u0430]dmin.[g:\u03BF]ps"],
    ["a capital", "\u0410dmin", "[c:\u0410]dmin"],
    ["a letter with a mark of its own", "admi\u0438\u0306", "admi[c:\u0438]\u0306"],
    ["a Latin letter with a mark", "jose\u0301", "jose\u0301"],
    ["across a hyphen", "acme-\u0430b", "acme-[c:\u0430]b"],
    ["only in the label that mixes", "\u0438\u0432\u0430\u043D.p\u0430y", "\u0438\u0432\u0430\u043D.p[c:\u0430]y"],
    [
      "a user and a domain in two scripts",
      "\u0438\u0432\u0430\u043D@abc.example",
      "\u0438\u0432\u0430\u043D@abc.example",
    ],
    ["two words in two scripts", "\u0418\u0432\u0430\u043D Smith", "\u0418\u0432\u0430\u043D Smith"],
    ["a whole label that looks Latin", "\u0430\u0440\u0440\u04CF\u0435.com", "[c:\u0430\u0440\u0440\u04CF\u0435].com"],
    ["a whole Greek one", "\u03BF\u03C1.com", "[g:\u03BF\u03C1].com"],
    ["such a label alone", "\u0441\u043E\u0440", "\u0441\u043E\u0440"],
    ["Cyrillic alone", "\u043F\u043E\u0447\u0442\u0430.\u0440\u0444", "\u043F\u043E\u0447\u0442\u0430.\u0440\u0444"],
    ["Latin alone", "maria.ortiz@abc.example", "maria.ortiz@abc.example"],
    ["scripts that look like no Latin", "abc\u65E5\u672C", "abc\u65E5\u672C"],
    ["an invisible character between", "\u0430\u200Bdmin", "[c:\u0430]\u2039U+200B\u203Admin"],
    ["an invisible character beside Cyrillic", "\u0438\u200B\u0432", "\u0438\u2039U+200B\u203A\u0432"],
    ["a micro sign, which has no script", "\u00B5sys", "\u00B5sys"],
    ["nothing", "", ""],
  ];
  for (const [name, text, expected] of CASES) {
    it(name, () => {
      expect(showMarks(text)).to.equal(expected);
      expect(
        splitLookAlikes(text)
          .map((piece) => piece.text)
          .join(""),
      ).to.equal(text);
    });
  }
});
