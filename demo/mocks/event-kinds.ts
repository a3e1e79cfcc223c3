import * as details from "./details.js";
import { ACTIONS, OBJECTS } from "./wire-words.js";

/** One sort of thing that happens on the platform. */
export interface EventKind {
  /** How often, among the events of its group. */
  readonly weight: number;
  readonly action: readonly [string, ...string[]];
  readonly object: readonly [string, ...string[]];
  /** `self`: users in their own domain. `admin`: the provider's people. `system`: an automated process. */
  readonly by: "self" | "admin" | "system";
  /** Whether it happened to a user or to a domain as a whole. */
  readonly to: "user" | "domain";
  readonly details?: details.DetailMaker;
  /** The access log has it too. `tried`: whoever it was, was not let in. */
  readonly signIn?: "done" | "tried";
}

type Rest = Omit<EventKind, "weight" | "action" | "object" | "by" | "to">;

function kind(
  weight: number,
  action: keyof typeof ACTIONS,
  object: keyof typeof OBJECTS,
  by: EventKind["by"],
  to: EventKind["to"],
  rest: Rest = {},
): EventKind {
  return { weight, action: ACTIONS[action], object: OBJECTS[object], by, to, ...rest };
}

/** What people do while they work. */
export const WORK_KINDS: readonly EventKind[] = [
  kind(130, "login", "oauth", "self", "user", { signIn: "done", details: details.oauthSignIn }),
  kind(150, "login", "subscriber", "self", "user", { signIn: "done", details: details.signIn }),
  kind(30, "login", "admin", "admin", "user", { signIn: "done", details: details.signIn }),
  kind(110, "logout", "oauth", "self", "user", { signIn: "done" }),
  kind(8, "badPassword", "subscriber", "self", "user", { signIn: "tried", details: details.failedSignIn }),
  kind(3, "badAddress", "subscriber", "self", "user", { signIn: "tried", details: details.failedSignIn }),
  kind(4, "unknownUser", "subscriber", "self", "user", { signIn: "tried", details: details.failedSignIn }),
  kind(16, "googleAuthenticator", "mfa", "self", "user"),
  kind(4, "securityWarning", "supportLogin", "admin", "domain", { details: details.warning }),
  kind(8, "validate", "jwt", "self", "user"),
  kind(24, "createUser", "subscriber", "admin", "user", { details: details.newSubscriber }),
  kind(90, "update", "subscriber", "admin", "user", { details: details.changedSubscriber }),
  kind(10, "delete", "subscriber", "admin", "user"),
  kind(34, "update", "phoneNumber", "admin", "user", { details: details.assignedNumber }),
  kind(8, "create", "phoneNumber", "admin", "user", { details: details.assignedNumber }),
  kind(3, "delete", "phoneNumber", "admin", "user"),
  kind(70, "update", "answerRule", "self", "user", { details: details.answerRule }),
  kind(18, "update", "timerange", "self", "domain", { details: details.timerange }),
  kind(20, "update", "dialing", "admin", "domain", { details: details.dialPlan }),
  kind(4, "delete", "dialing", "admin", "domain", { details: details.dialPlan }),
  kind(12, "update", "route", "admin", "domain", { details: details.route }),
  kind(2, "delete", "route", "admin", "domain", { details: details.route }),
  kind(26, "update", "callQueue", "admin", "domain", { details: details.callQueue }),
  kind(6, "create", "huntGroup", "admin", "domain"),
  kind(14, "update", "agent", "self", "user"),
  kind(24, "update", "phoneConfig", "admin", "user", { details: details.phoneConfig }),
  kind(8, "create", "mac", "admin", "user", { details: details.phoneConfig }),
  kind(12, "load", "uiConfig", "self", "domain"),
  kind(5, "update", "uiConfig", "admin", "domain", { details: details.uiConfig }),
  kind(6, "update", "domain", "admin", "domain", { details: details.domainLimits }),
  kind(2, "create", "apiKey", "admin", "domain", { details: details.apiKey }),
  kind(14, "export", "recording", "self", "user", { details: details.exported }),
  kind(10, "upload", "audioFile", "self", "user", { details: details.file }),
  kind(2, "upload", "image", "admin", "domain", { details: details.file }),
  kind(4, "import", "subscriber", "admin", "domain", { details: details.file }),
  kind(6, "create", "conference", "self", "user"),
  kind(8, "validate", "address", "admin", "user", { details: details.streetAddress }),
  kind(3, "activate", "subscriber", "admin", "user"),
  kind(3, "unknown", "phoneConfig", "admin", "user"),
];

/** What the platform does by itself, at night. */
export const SYSTEM_KINDS: readonly EventKind[] = [
  kind(30, "load", "database", "system", "domain", { details: details.maintenance }),
  kind(30, "delete", "recording", "system", "domain", { details: details.exported }),
  kind(20, "update", "registrar", "system", "domain"),
  kind(14, "export", "database", "system", "domain", { details: details.exported }),
  kind(6, "restart", "server", "system", "domain", { details: details.maintenance }),
  kind(10, "validate", "jwt", "system", "domain"),
];

/** What everybody does in a customer's domain where a scenario is to stand alone. */
export const QUIET_KINDS: readonly EventKind[] = WORK_KINDS.filter(
  ({ signIn, by }) => signIn === "done" && by === "self",
);
