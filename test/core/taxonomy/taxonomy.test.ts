import { expect } from "@open-wc/testing";
import { compileTaxonomy, normalizeSpelling } from "../../../src/core/taxonomy/taxonomy.js";
import { DEFAULT_TAXONOMY } from "../../../src/core/taxonomy/vocabulary.js";

const taxonomy = compileTaxonomy(DEFAULT_TAXONOMY);

describe("taxonomy", () => {
  const actions: [string, string, string, boolean][] = [
    ["login", "Login", "blue", false],
    ["LOGIN", "Login", "blue", false],
    ["Login Failed (Bad Password)", "Login", "red", true],
    ["login_wrong_password", "Login", "red", true],
    ["login-bad-ip", "Login", "blue", false],
    ["signin", "Login", "blue", false],
    ["createUser", "Add/Create", "green", false],
    ["removed", "Delete", "red", false],
    ["EDIT", "Modify/Update", "orange", false],
    ["Google Authenticator", "Google Authenticator", "neutral", false],
    ["purge", "purge", "neutral", false],
    ["", "", "neutral", false],
    ["bad password", "Login", "red", true],
    ["user-logoff", "Logout", "purple", false],
    ["2FA reset", "Google Authenticator", "neutral", false],
  ];
  for (const [value, label, color, alarm] of actions) {
    it(`shows the action ${JSON.stringify(value)} as ${label || "nothing"}, ${color}`, () => {
      const shown = taxonomy.action(value);
      expect([shown.label, shown.color, shown.alarm]).to.deep.equal([label, color, alarm]);
    });
  }

  const objects: [string, string, string, string][] = [
    ["Call-Queue", "Call Queue", "orange", "Communication"],
    ["dial_plan", "Dialing", "cyan", "Configuration"],
    ["user", "Subscriber", "green", "Users & Domains"],
    ["userx", "userx", "neutral", ""],
    ["JWT token", "JWT", "blue", "Authentication"],
    ["fax account", "fax account", "neutral", ""],
    ["licf_lea", "LEA License", "neutral", "System"],
    ["phoneconfiguration", "Phone Config", "cyan", "Configuration"],
    ["SubscriberAni", "Caller ID", "cyan", "Configuration"],
    ["moh", "Music on Hold", "cyan", "Configuration"],
  ];
  for (const [value, label, color, category] of objects) {
    it(`shows the object ${JSON.stringify(value)} as ${label}, ${color}`, () => {
      const shown = taxonomy.object(value);
      expect([shown.label, shown.color, shown.category]).to.deep.equal([label, color, category]);
    });
  }

  it("uses every id once", () => {
    const ids = [...DEFAULT_TAXONOMY.actions, ...DEFAULT_TAXONOMY.objects.flatMap((group) => group.items)].map(
      (item) => item.id,
    );
    expect(new Set(ids).size).to.equal(ids.length);
  });

  it("counts an alarm's pattern as a match, and as a failure", () => {
    const own = compileTaxonomy({
      actions: [
        { id: "in", label: "In", color: "blue", send: [], match: ["in"], alarm: { color: "red", match: ["*bad*"] } },
        { id: "out", label: "Out", color: "cyan", send: [], match: ["out*"], failed: ["*late*"] },
      ],
      objects: [],
    });
    const describeAction = (action: string) => {
      const { label, color, alarm, failed } = own.action(action);
      return [label, color, alarm, failed];
    };
    expect(describeAction("In")).to.deep.equal(["In", "blue", false, false]);
    expect(describeAction("so bad")).to.deep.equal(["In", "red", true, true]);
    expect(describeAction("out, late")).to.deep.equal(["Out", "cyan", false, true]);
    expect(describeAction("late")).to.deep.equal(["late", "neutral", false, false]);
  });

  it("reads a pattern's letters literally, never as a regular expression", () => {
    const odd = compileTaxonomy({
      actions: [{ id: "odd", label: "Odd", color: "red", send: [], match: ["a.c", "x(y*"] }],
      objects: [],
    });
    expect(odd.action("abc").item).to.equal(undefined);
    expect(odd.action("A-C").item?.id).to.equal("odd");
    expect(odd.action("xy and more").item?.id).to.equal("odd");
  });

  it("recognizes a spelling by its letters and digits", () => {
    expect(normalizeSpelling("Call_Queue 2!")).to.equal("callqueue2");
  });
});
