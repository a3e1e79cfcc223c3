import type { BadgeColor, Taxonomy, TaxonomyItem } from "./taxonomy.js";

/*
 * The default tables. Labels, categories and colours are the user guide's. The wire values are an assumption: the public API
 * document names only "create" and "login" as actions, and its list of models is the best clue to the objects; those spellings
 * come first in `send`. So the source checks a filter before it relies on it, and a value that matches nothing is shown as it
 * came.
 */

interface Item<Id extends string> extends TaxonomyItem {
  readonly id: Id;
}

/** Its wire value is its id without hyphens, unless others are given. */
function item<const Id extends string>(
  id: Id,
  label: string,
  color: BadgeColor,
  match: readonly string[] = [id.replace(/-/g, "")],
  send: readonly string[] = [id.replace(/-/g, "")],
): Item<Id> {
  return { id, label, color, send, match };
}

/** Recognised and coloured, but not offered in a list. */
function unlisted<const Id extends string>(...given: Parameters<typeof item<Id>>): Item<Id> {
  return { ...item(...given), listed: false };
}

/** An object with several wire values, all of them worth asking for. */
const several = <const Id extends string>(id: Id, label: string, color: BadgeColor, ...values: string[]): Item<Id> =>
  item(id, label, color, values, values);

function category<const Name extends string, Id extends string>(name: Name, ...items: Item<Id>[]) {
  return { category: name, items };
}

const BAD_PASSWORD = ["*badpassword*", "*wrongpassword*", "*invalidpassword*"];

const actions = [
  {
    ...item("login", "Login", "blue", [
      ...["login*", "userlogin*", "signin*", "usersignin*", "*loginfail*", "fail*login*", "*signinfail*", "auth*fail*"],
      ...["fail*auth*", "invalidlogin*", ...BAD_PASSWORD, "*badip*", "*unknownuser*"],
    ]),
    alarm: { color: "red" as const, match: BAD_PASSWORD },
    failed: ["*fail*", "invalidlogin*", ...BAD_PASSWORD, "*badip*", "*unknownuser*", "*denied*", "*locked*"],
  },
  item("logout", "Logout", "purple", ["logout*", "logoff*", "userlogout*", "userlogoff*", "signout*", "signoff*"]),
  item("add-create", "Add/Create", "green", ["create*", "add*"], ["create", "add"]),
  item("delete", "Delete", "red", ["delete*", "remove*"]),
  item("modify-update", "Modify/Update", "orange", ["update*", "modify*", "edit*"], ["update", "modify"]),
  item("export-upload", "Export/Upload", "purple", ["export*", "upload*"], ["export", "upload"]),
  item("import", "Import", "blue", ["import*"]),
  item("load", "Load", "neutral", ["load*"]),
  item("activate", "Activate", "green", ["activate*"]),
  item("restart", "Restart", "neutral", ["restart*"]),
  item("validate", "Validate", "blue", ["validate*"]),
  item("google-authenticator", "Google Authenticator", "neutral", ["googleauth*", "gauth*", "mfa*", "2fa*"]),
  item("security-warning", "Security Warning", "neutral", ["securitywarning*"]),
];

