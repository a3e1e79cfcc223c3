import * as details from "./details.js";
import { ACTIONS, OBJECTS } from "./spellings.js";

/** A kind of event on the platform. */
export interface EventKind {
  /** How often it happens, among the events of its group. */
  readonly weight: number;
  readonly action: readonly [string, ...string[]];
  readonly object: readonly [string, ...string[]];
  /** `self`: users in their own domain. `admin`: the provider's employees. `system`: an automated process. */
  readonly by: "self" | "admin" | "system";
  /** Whether it affects a user or a whole domain. */
  readonly to: "user" | "domain";
  readonly details?: details.DetailMaker;
  /** For sign-ins, which the access log has, too. `tried`: the sign-in failed. */
  readonly signIn?: "done" | "tried";
}

type Rest = Omit<EventKind, "weight" | "action" | "object" | "by" | "to">;

function createKind(
  weight: number,
  action: keyof typeof ACTIONS,
  object: keyof typeof OBJECTS,
  by: EventKind["by"],
  to: EventKind["to"],
  rest: Rest = {},
): EventKind {
  return { weight, action: ACTIONS[action], object: OBJECTS[object], by, to, ...rest };
}

/** The events of people at work. */
export const WORK_KINDS: readonly EventKind[] = [
  createKind(130, "login", "oauth", "self", "user", { signIn: "done", details: details.createOauthSignIn }),
  createKind(150, "login", "subscriber", "self", "user", { signIn: "done", details: details.signIn }),
  createKind(30, "login", "admin", "admin", "user", { signIn: "done", details: details.signIn }),
  createKind(110, "logout", "oauth", "self", "user", { signIn: "done" }),
  createKind(8, "badPassword", "subscriber", "self", "user", { signIn: "tried", details: details.createFailedSignIn }),
  createKind(3, "badAddress", "subscriber", "self", "user", { signIn: "tried", details: details.createFailedSignIn }),
  createKind(4, "unknownUser", "subscriber", "self", "user", { signIn: "tried", details: details.createFailedSignIn }),
  createKind(16, "googleAuthenticator", "mfa", "self", "user"),
  createKind(4, "securityWarning", "supportLogin", "admin", "domain", { details: details.createWarning }),
  createKind(8, "validate", "jwt", "self", "user"),
  createKind(24, "createUser", "subscriber", "admin", "user", { details: details.createSubscriber }),
  createKind(90, "update", "subscriber", "admin", "user", { details: details.changeSubscriber }),
  createKind(10, "delete", "subscriber", "admin", "user"),
  createKind(34, "update", "phoneNumber", "admin", "user", { details: details.assignNumber }),
  createKind(8, "create", "phoneNumber", "admin", "user", { details: details.assignNumber }),
  createKind(3, "delete", "phoneNumber", "admin", "user"),
  createKind(70, "update", "answerRule", "self", "user", { details: details.answerRule }),
  createKind(18, "update", "timerange", "self", "domain", { details: details.createTimerange }),
  createKind(20, "update", "dialing", "admin", "domain", { details: details.createDialPlan }),
  createKind(4, "delete", "dialing", "admin", "domain", { details: details.createDialPlan }),
  createKind(12, "update", "route", "admin", "domain", { details: details.createRoute }),
  createKind(2, "delete", "route", "admin", "domain", { details: details.createRoute }),
  createKind(26, "update", "callQueue", "admin", "domain", { details: details.callQueue }),
  createKind(6, "create", "huntGroup", "admin", "domain"),
  createKind(14, "update", "agent", "self", "user"),
  createKind(24, "update", "phoneConfig", "admin", "user", { details: details.createPhoneConfig }),
  createKind(8, "create", "mac", "admin", "user", { details: details.createPhoneConfig }),
  createKind(12, "load", "uiConfig", "self", "domain"),
  createKind(5, "update", "uiConfig", "admin", "domain", { details: details.createUiConfig }),
  createKind(6, "update", "domain", "admin", "domain", { details: details.createDomainLimits }),
  createKind(2, "create", "apiKey", "admin", "domain", { details: details.createApiKey }),
  createKind(14, "export", "recording", "self", "user", { details: details.createExport }),
  createKind(10, "upload", "audioFile", "self", "user", { details: details.createFile }),
  createKind(2, "upload", "image", "admin", "domain", { details: details.createFile }),
  createKind(4, "import", "subscriber", "admin", "domain", { details: details.createFile }),
  createKind(6, "create", "conference", "self", "user"),
  createKind(8, "validate", "address", "admin", "user", { details: details.createStreetAddress }),
  createKind(3, "activate", "subscriber", "admin", "user"),
  createKind(3, "unknown", "phoneConfig", "admin", "user"),
];

/** The automatic events of the platform, at night. */
export const SYSTEM_KINDS: readonly EventKind[] = [
  createKind(30, "load", "database", "system", "domain", { details: details.createMaintenance }),
  createKind(30, "delete", "recording", "system", "domain", { details: details.createExport }),
  createKind(20, "update", "registrar", "system", "domain"),
  createKind(14, "export", "database", "system", "domain", { details: details.createExport }),
  createKind(6, "restart", "server", "system", "domain", { details: details.createMaintenance }),
  createKind(10, "validate", "jwt", "system", "domain"),
];

/** The only other events in the domains of the scenarios: ordinary sign-ins and sign-outs. */
export const QUIET_KINDS: readonly EventKind[] = WORK_KINDS.filter(
  ({ signIn, by }) => signIn === "done" && by === "self",
);
