import type { Taxonomy, TaxonomyItem } from "./taxonomy.js";

/*
 * The default tables. Labels, categories and colours are the user guide's. The wire values are an assumption (the public
 * API document names only "create" and "login"), which is why the source checks a filter before it relies on it, and why
 * a value that matches nothing is shown as it came.
 */

/** One of the wire value that its id spells without hyphens; `match` where other values mean the same. */
function item(id: string, label: string, color: TaxonomyItem["color"], match?: readonly string[]): TaxonomyItem {
  const value = id.replace(/-/g, "");
  return { id, label, color, send: [value], match: match ?? [value] };
}

const actions: TaxonomyItem[] = [
  {
    ...item("login", "Login", "blue", ["login*", "signin*"]),
    alarm: { color: "red", match: ["*badpassword*", "*wrongpassword*", "*invalidpassword*"] },
  },
  item("logout", "Logout", "purple", ["logout*", "signout*"]),
  { ...item("add-create", "Add/Create", "green", ["create*", "add*"]), send: ["create", "add"] },
  item("delete", "Delete", "red", ["delete*", "remove*"]),
  {
    ...item("modify-update", "Modify/Update", "orange", ["update*", "modify*", "edit*"]),
    send: ["update", "modify"],
  },
  { ...item("export-upload", "Export/Upload", "purple", ["export*", "upload*"]), send: ["export", "upload"] },
  item("import", "Import", "blue", ["import*"]),
  item("load", "Load", "neutral", ["load*"]),
  item("activate", "Activate", "green", ["activate*"]),
  item("restart", "Restart", "neutral", ["restart*"]),
  item("validate", "Validate", "blue", ["validate*"]),
  item("google-authenticator", "Google Authenticator", "neutral", ["googleauth*", "gauth*"]),
  item("security-warning", "Security Warning", "neutral", ["securitywarning*"]),
];

export const DEFAULT_TAXONOMY: Taxonomy = {
  actions,
  objects: [
    {
      category: "Authentication",
      items: [
        item("oauth", "OAuth", "blue", ["oauth*"]),
        item("api-key", "API Key", "blue"),
        item("mfa", "MFA", "blue"),
        { ...item("jwt", "JWT", "blue", ["jwt*"]), listed: false },
      ],
    },
    {
      category: "Users & Domains",
      items: [
        item("subscriber", "Subscriber", "green", ["subscriber", "user"]),
        item("admin", "Admin", "purple"),
        item("domain", "Domain", "purple"),
        item("reseller", "Reseller", "purple"),
        item("territory", "Territory", "purple"),
      ],
    },
    {
      category: "Communication",
      items: [
        item("conference", "Conference", "orange"),
        item("recording", "Recording", "orange"),
        item("phone-number", "Phone Number", "orange"),
        item("call-queue", "Call Queue", "orange"),
        item("hunt-group", "Hunt Group", "orange"),
        item("meeting", "Meeting", "orange"),
      ],
    },
    {
      category: "Configuration",
      items: [
        item("timerange", "Timerange", "cyan", ["timerange", "timeframe"]),
        item("dialing", "Dialing", "cyan", ["dialing", "dialplan", "dialrule", "dialpolicy"]),
        item("answer-rule", "Answer Rule", "cyan"),
        item("phone-config", "Phone Config", "cyan"),
        item("ui-config", "UI Config", "cyan"),
        item("route", "Route", "cyan"),
        item("mac", "MAC", "cyan"),
      ],
    },
    {
      category: "System",
      items: [
        item("database", "Database", "neutral"),
        item("server", "Server", "neutral"),
        item("system", "System", "neutral"),
        item("support-login", "Support Login", "neutral"),
        item("tac", "TAC", "neutral"),
        item("lea-license", "LEA License", "neutral"),
        item("ncs", "NCS", "neutral"),
        item("nfr", "NFR", "neutral"),
        item("nms", "NMS", "neutral"),
      ],
    },
    {
      category: "Other",
      items: [
        item("address", "Address", "neutral"),
        item("agent", "Agent", "neutral"),
        item("audio-file", "Audio File", "neutral", ["audiofile", "audio"]),
        item("code", "Code", "neutral"),
        item("connection", "Connection", "neutral"),
        item("images", "Images", "neutral", ["image", "images"]),
        item("message-session", "Message Session", "neutral"),
        item("quota", "Quota", "neutral"),
        item("registrar", "Registrar", "neutral"),
        item("reject-log", "Reject Log", "neutral"),
        item("sbus", "SBus", "neutral"),
        item("vmailnag", "Vmailnag", "neutral"),
      ],
    },
  ],
};
