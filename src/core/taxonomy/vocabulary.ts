import type { BadgeColor, Taxonomy, TaxonomyItem } from "./taxonomy.js";

/*
 * The default tables. Labels, categories and colors are those of the user guide. The wire values are an assumption: the API
 * document names only the actions "create" and "login". The objects follow its list of models; these spellings come first in
 * `send`. Therefore the source checks a filter before it relies on it, and a value that matches nothing is shown unchanged.
 */

interface Item<Id extends string> extends TaxonomyItem {
  readonly id: Id;
}

/** The label is the id in title case; the wire value is the id without hyphens, unless others are given. */
function createItem<const Id extends string>(
  id: Id,
  color: BadgeColor,
  match: readonly string[] = [id.replace(/-/g, "")],
  send: readonly string[] = [id.replace(/-/g, "")],
): Item<Id> {
  const label = id.replace(/-/g, " ").replace(/\b./g, (letter) => letter.toUpperCase());
  return { id, label, color, send, match };
}

/** An item with another label. */
function relabel<const Id extends string>(label: string, other: Item<Id>): Item<Id> {
  return { ...other, label };
}

/** An item that is recognized and colored, but not in the filter lists. */
function createUnlistedItem<const Id extends string>(...given: Parameters<typeof createItem<Id>>): Item<Id> {
  return { ...createItem(...given), listed: false };
}

/** An object with several wire values; all of them are requested. */
function createItemWithValues<const Id extends string>(id: Id, color: BadgeColor, ...values: string[]): Item<Id> {
  return createItem(id, color, values, values);
}

function createCategory<const Name extends string, Id extends string>(name: Name, ...items: Item<Id>[]) {
  return { category: name, items };
}

const BAD_PASSWORD = ["*badpassword*", "*wrongpassword*", "*invalidpassword*"];

const actions = [
  {
    ...createItem("login", "blue", [
      ...["login*", "userlogin*", "signin*", "usersignin*", "*loginfail*", "fail*login*", "*signinfail*", "auth*fail*"],
      ...["fail*auth*", "invalidlogin*", ...BAD_PASSWORD, "*badip*", "*unknownuser*"],
    ]),
    alarm: { color: "red" as const, match: BAD_PASSWORD },
    failed: ["*fail*", "invalidlogin*", ...BAD_PASSWORD, "*badip*", "*unknownuser*", "*denied*", "*locked*"],
  },
  createItem("logout", "purple", ["logout*", "logoff*", "userlogout*", "userlogoff*", "signout*", "signoff*"]),
  relabel("Add/Create", createItem("add-create", "green", ["create*", "add*"], ["create", "add"])),
  createItem("delete", "red", ["delete*", "remove*"]),
  relabel(
    "Modify/Update",
    createItem("modify-update", "orange", ["update*", "modify*", "edit*"], ["update", "modify"]),
  ),
  relabel("Export/Upload", createItem("export-upload", "purple", ["export*", "upload*"], ["export", "upload"])),
  createItem("import", "blue", ["import*"]),
  createItem("load", "neutral", ["load*"]),
  createItem("activate", "green", ["activate*"]),
  createItem("restart", "neutral", ["restart*"]),
  createItem("validate", "blue", ["validate*"]),
  createItem("google-authenticator", "neutral", ["googleauth*", "gauth*", "mfa*", "2fa*"]),
  createItem("security-warning", "neutral", ["securitywarning*"]),
];

