import type { DefaultObjectId } from "../../core/taxonomy/vocabulary.js";

/** An object of the taxonomy as an English noun. */
export interface Noun {
  /** "answer rule" */
  readonly one: string;
  /** "an" */
  readonly article: "a" | "an";
  /** "answer rules" */
  readonly many: string;
  /**
   * When the article is "the": `always` (there is only one, such as the system), `owned` (an owner has only one, so only a new
   * one is "a"), `changed` (an owner may have several, and a change is about a certain one). Otherwise it is "a", or the plural
   * for many.
   */
  readonly the?: "always" | "owned" | "changed";
  /** The object is the affected user, domain or host itself: "created subscriber 318". */
  readonly names?: "user" | "domain" | "host";
}

const noun = (text: string, more: Pick<Noun, "the" | "names"> = {}): Noun => {
  const space = text.indexOf(" ");
  const one = text.slice(space + 1);
  return { one, article: text.slice(0, space) === "an" ? "an" : "a", many: plural(one), ...more };
};

function plural(one: string): string {
  if (/[^aeiou]y$/.test(one)) return `${one.slice(0, -1)}ies`;
  return /(?:s|x|ch)$/.test(one) ? `${one}es` : `${one}s`;
}

/** By ids of the default taxonomy. The label of an object of the page's own taxonomy is quoted. */
const DEFAULT_NOUNS: Readonly<Record<DefaultObjectId, Noun>> = {
  oauth: noun("an OAuth authorization"),
  "api-key": noun("an API key"),
  mfa: noun("an MFA setup", { the: "owned" }),
  jwt: noun("a JWT"),
  sso: noun("an SSO setup", { the: "owned" }),
  subscriber: noun("a subscriber", { names: "user" }),
  admin: noun("an admin", { names: "user" }),
  domain: noun("a domain", { names: "domain" }),
  reseller: noun("a reseller"),
  territory: noun("a territory"),
  account: noun("an account"),
  site: noun("a site"),
  department: noun("a department"),
  contact: noun("a contact"),
  permission: noun("a permission"),
  conference: noun("a conference"),
  recording: noun("a recording"),
  "phone-number": noun("a phone number"),
  "call-queue": noun("a call queue"),
  "hunt-group": noun("a hunt group"),
  meeting: noun("a meeting"),
  voicemail: noun("a voicemail"),
  message: noun("a message"),
  fax: noun("a fax"),
  attendant: noun("an auto attendant"),
  "call-center-report": noun("a call queue report"),
  attendee: noun("an attendee"),
  call: noun("a call"),
  timerange: noun("a time range"),
  dialing: noun("a dialing rule"),
  "answer-rule": noun("an answer rule", { the: "changed" }),
  "phone-config": noun("a phone configuration", { the: "owned" }),
  "ui-config": noun("a UI configuration", { the: "owned" }),
  route: noun("a route"),
  mac: noun("a MAC address"),
  device: noun("a device"),
  "device-profile": noun("a device profile"),
  "music-on-hold": noun("a music-on-hold entry"),
  "caller-id": noun("a caller ID"),
  "recording-storage": noun("a recording storage"),
  database: noun("a database", { the: "always" }),
  server: noun("a server", { names: "host" }),
  system: noun("a system", { the: "always" }),
  "support-login": noun("a support login"),
  tac: noun("a TAC entry"),
  "lea-license": noun("an LEA license"),
  ncs: noun("an NCS entry"),
  nfr: noun("an NFR entry"),
  nms: noun("an NMS entry"),
  address: noun("an address"),
  agent: noun("an agent", { names: "user" }),
  "audio-file": noun("an audio file"),
  code: noun("a code"),
  connection: noun("a connection"),
  images: noun("an image"),
  "message-session": noun("a message session"),
  quota: noun("a quota", { the: "owned" }),
  registrar: noun("a registrar"),
  "reject-log": noun("a reject log", { the: "owned" }),
  sbus: noun("an SBus entry"),
  vmailnag: noun("a Vmailnag entry"),
  "call-record": noun("a call record"),
  "audit-log": noun("an audit log", { the: "always" }),
};

export const NOUNS: ReadonlyMap<string, Noun> = new Map(Object.entries(DEFAULT_NOUNS));
