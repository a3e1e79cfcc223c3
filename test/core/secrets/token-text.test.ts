import { expect } from "@open-wc/testing";
import { removeTokens } from "../../../src/core/secrets/token-text.js";
import { JWT, findLeak, OPAQUE, QUOTES } from "../../support/token-quotes.js";

describe("a text of a server", () => {
  for (const quote of QUOTES) {
    it(`has no token that was sent: ${quote.name}`, () => {
      for (const token of [OPAQUE, JWT]) {
        const text = `Invalid token ${quote.say(token)}: sign in again.`;
        expect(findLeak(text, quote, token), "the quote").not.to.equal(undefined);
        const clean = removeTokens(text, ["another", token]);
        expect(findLeak(clean, quote, token), clean).to.equal(undefined);
        expect(clean).to.contain("…");
      }
    });
  }

  it("has no short token that was sent, and keeps the words that hold its letters", () => {
    expect(removeTokens('Unauthorized: "old" is too old.', ["old"])).to.equal('Unauthorized: "…" is too ….');
    expect(removeTokens("Unauthorized", ["a", "", "…"])).to.equal("Unauthorized");
  });

  /** An adapter with unknown tokens. */
  const LOOKALIKES: [text: string, clean: string][] = [
    [`Invalid token ${JWT}.`, "Invalid token …"],
    [`${JWT.slice(0, 30)}… has expired`, "…… has expired"],
    [`jwt%3D${encodeURIComponent(JWT)}&a=1`, "jwt%3D…&a=1"],
    [`${JWT.slice(0, 40)}\n${JWT.slice(40)} is invalid`, "… is invalid"],
    [btoa(JWT), "…"],
    ["Authorization: Bearer abcdefgh", "Authorization: Bearer …"],
    ["Bearer%20abcdefgh is wrong", "Bearer%20… is wrong"],
    ["Basic dXNlcjpwdw==", "Basic …"],
    ["Invalid token a.b-c.d for this server", "Invalid token … for this server"],
    ["Token 'abcdefgh' is not known", "Token '…' is not known"],
    ['{"access_token":"x1-y2","code":401}', '{"access_token":"…","code":401}'],
    ['{\\"api_key\\": \\"x1-y2\\"}', '{\\"api_key\\": \\"…\\"}'],
    ["api-key=x1y2z3&limit=10", "api-key=…&limit=10"],
    ["session id: x1y2z3; path=/", "session id: …; path=/"],
    ["password=hunter; secret: plain", "password=…; secret: …"],
    ["https://me:hunter2@api.example/v2 refused", "https://…@api.example/v2 refused"],
    ["key nss_AbCd123456789 is revoked", "key … is revoked"],
    ["0123456789abcdef0123456789abcdef is unknown", "… is unknown"],
  ];
  for (const [text, clean] of LOOKALIKES) {
    it(`has nothing that looks like a token: ${text.slice(0, 50)}`, () => {
      expect(removeTokens(text)).to.equal(clean);
      expect(removeTokens(clean)).to.equal(clean);
    });
  }

  const PLAIN = [
    "",
    "Unauthorized",
    "The token is not valid.",
    "Token expired",
    "Invalid token: expired",
    "Bearer token is missing",
    "The Authorization header is required",
    "Token for user 1041 at 2026-11-28T09:14:00Z expired",
    "datetime-start is not valid",
    "No Route Found [92] for GET /ns-api/v2/auditlog",
    "maria.ortiz@summitdental.example has no access to core1-phx.api.summitdental.example",
    "Request 550e8400-e29b-41d4-a716-446655440000 failed after 20261128 ms",
    "Unexpected token '<', \"<!doctype \"... is not valid JSON",
    "تعذر الوصول إلى الخادم",
  ];
  for (const text of PLAIN) {
    it(`stays as it is without a token: ${text}`, () => {
      expect(removeTokens(text, [OPAQUE, JWT])).to.equal(text);
    });
  }

  it("is shortened if it is a whole page, also within a token", () => {
    for (const [text, tokens] of [
      ["ab ".repeat(1_000_000), [OPAQUE]],
      [`${"x".repeat(3990)}${OPAQUE}`, [OPAQUE]],
      [`${". ".repeat(1990)}${JWT}`, []],
    ] as const) {
      const clean = removeTokens(text, tokens);
      expect(clean.length).to.be.below(4100);
      for (const token of [OPAQUE, JWT])
        expect(findLeak(clean, { name: "", say: () => token.slice(0, 30) }, token)).to.equal(undefined);
    }
  });
});