const objects = [
  createCategory(
    "Authentication",
    relabel("OAuth", createItem("oauth", "blue", ["oauth*"])),
    relabel("API Key", createItem("api-key", "blue")),
    relabel("MFA", createItem("mfa", "blue")),
    relabel("JWT", createUnlistedItem("jwt", "blue", ["jwt*"])),
    relabel("SSO", createUnlistedItem("sso", "blue")),
  ),
  createCategory(
    "Users & Domains",
    createItem("subscriber", "green", ["subscriber", "user"]),
    createItem("admin", "purple"),
    createItem("domain", "purple"),
    createItem("reseller", "purple"),
    createItem("territory", "purple"),
    createUnlistedItem("account", "neutral"),
    createUnlistedItem("site", "purple"),
    createUnlistedItem("department", "purple"),
    createUnlistedItem("contact", "neutral"),
    createUnlistedItem("permission", "purple"),
  ),
  createCategory(
    "Communication",
    createItem("conference", "orange"),
    createItem("recording", "orange"),
    createItemWithValues("phone-number", "orange", "phonenumber", "smsnumber"),
    createItem("call-queue", "orange"),
    createItem("hunt-group", "orange"),
    createItem("meeting", "orange"),
    createUnlistedItem("voicemail", "orange"),
    createUnlistedItem("message", "orange"),
    createUnlistedItem("fax", "orange", ["fax", "phaxio"]),
    relabel("Auto Attendant", createUnlistedItem("attendant", "orange")),
    relabel(
      "Call Queue Report",
      createUnlistedItem(
        "call-center-report",
        "orange",
        ["callqueuereport", "callqueueemailreport", "callqueuestat"],
        ["callqueuereport"],
      ),
    ),
    createUnlistedItem("attendee", "orange", ["attendee", "participant"]),
    createUnlistedItem("call", "orange", ["call", "callrequest"]),
  ),
  createCategory(
    "Configuration",
    createItemWithValues("timerange", "cyan", "timerange", "timeframe"),
    createItemWithValues("dialing", "cyan", "dialing", "dialplan", "dialrule", "dialpolicy"),
    createItem("answer-rule", "cyan"),
    createItemWithValues("phone-config", "cyan", "phoneconfiguration", "phoneconfig"),
    relabel("UI Config", createItem("ui-config", "cyan")),
    createItem("route", "cyan"),
    relabel("MAC", createItem("mac", "cyan")),
    createUnlistedItem("device", "cyan"),
    createUnlistedItem("device-profile", "cyan", ["deviceprofile", "devicedefault"]),
    relabel("Music on Hold", createUnlistedItem("music-on-hold", "cyan", ["moh"], ["moh"])),
    relabel("Caller ID", createUnlistedItem("caller-id", "cyan", ["callidemgr", "subscriberani"], ["callidemgr"])),
    createUnlistedItem("recording-storage", "cyan"),
  ),
  createCategory(
    "System",
    createItem("database", "neutral"),
    createItem("server", "neutral"),
    createItem("system", "neutral"),
    createItem("support-login", "neutral"),
    relabel("TAC", createItem("tac", "neutral")),
    relabel("LEA License", createItem("lea-license", "neutral", ["licflea", "lealicense"], ["licf_lea", "lealicense"])),
    relabel("NCS", createItem("ncs", "neutral")),
    relabel("NFR", createItem("nfr", "neutral")),
    relabel("NMS", createItem("nms", "neutral")),
  ),
  createCategory(
    "Other",
    createItem("address", "neutral"),
    createItem("agent", "neutral"),
    createItemWithValues("audio-file", "neutral", "audio", "audiofile"),
    createItem("code", "neutral"),
    createItem("connection", "neutral"),
    createItem("images", "neutral", ["image", "images"]),
    createItem("message-session", "neutral"),
    createItem("quota", "neutral", ["quota", "quotausage"], ["quota", "quotaUsage"]),
    createItem("registrar", "neutral"),
    createItem("reject-log", "neutral"),
    relabel("SBus", createItem("sbus", "neutral")),
    createItem("vmailnag", "neutral"),
    createUnlistedItem("call-record", "neutral", ["cdr", "cdr2", "cdrexport", "cdrschedule", "conferencecdr"], ["cdr"]),
    createUnlistedItem("audit-log", "neutral", ["auditlog", "auditloglite"]),
  ),
];

/** The ids of the default tables: a language without a word for one of them is a type error. */
export type DefaultActionId = (typeof actions)[number]["id"];
export type DefaultObjectId = (typeof objects)[number]["items"][number]["id"];
export type DefaultCategory = (typeof objects)[number]["category"];

export const DEFAULT_TAXONOMY: Taxonomy = { actions, objects };
