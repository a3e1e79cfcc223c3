import { expect } from "@open-wc/testing";
import { resetMouse } from "@web/test-runner-commands";
import { html } from "lit";
import type { EventDetails } from "../../../src/views/details/event-details.js";
import "../../../src/views/details/event-details.js";
import type { ResultsTable } from "../../../src/views/results/results-table.js";
import "../../../src/views/results/results-table.js";
import { createDefaultFilters } from "../../../src/core/filters/filters.js";
import { compileFilters } from "../../../src/core/filters/matching.js";
import { compileTaxonomy, relabelTaxonomy } from "../../../src/core/taxonomy/taxonomy.js";
import { DEFAULT_TAXONOMY } from "../../../src/core/taxonomy/vocabulary.js";
import { taxonomy } from "../../support/summary-facts.js";
import { LANGUAGES } from "../../i18n/test-languages.js";
import { get, getParts } from "../../support/screen.js";
import { readTooltip } from "./results-table-support.js";
import { createEnvironment, createEvent, mount, listTerms, getText } from "../support.js";

/** Spellings of sign-ins that failed, the colour of their badge, and what the details say. */
const FAILED: [action: string, color: "red" | "blue", words: string][] = [
  ["BadPassword", "red", "Login failed: bad password"],
  ["bad_password", "red", "Login failed: bad password"],
  ["InvalidPassword", "red", "Login failed: bad password"],
  ["Wrong Password", "red", "Login failed: bad password"],
  ["LoginFailed-BadPassword", "red", "Login failed: bad password"],
  ["login-password-mismatch", "red", "Login failed: bad password"],
  ["UserLogin_IncorrectPassword", "red", "Login failed: bad password"],
  ["LoginFailed", "blue", "Login failed"],
  ["failed_login", "blue", "Login failed"],
  ["login failed", "blue", "Login failed"],
  ["UserLoginFailed", "blue", "Login failed"],
  ["signin_failure", "blue", "Login failed"],
  ["auth_failure", "blue", "Login failed"],
  ["Authentication Failed", "blue", "Login failed"],
  ["failed-auth", "blue", "Login failed"],
  ["InvalidLogin", "blue", "Login failed"],
  ["BadIP", "blue", "Login failed: address not allowed"],
  ["login_badip", "blue", "Login failed: address not allowed"],
  ["LoginFailed-BadIPAddress", "blue", "Login failed: address not allowed"],
  ["unknown_user", "blue", "Login failed: unknown user"],
  ["LoginFailed-UnknownUser", "blue", "Login failed: unknown user"],
  ["login denied", "blue", "Login failed: access denied"],
  ["login account locked", "blue", "Login failed: account locked"],
  ["AuthFailedTooManyAttempts", "blue", "Login failed: too many attempts"],
];

/** Spellings of sign-ins that worked. */
const WORKED = ["login", "Login Success", "UserLogin", "user_sign_in", "signin", "login-unlocked", "login_failover"];

const OTHERS = [
  "logout",
  "user_logoff",
  "create",
  "delete failed",
  "update",
  "purge",
  "password changed",
  "denied",
  "",
];

const findBadges = async (actions: readonly string[], environment = createEnvironment()) => {
  const events = actions.map((action) => createEvent({ action }));
  const { element } = await mount<ResultsTable>(html`<alv-results-table .events=${events}></alv-results-table>`, {
    environment,
  });
  return getParts(element, "badge");
};

describe("a sign-in that failed", () => {
  afterEach(() => resetMouse());

  it("is called Login failed in the table, red only for a bad password, with its reason in the tooltip", async () => {
    const badges = await findBadges(FAILED.map(([action]) => action));
    const shown: string[][] = [];
    for (const badge of badges) shown.push([badge.className, getText(badge), await readTooltip(findCell(badge))]);
    expect(shown).to.deep.equal(FAILED.map(([, color, words]) => [`badge is-${color}`, "Login failed", words]));
  });

  for (const [action, , words] of FAILED) {
    it(`says “${words}” in the details of ${action}`, async () => {
      const { element } = await mount<EventDetails>(
        html`<alv-event-details .event=${createEvent({ action })}></alv-event-details>`,
      );
      const own = listTerms(element).find((fact) => fact.slice(0, 7) === "Action ") ?? "";
      expect(own.split(" · ")[0]).to.equal(`Action ${words}`);
      const sentence = getText(get(element, "group", "Event summary"));
      const reason = words.split(": ")[1];
      expect(sentence).to.match(/^A sign-in .* failed/);
      if (reason) expect(sentence).to.contain(`: ${reason}.`);
      else expect(sentence, "nothing is quoted where nothing more is known").not.to.contain("“");
    });
  }

  it("has its reason in the words of every language", async () => {
    for (const [tag, name, strings] of LANGUAGES) {
      const words = compileTaxonomy(relabelTaxonomy(DEFAULT_TAXONOMY, strings.taxonomyLabels));
      const environment = { ...createEnvironment("UTC", tag), strings, taxonomy: words };
      const [badge] = await findBadges(["unknown_user"], environment);
      expect(getText(badge as Element), name).to.equal(strings.loginFailed);
      expect(await readTooltip(findCell(badge!)), name).to.equal(strings.failedLogin("unknown-user"));
    }
  });

  it("is recognized by the patterns of a page's own taxonomy, too", async () => {
    const [login, ...others] = DEFAULT_TAXONOMY.actions;
    const own = { ...login!, failed: ["*result7*"] };
    const words = compileTaxonomy({ ...DEFAULT_TAXONOMY, actions: [own, ...others] });
    const badges = await findBadges(["login result 7", "login result 0"], { ...createEnvironment(), taxonomy: words });
    expect(badges.map(getText)).to.deep.equal(["Login failed", "Login"]);
  });

  it("is found by the filter Login, like those that worked and nothing else", () => {
    const isLogin = compileFilters({ ...createDefaultFilters(), actions: ["login"] }, taxonomy);
    const actions = [...FAILED.map(([action]) => action), ...WORKED, ...OTHERS];
    const found = actions.filter((action) => isLogin(createEvent({ action })));
    expect(found).to.deep.equal([...FAILED.map(([action]) => action), ...WORKED]);
  });
});

describe("a sign-in that worked", () => {
  it("is called Login, blue", async () => {
    const badges = await findBadges(WORKED);
    expect(badges.map((badge) => [badge.className, getText(badge)])).to.deep.equal(
      WORKED.map(() => ["badge is-blue", "Login"]),
    );
  });
});

const findCell = (badge: Element): Element => badge.closest("td")!;
