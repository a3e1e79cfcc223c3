import { expect } from "@open-wc/testing";
import { maskSecrets } from "../../../src/core/secrets/text-masker.js";
import { maskText, textMasker } from "../../../src/core/secrets/texts.js";
import { MASK } from "../../../src/core/secrets/values.js";
import { onLateCode } from "../../../src/core/text/late-code.js";
import { HARMLESS_TEXTS, SECRET_TEXTS } from "../../support/secrets.js";

describe("the masker of texts, until it is loaded", () => {
  let loads: { resolve(masker: typeof maskSecrets): void; reject(cause: unknown): void }[] = [];
  let shown = 0;
  let end: () => void;

  beforeEach(() => {
    loads = [];
    shown = 0;
    textMasker.set();
    textMasker.loadWith(() => new Promise((resolve, reject) => loads.push({ resolve, reject })));
    end = onLateCode(() => (shown += 1));
  });

  afterEach(() => {
    end();
    textMasker.set(maskSecrets);
  });

  it("leaves nothing of a text with a secret on the screen", () => {
    for (const { raw } of SECRET_TEXTS) expect(maskText(raw), raw).to.equal(MASK);
    expect(loads.length, "it is loaded once").to.equal(1);
  });

  it("leaves other texts as they are, or masks them as a whole", () => {
    for (const text of HARMLESS_TEXTS) expect(maskText(text), text).to.be.oneOf([text, MASK]);
    for (const text of [
      "",
      "maria.ortiz",
      "192.0.2.1",
      "sip:2104@shop.example",
      "Ring for 25 seconds; then voicemail",
    ]) {
      expect(maskText(text)).to.equal(text);
    }
  });

  it("is not loaded for texts that cannot have a secret", () => {
    for (const text of ["", "maria.ortiz", "a=1", "sip:2104@shop.example"]) maskText(text);
    expect(loads).to.have.length(0);
    expect(textMasker.loading).to.equal(undefined);
  });

  it("says when it is loaded, and then masks only the secret", async () => {
    const [{ raw, masked }] = SECRET_TEXTS as [(typeof SECRET_TEXTS)[0]];
    maskText(raw);
    const loaded = textMasker.loading;
    loads[0]!.resolve(maskSecrets);
    await loaded;
    expect(shown).to.equal(1);
    expect(maskText(raw)).to.equal(masked);
    expect(masked).not.to.equal(MASK);
    expect(textMasker.loading).to.equal(undefined);
  });

  it("keeps texts masked if it cannot be loaded, and is loaded again for the next one", async () => {
    const [{ raw, masked }] = SECRET_TEXTS as [(typeof SECRET_TEXTS)[0]];
    maskText(raw);
    const loaded = textMasker.loading;
    loads[0]!.reject(new TypeError("Failed to fetch dynamically imported module"));
    await loaded;
    expect(shown).to.equal(0);
    expect(maskText(raw)).to.equal(MASK);
    expect(loads.length).to.equal(2);
    const again = textMasker.loading;
    loads[1]!.resolve(maskSecrets);
    await again;
    expect(maskText(raw)).to.equal(masked);
  });
});
