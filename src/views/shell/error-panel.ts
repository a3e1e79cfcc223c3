import type { ErrorKind, Wait } from "../../core/errors.js";
import type { Strings } from "../../i18n/strings.js";
import { toVisibleText } from "../../core/text/visible-text.js";
import type { Environment } from "./environment.js";
import type { IconName } from "../../ui/icons.js";
import type { SimpleCommand } from "./commands.js";
import type { ShownError } from "./panel-state.js";
import { formatCount } from "../../i18n/numbers.js";

/** A button of a panel. */
export interface PanelAction {
  readonly action: SimpleCommand;
  readonly label: string;
  readonly icon?: IconName;
  readonly primary?: boolean;
}

export interface PanelLook {
  readonly icon: IconName;
  readonly tone: "" | "danger" | "warning";
}

/** The icon and the color of each kind of failure. Red is for failures that do not go away by themselves. */
const LOOKS: Readonly<Record<ErrorKind, PanelLook>> = {
  auth: { icon: "lock", tone: "warning" },
  forbidden: { icon: "shield", tone: "" },
  unsupported: { icon: "server", tone: "" },
  "bad-request": { icon: "filter", tone: "danger" },
  "rate-limited": { icon: "clock", tone: "warning" },
  server: { icon: "alert", tone: "danger" },
  network: { icon: "offline", tone: "danger" },
  timeout: { icon: "clock", tone: "danger" },
  "bad-data": { icon: "alert", tone: "danger" },
  aborted: { icon: "search", tone: "" },
};

export function findErrorLook(kind: ErrorKind): PanelLook {
  return LOOKS[kind];
}

/** The buttons after a failure, the most useful one first. */
export function listErrorActions(kind: ErrorKind, strings: Strings): PanelAction[] {
  const again: PanelAction = { action: "retry", label: strings.tryAgain };
  const quiet: PanelAction = { ...again, icon: "refresh" };
  const shorter: PanelAction = { action: "search-last-24-hours", label: strings.searchLast24Hours };
  switch (kind) {
    case "auth":
    case "forbidden":
      return [quiet];
    case "unsupported":
      return [{ ...quiet, label: strings.checkAgain }];
    case "bad-request":
      return [quiet, { action: "clear", label: strings.clearFilters }];
    case "server":
    case "timeout":
      return [quiet, shorter];
    default:
      return [quiet];
  }
}

/** In characters. The message of a server may be a whole page. */
const LONGEST = 240;

/** The messages of browsers for "no response", which the text of the panel already says. */
const NO_RESPONSE = /^(?:Failed to fetch|Load failed|NetworkError when attempting to fetch resource\.)$/;

/** The small line of a failure: the status and the message; `""` if the panel already says everything. */
export function formatErrorLine({ kind, status, message }: ShownError, strings: Strings): string {
  if (status === undefined && NO_RESPONSE.test(message)) return "";
  const text = toVisibleText(message.length > LONGEST ? `${message.slice(0, LONGEST)}…` : message);
  if (status === undefined) return text;
  // For a response that cannot be read, the message is the viewer's own.
  return kind === "bad-data" ? strings.errorStatus(text, status) : strings.errorAnswer(text, status);
}

/** Says that the viewer waits before the next request; "" if it does not wait. */
export function waitText(waiting: Wait | undefined, { strings, locale }: Environment): string {
  if (!waiting) return "";
  return strings.noticeWait(formatCount(Math.ceil(waiting.ms / 1000), locale), waiting.kind === "server");
}

/** Says what happened, and how long to wait if the server says it. */
export function describeError({ kind, retryAfterMs }: ShownError, strings: Strings, locale: string): string {
  const text = strings.errorTexts[kind];
  if (!retryAfterMs) return text;
  return `${text} ${strings.errorWait(formatCount(Math.ceil(retryAfterMs / 1000), locale))}`;
}
