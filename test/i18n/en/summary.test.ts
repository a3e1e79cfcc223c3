import { expect } from "@open-wc/testing";
import { findSummaryFacts } from "../../../src/core/summary.js";
import { compileTaxonomy } from "../../../src/core/taxonomy/taxonomy.js";
import { DEFAULT_TAXONOMY } from "../../../src/core/taxonomy/vocabulary.js";
import { NOUNS } from "../../../src/i18n/en/summary-nouns.js";
import { summary as english } from "../../../src/i18n/en/summary.js";
import { EMPTY_EVENT, readFacts, joinText, WHEN } from "./support.js";
import { createEvent, MARIA, showMarks, U2104 } from "./summary-support.js";

describe("the English summary", () => {
  const whole: [action: string, object: string, by: string, affected: string, sentence: string][] = [
    [
      "update",
      "answerrule",
      MARIA,
      U2104,
      "*maria.ortiz* of harborline.example changed the *answer rule* of user *2104* at northgate.example",
    ],
    ["update", "answerrule", U2104, U2104, "*2104* of northgate.example changed their own *answer rule*"],
    ["update", "answerrule", "", U2104, "The *answer rule* of user *2104* at northgate.example was changed"],
    ["update", "answerrule", "", "2104", "The *answer rule* of user *2104* was changed"],
    [
      "update",
      "answerrule",
      "@harborline.example",
      U2104,
      "The *answer rule* of user *2104* at northgate.example was changed by someone at harborline.example",
    ],
    [
      "update",
      "answerrule",
      "@northgate.example",
      U2104,
      "The *answer rule* of user *2104* at northgate.example was changed by someone in that domain",
    ],
    [
      "update",
      "answerrule",
      "1001@northgate.example",
      U2104,
      "*1001* of northgate.example changed the *answer rule* of user *2104* in that domain",
    ],
    ["update", "answerrule", MARIA, "", "*maria.ortiz* of harborline.example changed an *answer rule*"],
    [
      "update",
      "timeframe",
      "1001@northgate.example",
      "@northgate.example",
      "*1001* of northgate.example changed a *time range* in that domain",
    ],
    [
      "update",
      "uiconfig",
      MARIA,
      "@northgate.example",
      "*maria.ortiz* of harborline.example changed the *UI configuration* in *northgate.example*",
    ],
    [
      "update",
      "domain",
      MARIA,
      "@northgate.example",
      "*maria.ortiz* of harborline.example changed *domain* *northgate.example*",
    ],
    ["update", "domain", MARIA, "@harborline.example", "*maria.ortiz* of harborline.example changed that domain"],
    [
      "update",
      "domain",
      MARIA,
      U2104,
      "*maria.ortiz* of harborline.example changed *domain* *northgate.example* (user *2104*)",
    ],
    ["update", "agent", U2104, U2104, "*2104* of northgate.example changed their own *agent* account"],
    [
      "update",
      "",
      MARIA,
      U2104,
      "*maria.ortiz* of harborline.example changed an item for user *2104* at northgate.example",
    ],
    ["update", "", "", "", "Something was changed"],
    [
      "create",
      "subscriber",
      MARIA,
      "318@riverbend.example",
      "*maria.ortiz* of harborline.example created *subscriber* *318* at riverbend.example",
    ],
    ["create", "subscriber", "", "318@riverbend.example", "*Subscriber* *318* at riverbend.example was created"],
    [
      "create",
      "apikey",
      MARIA,
      "@northgate.example",
      "*maria.ortiz* of harborline.example created an *API key* for domain *northgate.example*",
    ],
    ["create", "apikey", U2104, U2104, "*2104* of northgate.example created an *API key* for themselves"],
    [
      "create",
      "mac",
      "System",
      U2104,
      "An automated process created a *MAC address* for user *2104* at northgate.example",
    ],
    ["create", "lealicense", "", "", "An *LEA license* was created"],
    ["create", "ncs", MARIA, "", "*maria.ortiz* of harborline.example created an *NCS entry*"],
    ["create", "fax account", "", U2104, "Object *“fax account”* was created for user *2104* at northgate.example"],
    ["delete", "phonenumber", U2104, U2104, "*2104* of northgate.example deleted a *phone number* of their own"],
    [
      "delete",
      "fax account",
      MARIA,
      U2104,
      "*maria.ortiz* of harborline.example deleted *“fax account”* of user *2104* at northgate.example",
    ],
    ["delete", "fax account", U2104, U2104, "*2104* of northgate.example deleted their own *“fax account”*"],
    [
      "delete failed",
      "route",
      MARIA,
      "@northgate.example",
      "*maria.ortiz* of harborline.example failed to delete a *route* in *northgate.example*",
    ],
    ["delete failed", "route", "", "@northgate.example", "A *route* in *northgate.example* could not be deleted"],
    [
      "load",
      "phonenumber",
      "System",
      "@northgate.example",
      "An automated process loaded *phone numbers* in *northgate.example*",
    ],
    [
      "load",
      "database",
      "System",
      "@northgate.example",
      "An automated process loaded the *database* for domain *northgate.example*",
    ],
    ["load", "territory", "", "", "*Territories* were loaded"],
    ["export", "recording", U2104, U2104, "*2104* of northgate.example exported their own *recordings*"],
    [
      "export",
      "",
      MARIA,
      "@northgate.example",
      "*maria.ortiz* of harborline.example exported data for domain *northgate.example*",
    ],
    ["upload", "audio", U2104, U2104, "*2104* of northgate.example uploaded an *audio file* for themselves"],
    [
      "upload",
      "image",
      MARIA,
      "@northgate.example",
      "*maria.ortiz* of harborline.example uploaded an *image* for domain *northgate.example*",
    ],
    ["import", "address", "", "@northgate.example", "*Addresses* were imported for domain *northgate.example*"],
    ["login", "oauth", U2104, U2104, "*2104* of northgate.example signed in through OAuth"],
    ["login", "apikey", "2104", "", "*2104* signed in with an API key"],
    ["login", "subscriber", "", U2104, "*2104* of northgate.example signed in"],
    [
      "login",
      "subscriber",
      MARIA,
      U2104,
      "*maria.ortiz* of harborline.example signed in as user *2104* at northgate.example",
    ],
    [
      "login",
      "supportlogin",
      MARIA,
      "@northgate.example",
      "*maria.ortiz* of harborline.example signed in through a support login to domain *northgate.example*",
    ],
    ["login", "callqueue", U2104, U2104, "*2104* of northgate.example signed in to a *call queue*"],
    ["login", "", "", "", "Someone signed in"],
    ["logout", "oauth", U2104, U2104, "*2104* of northgate.example signed out"],
    ["logout", "", MARIA, U2104, "*maria.ortiz* of harborline.example signed out user *2104* at northgate.example"],
    [
      "logout",
      "callqueue",
      "System",
      U2104,
      "An automated process signed user *2104* at northgate.example out of a *call queue*",
    ],
    ["googleauth", "mfa", "", U2104, "An authenticator code was asked of user *2104* at northgate.example"],
    [
      "googleauth",
      "mfa",
      MARIA,
      U2104,
      "*maria.ortiz* of harborline.example asked user *2104* at northgate.example for an authenticator code",
    ],
    ["securitywarning", "", "", U2104, "A security warning was raised about user *2104* at northgate.example"],
    [
      "securitywarning",
      "apikey",
      MARIA,
      "@northgate.example",
      "*maria.ortiz* of harborline.example triggered a security warning about an *API key* in *northgate.example*",
    ],
    ["securitywarning", "", U2104, U2104, "*2104* of northgate.example triggered a security warning"],
    [
      "purge",
      "answerrule",
      MARIA,
      U2104,
      "*maria.ortiz* of harborline.example performed “purge” on an *answer rule* of user *2104* at northgate.example",
    ],
    ["purge", "", U2104, U2104, "*2104* of northgate.example performed “purge” on their own account"],
    ["purge", "", "", "", "The action “purge” was performed"],
    [
      "",
      "",
      MARIA,
      U2104,
      "*maria.ortiz* of harborline.example performed an unnamed action on user *2104* at northgate.example",
    ],
  ];
  for (const [action, object, by, affected, sentence] of whole) {
    it(`says: ${sentence.replace(/\*/g, "")}`, () => {
      const told = createEvent(action, object, by, affected);
      expect(showMarks(english.summary(told, undefined))).to.equal(`${sentence}.`);
    });
  }

  it("ends with the address and the time, as far as they are known", () => {
    const from = { byIp: "203.0.113.24" };
    const done = createEvent("logout", "", U2104, U2104, from);
    expect(joinText(english.summary(done, WHEN))).to.equal(
      "2104 of northgate.example signed out from 203.0.113.24 on Sunday, November 22 at 6:41 PM.",
    );
    expect(joinText(english.summary(done, undefined))).to.equal(
      "2104 of northgate.example signed out from 203.0.113.24.",
    );
    expect(joinText(english.summary(createEvent("logout", "", U2104, U2104), WHEN))).to.equal(
      "2104 of northgate.example signed out on Sunday, November 22 at 6:41 PM.",
    );
    expect(joinText(english.summary(createEvent("login_badpassword", "", U2104, U2104, from), WHEN))).to.equal(
      "A sign-in as user 2104 at northgate.example from 203.0.113.24 failed on Sunday, November 22 at 6:41 PM: bad password.",
    );
  });

  it("puts the address of a change into parentheses: after a comma it would read like an old value", () => {
    const change = createEvent("update", "dialrule", MARIA, "@northgate.example", { byIp: "198.51.100.23" });
    expect(joinText(english.summary(change, WHEN))).to.equal(
      "maria.ortiz of harborline.example changed a dialing rule in northgate.example (IP 198.51.100.23) on Sunday, November 22 at 6:41 PM.",
    );
  });

  it("names the host if it is the affected machine", () => {
    const host = { host: "core2.example" };
    expect(joinText(english.shortSummary(createEvent("restart", "server", "System", "", host)))).to.equal(
      "An automated process restarted server core2.example.",
    );
    expect(joinText(english.shortSummary(createEvent("restart", "", "", "", host)))).to.equal(
      "Host core2.example was restarted.",
    );
    expect(joinText(english.shortSummary(createEvent("load", "database", "", "", host)))).to.equal(
      "The database on core2.example was loaded.",
    );
  });

  it("keeps a user name that is an e-mail address apart from the domain", () => {
    const by = { byUser: "m@mail.example", byDomain: "shop.example" };
    expect(joinText(english.shortSummary(readFacts({ ...by, action: "login" })))).to.equal(
      "m@mail.example of shop.example signed in.",
    );
  });

  it("quotes the label of an object of the host page's own taxonomy", () => {
    const own = compileTaxonomy({
      actions: DEFAULT_TAXONOMY.actions,
      objects: [{ category: "", items: [{ id: "pager", label: "Pager", color: "red", send: [], match: ["pager*"] }] }],
    });
    const told = findSummaryFacts({ ...EMPTY_EVENT, action: "create", object: "pagers", byUser: "m" }, own);
    expect(joinText(english.shortSummary(told))).to.equal("m created “Pager”.");
  });

  it("has a noun for every object of the default taxonomy", () => {
    const ids = DEFAULT_TAXONOMY.objects.flatMap((group) => group.items.map((item) => item.id));
    expect([...NOUNS.keys()].sort()).to.deep.equal(ids.sort());
  });
});
