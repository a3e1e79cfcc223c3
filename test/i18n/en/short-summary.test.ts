import { expect } from "@open-wc/testing";
import { summary as english } from "../../../src/i18n/en/summary.js";
import { createEvent, MARIA, showMarks, U2104 } from "./summary-support.js";

describe("the English summary", () => {
  const short: [action: string, object: string, by: string, affected: string, sentence: string][] = [
    ["login", "oauth", U2104, U2104, "*2104@northgate.example* signed in."],
    ["logout", "oauth", "", U2104, "*2104@northgate.example* signed out."],
    ["login_badpassword", "oauth", U2104, U2104, "A sign-in as *2104@northgate.example* failed: bad password."],
    ["login_badip", "", "", U2104, "A sign-in as *2104@northgate.example* failed: address not allowed."],
    ["login_unknownuser", "", U2104, "", "A sign-in as *2104@northgate.example* failed: unknown user."],
    [
      "login-fail-geo",
      "",
      MARIA,
      U2104,
      "A sign-in by *maria.ortiz@harborline.example* as *2104@northgate.example* failed: “login-fail-geo”.",
    ],
    ["login failed", "", "", "@northgate.example", "A sign-in to *northgate.example* failed."],
    ["googleauth failed", "", "", U2104, "An authenticator check of *2104@northgate.example* failed."],
    ["googleauth", "oauth", "", U2104, "An authenticator code was asked of *2104@northgate.example*."],
    [
      "load",
      "phonenumber",
      "System",
      "@riverbend.example",
      "An automated process loaded phone numbers in *riverbend.example*.",
    ],
    [
      "create",
      "subscriber",
      MARIA,
      "318@riverbend.example",
      "*maria.ortiz@harborline.example* created subscriber *318@riverbend.example*.",
    ],
    [
      "create",
      "subscriber",
      MARIA,
      "318@harborline.example",
      "*maria.ortiz@harborline.example* created subscriber *318*.",
    ],
    ["activate", "phonenumber", MARIA, "318", "*maria.ortiz@harborline.example* activated a phone number for *318*."],
    [
      "delete",
      "phonenumber",
      MARIA,
      U2104,
      "*maria.ortiz@harborline.example* deleted a phone number of *2104@northgate.example*.",
    ],
    ["export", "subscriber", U2104, "@northgate.example", "*2104@northgate.example* exported subscribers."],
    ["update", "answerrule", U2104, "@northgate.example", "*2104@northgate.example* changed an answer rule."],
    ["update", "answerrule", "@harborline.example", U2104, "The answer rule of *2104@northgate.example* was changed."],
    ["purge", "fax account", MARIA, "", "*maria.ortiz@harborline.example* performed “purge” on “fax account”."],
  ];
  for (const [action, object, by, affected, sentence] of short) {
    it(`says on a card: ${sentence.replace(/\*/g, "")}`, () => {
      expect(showMarks(english.shortSummary(createEvent(action, object, by, affected)))).to.equal(sentence);
    });
  }
});
