/*
 * How the API spells actions and objects. The first spelling of a list is the usual one; the others are rare. The API documents
 * only "create" and "login": a real server may spell everything differently.
 */

type Spellings = readonly [string, ...string[]];

export const ACTIONS = {
  login: ["login", "signin", "Login"],
  badPassword: ["login_badpassword", "LoginFailed-BadPassword", "Login Failed (Wrong Password)"],
  badAddress: ["LoginFailed-BadIP", "login_badip"],
  unknownUser: ["login_unknownuser", "LoginFailed-NoSuchUser"],
  logout: ["logout", "signout"],
  create: ["create", "add"],
  createUser: ["create", "createUser", "add"],
  delete: ["delete", "Removed", "remove"],
  update: ["update", "modify", "edit", "Update"],
  export: ["export", "Exported"],
  upload: ["upload"],
  import: ["import"],
  load: ["load"],
  activate: ["activate"],
  restart: ["restart"],
  validate: ["validate"],
  googleAuthenticator: ["googleauthenticator", "google_auth", "GAuth-Required"],
  securityWarning: ["securitywarning", "Security Warning"],
  unknown: ["purge", "clone", "impersonate", "sync-devices"],
} as const satisfies Record<string, Spellings>;

export const OBJECTS = {
  oauth: ["oauth", "OAuth2"],
  jwt: ["jwt"],
  mfa: ["mfa"],
  apiKey: ["apikey", "api_key"],
  subscriber: ["subscriber", "user"],
  admin: ["admin"],
  domain: ["domain"],
  phoneNumber: ["phonenumber", "phone-number"],
  callQueue: ["callqueue", "Call-Queue"],
  huntGroup: ["huntgroup"],
  timerange: ["timerange", "timeframe"],
  dialing: ["dialing", "dial_plan", "dialrule", "Dial-Policy"],
  answerRule: ["answerrule", "answer-rule"],
  phoneConfig: ["phoneconfig"],
  uiConfig: ["uiconfig", "UI_Config"],
  route: ["route"],
  mac: ["mac"],
  recording: ["recording"],
  conference: ["conference"],
  audioFile: ["audiofile", "audio"],
  address: ["address"],
  agent: ["agent"],
  database: ["database"],
  server: ["server"],
  registrar: ["registrar"],
  supportLogin: ["supportlogin", "Support Login"],
  image: ["image", "images"],
} as const satisfies Record<string, Spellings>;

/** Every object that the guide lists, and some that are listed nowhere: each of them occurs, even if rarely. */
export const RARE_OBJECTS: readonly string[] = [
  ...Object.values(OBJECTS).flat(),
  ...["reseller", "territory", "meeting", "system", "tac", "lealicense", "ncs", "nfr", "nms", "code", "connection"],
  ...["messagesession", "quota", "rejectlog", "sbus", "vmailnag"],
  ...["faxaccount", "sms-campaign", "hot_desk", "Parking Lot"],
];

export const RARE_ACTIONS: readonly string[] = Object.values(ACTIONS)
  .flat()
  // A failed sign-in to an audio file would make no sense.
  .filter((action) => !/^(login|signin|logout|signout|googleauth|google_auth|gauth)/i.test(action));
