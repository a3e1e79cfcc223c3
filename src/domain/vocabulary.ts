import type { Taxonomy, TaxonomyItem } from "./taxonomy.js";

/*
 * The default tables. Labels, categories and colours are the user guide's. The wire values are an assumption (the public
 * API document names only "create" and "login"), which is why the source checks a filter before it relies on it, and why
 * a value that matches nothing is shown as it came.
 */

const actions: TaxonomyItem[] = [
  {
    id: "login",
    label: "Login",
    color: "blue",
    send: ["login"],
    match: ["login*", "signin*"],
    alarm: { color: "red", match: ["*badpassword*", "*wrongpassword*", "*invalidpassword*"] },
  },
  { id: "logout", label: "Logout", color: "purple", send: ["logout"], match: ["logout*", "signout*"] },
  { id: "add-create", label: "Add/Create", color: "green", send: ["create", "add"], match: ["create*", "add*"] },
  { id: "delete", label: "Delete", color: "red", send: ["delete"], match: ["delete*", "remove*"] },
  {
    id: "modify-update",
    label: "Modify/Update",
    color: "orange",
    send: ["update", "modify"],
    match: ["update*", "modify*", "edit*"],
  },
  {
    id: "export-upload",
    label: "Export/Upload",
    color: "purple",
    send: ["export", "upload"],
    match: ["export*", "upload*"],
  },
  { id: "import", label: "Import", color: "blue", send: ["import"], match: ["import*"] },
  { id: "load", label: "Load", color: "neutral", send: ["load"], match: ["load*"] },
  { id: "activate", label: "Activate", color: "green", send: ["activate"], match: ["activate*"] },
  { id: "restart", label: "Restart", color: "neutral", send: ["restart"], match: ["restart*"] },
  { id: "validate", label: "Validate", color: "blue", send: ["validate"], match: ["validate*"] },
  {
    id: "google-authenticator",
    label: "Google Authenticator",
    color: "neutral",
    send: ["googleauthenticator"],
    match: ["googleauth*", "gauth*"],
  },
  {
    id: "security-warning",
    label: "Security Warning",
    color: "neutral",
    send: ["securitywarning"],
    match: ["securitywarning*"],
  },
];

export const DEFAULT_TAXONOMY: Taxonomy = {
  actions,
  objects: [
    {
      category: "Authentication",
      items: [
        { id: "oauth", label: "OAuth", color: "blue", send: ["oauth"], match: ["oauth*"] },
        { id: "api-key", label: "API Key", color: "blue", send: ["apikey"], match: ["apikey"] },
        { id: "mfa", label: "MFA", color: "blue", send: ["mfa"], match: ["mfa"] },
        { id: "jwt", label: "JWT", color: "blue", send: ["jwt"], match: ["jwt*"], listed: false },
      ],
    },
    {
      category: "Users & Domains",
      items: [
        { id: "subscriber", label: "Subscriber", color: "green", send: ["subscriber"], match: ["subscriber", "user"] },
        { id: "admin", label: "Admin", color: "purple", send: ["admin"], match: ["admin"] },
        { id: "domain", label: "Domain", color: "purple", send: ["domain"], match: ["domain"] },
        { id: "reseller", label: "Reseller", color: "purple", send: ["reseller"], match: ["reseller"] },
        { id: "territory", label: "Territory", color: "purple", send: ["territory"], match: ["territory"] },
      ],
    },
    {
      category: "Communication",
      items: [
        { id: "conference", label: "Conference", color: "orange", send: ["conference"], match: ["conference"] },
        { id: "recording", label: "Recording", color: "orange", send: ["recording"], match: ["recording"] },
        { id: "phone-number", label: "Phone Number", color: "orange", send: ["phonenumber"], match: ["phonenumber"] },
        { id: "call-queue", label: "Call Queue", color: "orange", send: ["callqueue"], match: ["callqueue"] },
        { id: "hunt-group", label: "Hunt Group", color: "orange", send: ["huntgroup"], match: ["huntgroup"] },
        { id: "meeting", label: "Meeting", color: "orange", send: ["meeting"], match: ["meeting"] },
      ],
    },
    {
      category: "Configuration",
      items: [
        { id: "timerange", label: "Timerange", color: "cyan", send: ["timerange"], match: ["timerange", "timeframe"] },
        {
          id: "dialing",
          label: "Dialing",
          color: "cyan",
          send: ["dialing"],
          match: ["dialing", "dialplan", "dialrule", "dialpolicy"],
        },
        { id: "answer-rule", label: "Answer Rule", color: "cyan", send: ["answerrule"], match: ["answerrule"] },
        { id: "phone-config", label: "Phone Config", color: "cyan", send: ["phoneconfig"], match: ["phoneconfig"] },
        { id: "ui-config", label: "UI Config", color: "cyan", send: ["uiconfig"], match: ["uiconfig"] },
        { id: "route", label: "Route", color: "cyan", send: ["route"], match: ["route"] },
        { id: "mac", label: "MAC", color: "cyan", send: ["mac"], match: ["mac"] },
      ],
    },
    {
      category: "System",
      items: [
        { id: "database", label: "Database", color: "neutral", send: ["database"], match: ["database"] },
        { id: "server", label: "Server", color: "neutral", send: ["server"], match: ["server"] },
        { id: "system", label: "System", color: "neutral", send: ["system"], match: ["system"] },
        {
          id: "support-login",
          label: "Support Login",
          color: "neutral",
          send: ["supportlogin"],
          match: ["supportlogin"],
        },
        { id: "tac", label: "TAC", color: "neutral", send: ["tac"], match: ["tac"] },
        { id: "lea-license", label: "LEA License", color: "neutral", send: ["lealicense"], match: ["lealicense"] },
        { id: "ncs", label: "NCS", color: "neutral", send: ["ncs"], match: ["ncs"] },
        { id: "nfr", label: "NFR", color: "neutral", send: ["nfr"], match: ["nfr"] },
        { id: "nms", label: "NMS", color: "neutral", send: ["nms"], match: ["nms"] },
      ],
    },
    {
      category: "Other",
      items: [
        { id: "address", label: "Address", color: "neutral", send: ["address"], match: ["address"] },
        { id: "agent", label: "Agent", color: "neutral", send: ["agent"], match: ["agent"] },
        { id: "audio-file", label: "Audio File", color: "neutral", send: ["audiofile"], match: ["audiofile", "audio"] },
        { id: "code", label: "Code", color: "neutral", send: ["code"], match: ["code"] },
        { id: "connection", label: "Connection", color: "neutral", send: ["connection"], match: ["connection"] },
        { id: "images", label: "Images", color: "neutral", send: ["images"], match: ["image", "images"] },
        {
          id: "message-session",
          label: "Message Session",
          color: "neutral",
          send: ["messagesession"],
          match: ["messagesession"],
        },
        { id: "quota", label: "Quota", color: "neutral", send: ["quota"], match: ["quota"] },
        { id: "registrar", label: "Registrar", color: "neutral", send: ["registrar"], match: ["registrar"] },
        { id: "reject-log", label: "Reject Log", color: "neutral", send: ["rejectlog"], match: ["rejectlog"] },
        { id: "sbus", label: "SBus", color: "neutral", send: ["sbus"], match: ["sbus"] },
        { id: "vmailnag", label: "Vmailnag", color: "neutral", send: ["vmailnag"], match: ["vmailnag"] },
      ],
    },
  ],
};
