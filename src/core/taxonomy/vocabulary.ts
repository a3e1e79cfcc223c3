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
function item<const Id extends string>(
  id: Id,
  color: BadgeColor,
  match: readonly string[] = [id.replace(/-/g, "")],
  send: readonly string[] = [id.replace(/-/g, "")],
): Item<Id> {
  const label = id.replace(/-/g, " ").replace(/\b./g, (letter) => letter.toUpperCase());
  return { id, label, color, send, match };
}

/** An item with another label. */
function labeled<const Id extends string>(label: string, other: Item<Id>): Item<Id> {
  return { ...other, label };
}

/** An item that is recognized and colored, but not in the filter lists. */
function unlisted<const Id extends string>(...given: Parameters<typeof item<Id>>): Item<Id> {
  return { ...item(...given), listed: false };
}

/** An object with several wire values; all of them are requested. */
function several<const Id extends string>(id: Id, color: BadgeColor, ...values: string[]): Item<Id> {
  return item(id, color, values, values);
}

function category<const Name extends string, Id extends string>(name: Name, ...items: Item<Id>[]) {
  return { category: name, items };
}

const BAD_PASSWORD = ["*badpassword*", "*wrongpassword*", "*invalidpassword*"];

const actions = [
  {
    ...item("login", "blue", [
      ...["login*", "userlogin*", "signin*", "usersignin*", "*loginfail*", "fail*login*", "*signinfail*", "auth*fail*"],
      ...["fail*auth*", "invalidlogin*", ...BAD_PASSWORD, "*badip*", "*unknownuser*"],
    ]),
    alarm: { color: "red" as const, match: BAD_PASSWORD },
    failed: ["*fail*", "invalidlogin*", ...BAD_PASSWORD, "*badip*", "*unknownuser*", "*denied*", "*locked*"],
  },
  item("logout", "purple", ["logout*", "logoff*", "userlogout*", "userlogoff*", "signout*", "signoff*"]),
  labeled("Add/Create", item("add-create", "green", ["create*", "add*"], ["create", "add"])),
  item("delete", "red", ["delete*", "remove*"]),
  labeled("Modify/Update", item("modify-update", "orange", ["update*", "modify*", "edit*"], ["update", "modify"])),
  labeled("Export/Upload", item("export-upload", "purple", ["export*", "upload*"], ["export", "upload"])),
  item("import", "blue", ["import*"]),
  item("load", "neutral", ["load*"]),
  item("activate", "green", ["activate*"]),
  item("restart", "neutral", ["restart*"]),
  item("validate", "blue", ["validate*"]),
  item("google-authenticator", "neutral", ["googleauth*", "gauth*", "mfa*", "2fa*"]),
  item("security-warning", "neutral", ["securitywarning*"]),
];

const objects = [
  category(
    "Authentication",
    labeled("OAuth", item("oauth", "blue", ["oauth*"])),
    labeled("API Key", item("api-key", "blue")),
    labeled("MFA", item("mfa", "blue")),
    labeled("JWT", unlisted("jwt", "blue", ["jwt*"])),
    labeled("SSO", unlisted("sso", "blue")),
  ),
  category(
    "Users & Domains",
    item("subscriber", "green", ["subscriber", "user"]),
    item("admin", "purple"),
    item("domain", "purple"),
    item("reseller", "purple"),
    item("territory", "purple"),
    unlisted("account", "neutral"),
    unlisted("site", "purple"),
    unlisted("department", "purple"),
    unlisted("contact", "neutral"),
    unlisted("permission", "purple"),
  ),
  category(
    "Communication",
    item("conference", "orange"),
    item("recording", "orange"),
    several("phone-number", "orange", "phonenumber", "smsnumber"),
    item("call-queue", "orange"),
    item("hunt-group", "orange"),
    item("meeting", "orange"),
    unlisted("voicemail", "orange"),
    unlisted("message", "orange"),
    unlisted("fax", "orange", ["fax", "phaxio"]),
    labeled("Auto Attendant", unlisted("attendant", "orange")),
    labeled(
      "Call Queue Report",
      unlisted(
        "call-center-report",
        "orange",
        ["callqueuereport", "callqueueemailreport", "callqueuestat"],
        ["callqueuereport"],
      ),
    ),
    unlisted("attendee", "orange", ["attendee", "participant"]),
    unlisted("call", "orange", ["call", "callrequest"]),
  ),
  category(
    "Configuration",
    several("timerange", "cyan", "timerange", "timeframe"),
    several("dialing", "cyan", "dialing", "dialplan", "dialrule", "dialpolicy"),
    item("answer-rule", "cyan"),
    several("phone-config", "cyan", "phoneconfiguration", "phoneconfig"),
    labeled("UI Config", item("ui-config", "cyan")),
    item("route", "cyan"),
    labeled("MAC", item("mac", "cyan")),
    unlisted("device", "cyan"),
    unlisted("device-profile", "cyan", ["deviceprofile", "devicedefault"]),
    labeled("Music on Hold", unlisted("music-on-hold", "cyan", ["moh"], ["moh"])),
    labeled("Caller ID", unlisted("caller-id", "cyan", ["callidemgr", "subscriberani"], ["callidemgr"])),
    unlisted("recording-storage", "cyan"),
  ),
  category(
    "System",
    item("database", "neutral"),
    item("server", "neutral"),
    item("system", "neutral"),
    item("support-login", "neutral"),
    labeled("TAC", item("tac", "neutral")),
    labeled("LEA License", item("lea-license", "neutral", ["licflea", "lealicense"], ["licf_lea", "lealicense"])),
    labeled("NCS", item("ncs", "neutral")),
    labeled("NFR", item("nfr", "neutral")),
    labeled("NMS", item("nms", "neutral")),
  ),
  category(
    "Other",
    item("address", "neutral"),
    item("agent", "neutral"),
    several("audio-file", "neutral", "audio", "audiofile"),
    item("code", "neutral"),
    item("connection", "neutral"),
    item("images", "neutral", ["image", "images"]),
    item("message-session", "neutral"),
    item("quota", "neutral", ["quota", "quotausage"], ["quota", "quotaUsage"]),
    item("registrar", "neutral"),
    item("reject-log", "neutral"),
    labeled("SBus", item("sbus", "neutral")),
    item("vmailnag", "neutral"),
    unlisted("call-record", "neutral", ["cdr", "cdr2", "cdrexport", "cdrschedule", "conferencecdr"], ["cdr"]),
    unlisted("audit-log", "neutral", ["auditlog", "auditloglite"]),
  ),
];

/** The ids of the default tables: a language without a word for one of them is a type error. */
export type DefaultActionId = (typeof actions)[number]["id"];
export type DefaultObjectId = (typeof objects)[number]["items"][number]["id"];
export type DefaultCategory = (typeof objects)[number]["category"];

export const DEFAULT_TAXONOMY: Taxonomy = { actions, objects };