const objects = [
  category(
    "Authentication",
    item("oauth", "OAuth", "blue", ["oauth*"]),
    item("api-key", "API Key", "blue"),
    item("mfa", "MFA", "blue"),
    unlisted("jwt", "JWT", "blue", ["jwt*"]),
    unlisted("sso", "SSO", "blue"),
  ),
  category(
    "Users & Domains",
    item("subscriber", "Subscriber", "green", ["subscriber", "user"]),
    item("admin", "Admin", "purple"),
    item("domain", "Domain", "purple"),
    item("reseller", "Reseller", "purple"),
    item("territory", "Territory", "purple"),
    unlisted("account", "Account", "neutral"),
    unlisted("site", "Site", "purple"),
    unlisted("department", "Department", "purple"),
    unlisted("contact", "Contact", "neutral"),
    unlisted("permission", "Permission", "purple"),
  ),
  category(
    "Communication",
    item("conference", "Conference", "orange"),
    item("recording", "Recording", "orange"),
    several("phone-number", "Phone Number", "orange", "phonenumber", "smsnumber"),
    item("call-queue", "Call Queue", "orange"),
    item("hunt-group", "Hunt Group", "orange"),
    item("meeting", "Meeting", "orange"),
    unlisted("voicemail", "Voicemail", "orange"),
    unlisted("message", "Message", "orange"),
    unlisted("fax", "Fax", "orange", ["fax", "phaxio"]),
    unlisted("attendant", "Auto Attendant", "orange"),
    unlisted(
      "call-center-report",
      "Call Queue Report",
      "orange",
      ["callqueuereport", "callqueueemailreport", "callqueuestat"],
      ["callqueuereport"],
    ),
    unlisted("attendee", "Attendee", "orange", ["attendee", "participant"]),
    unlisted("call", "Call", "orange", ["call", "callrequest"]),
  ),
  category(
    "Configuration",
    several("timerange", "Timerange", "cyan", "timerange", "timeframe"),
    several("dialing", "Dialing", "cyan", "dialing", "dialplan", "dialrule", "dialpolicy"),
    item("answer-rule", "Answer Rule", "cyan"),
    several("phone-config", "Phone Config", "cyan", "phoneconfiguration", "phoneconfig"),
    item("ui-config", "UI Config", "cyan"),
    item("route", "Route", "cyan"),
    item("mac", "MAC", "cyan"),
    unlisted("device", "Device", "cyan"),
    unlisted("device-profile", "Device Profile", "cyan", ["deviceprofile", "devicedefault"]),
    unlisted("music-on-hold", "Music on Hold", "cyan", ["moh"], ["moh"]),
    unlisted("caller-id", "Caller ID", "cyan", ["callidemgr", "subscriberani"], ["callidemgr"]),
    unlisted("recording-storage", "Recording Storage", "cyan"),
  ),
  category(
    "System",
    item("database", "Database", "neutral"),
    item("server", "Server", "neutral"),
    item("system", "System", "neutral"),
    item("support-login", "Support Login", "neutral"),
    item("tac", "TAC", "neutral"),
    item("lea-license", "LEA License", "neutral", ["licflea", "lealicense"], ["licf_lea", "lealicense"]),
    item("ncs", "NCS", "neutral"),
    item("nfr", "NFR", "neutral"),
    item("nms", "NMS", "neutral"),
  ),
  category(
    "Other",
    item("address", "Address", "neutral"),
    item("agent", "Agent", "neutral"),
    several("audio-file", "Audio File", "neutral", "audio", "audiofile"),
    item("code", "Code", "neutral"),
    item("connection", "Connection", "neutral"),
    item("images", "Images", "neutral", ["image", "images"]),
    item("message-session", "Message Session", "neutral"),
    item("quota", "Quota", "neutral", ["quota", "quotausage"], ["quota", "quotaUsage"]),
    item("registrar", "Registrar", "neutral"),
    item("reject-log", "Reject Log", "neutral"),
    item("sbus", "SBus", "neutral"),
    item("vmailnag", "Vmailnag", "neutral"),
    unlisted(
      "call-record",
      "Call Record",
      "neutral",
      ["cdr", "cdr2", "cdrexport", "cdrschedule", "conferencecdr"],
      ["cdr"],
    ),
    unlisted("audit-log", "Audit Log", "neutral", ["auditlog", "auditloglite"]),
  ),
];

/** Ids of the default tables, so that a language that has no word for one of them does not compile. */
export type DefaultActionId = (typeof actions)[number]["id"];
export type DefaultObjectId = (typeof objects)[number]["items"][number]["id"];
export type DefaultCategory = (typeof objects)[number]["category"];

export const DEFAULT_TAXONOMY: Taxonomy = { actions, objects };
