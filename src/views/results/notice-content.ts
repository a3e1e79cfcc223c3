import type { FailedPhase } from "../../i18n/strings/states.js";
import type { Strings } from "../../i18n/strings.js";
import type { Activity, LogState } from "../../search/log-state.js";
import { listErrorActions, formatErrorLine, findErrorLook } from "../shell/error-panel.js";
import type { IconName } from "../../ui/icons.js";
import type { SimpleCommand } from "../shell/commands.js";
import type { ShownError } from "../shell/panel-state.js";
import { formatCount } from "../../i18n/numbers.js";

/** How the texts name an activity that failed. */
export const PHASES: Readonly<Record<Activity, FailedPhase>> = {
  search: "search",
  scan: "scan",
  next: "next-page",
  further: "scan",
  refresh: "refresh",
  "sign-ins": "sign-ins",
};

export interface NoticeContent {
  readonly kind: "danger" | "warning" | "info";
  /** What happened, as a sentence. */
  readonly heading: string;
  /** What is still shown, and what to do. */
  readonly text?: string;
  /** In small type: the server's status and message. */
  readonly detail?: string;
  readonly icon?: IconName;
  readonly action?: SimpleCommand;
  readonly actionLabel?: string;
}

/**
 * The notice above loaded rows after a later request has failed: what failed, why, and that the rows are still shown.
 *
 * @param kept the number of events that are still shown
 */
export function createErrorNotice(
  error: ShownError,
  phase: FailedPhase,
  kept: number,
  strings: Strings,
  locale: string,
): NoticeContent {
  const retry = listErrorActions(error.kind, strings)[0];
  return {
    kind: "danger",
    icon: findErrorLook(error.kind).icon,
    heading: strings.noticeTitles[phase],
    text: [strings.noticeCauses[error.kind], strings.noticeKept(formatCount(kept, locale))].filter(Boolean).join(" "),
    detail: error.status === undefined ? "" : formatErrorLine(error, strings),
    action: "retry",
    actionLabel: retry?.label ?? strings.tryAgain,
  };
}

/** Whether earlier events are being searched for this page or the next one. */
export function isFilling({ activity }: LogState): boolean {
  return activity === "next" || activity === "further";
}
