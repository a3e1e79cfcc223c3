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

const createNoun = (text: string, more: Pick<Noun, "the" | "names"> = {}): Noun => {
  const space = text.indexOf(" ");
  const one = text.slice(space + 1);
  return { one, article: text.slice(0, space) === "an" ? "an" : "a", many: pluralize(one), ...more };
};

function pluralize(one: string): string {
  if (/[^aeiou]y$/.test(one)) return `${one.slice(0, -1)}ies`;
  return /(?:s|x|ch)$/.test(one) ? `${one}es` : `${one}s`;
}

/** By ids of the default taxonomy. The label of an object of the page's own taxonomy is quoted. */
const DEFAULT_NOUNS: Readonly<Record<DefaultObjectId, Noun>> = {
  oauth: createNoun("an OAuth authorization"),
  "api-key": createNoun("an API key"),
  mfa: createNoun("an MFA setup", { the: "owned" }),
  jwt: createNoun("a JWT"),
  sso: createNoun("an SSO setup", { the: "owned" }),
  subscriber: createNoun("a subscriber", { names: "user" }),
  admin: createNoun("an admin", { names: "user" }),
  domain: createNoun("a domain", { names: "domain" }),
  reseller: createNoun("a reseller"),
  territory: createNoun("a territory"),
  account: createNoun("an account"),
  site: createNoun("a site"),
  department: createNoun("a department"),
  contact: createNoun("a contact"),
  permission: createNoun("a permission"),
  conference: createNoun("a conference"),
  recording: createNoun("a recording"),
  "phone-number": createNoun("a phone number"),
  "call-queue": createNoun("a call queue"),
  "hunt-group": createNoun("a hunt group"),
  meeting: createNoun("a meeting"),
  voicemail: createNoun("a voicemail"),
  message: createNoun("a message"),
  fax: createNoun("a fax"),
  attendant: createNoun("an auto attendant"),
  "call-center-report": createNoun("a call queue report"),
  attendee: createNoun("an attendee"),
  call: createNoun("a call"),
  timerange: createNoun("a time range"),
  dialing: createNoun("a dialing rule"),
  "answer-rule": createNoun("an answer rule", { the: "changed" }),
  "phone-config": createNoun("a phone configuration", { the: "owned" }),
  "ui-config": createNoun("a UI configuration", { the: "owned" }),
  route: createNoun("a route"),
  mac: createNoun("a MAC address"),
  device: createNoun("a device"),
  "device-profile": createNoun("a device profile"),
  "music-on-hold": createNoun("a music-on-hold entry"),
  "caller-id": createNoun("a caller ID"),
  "recording-storage": createNoun("a recording storage"),
  database: createNoun("a database", { the: "always" }),
  server: createNoun("a server", { names: "host" }),
  system: createNoun("a system", { the: "always" }),
  "support-login": createNoun("a support login"),
  tac: createNoun("a TAC entry"),
  "lea-license": createNoun("an LEA license"),
  ncs: createNoun("an NCS entry"),
  nfr: createNoun("an NFR entry"),
  nms: createNoun("an NMS entry"),
  address: createNoun("an address"),
  agent: createNoun("an agent", { names: "user" }),
  "audio-file": createNoun("an audio file"),
  code: createNoun("a code"),
  connection: createNoun("a connection"),
  images: createNoun("an image"),
  "message-session": createNoun("a message session"),
  quota: createNoun("a quota", { the: "owned" }),
  registrar: createNoun("a registrar"),
  "reject-log": createNoun("a reject log", { the: "owned" }),
  sbus: createNoun("an SBus entry"),
  vmailnag: createNoun("a Vmailnag entry"),
  "call-record": createNoun("a call record"),
  "audit-log": createNoun("an audit log", { the: "always" }),
};

export const NOUNS: ReadonlyMap<string, Noun> = new Map(Object.entries(DEFAULT_NOUNS));
