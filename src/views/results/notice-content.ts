import type { FailedPhase } from "../../i18n/strings/states.js";
import type { Strings } from "../../i18n/strings.js";
import type { Activity } from "../../search/log-state.js";
import { errorActions, errorLine, errorLook } from "../shell/error-panel.js";
import type { IconName } from "../../ui/icons.js";
import type { Step } from "../shell/commands.js";
import type { ShownError } from "../shell/panel-state.js";
import { counted } from "../../i18n/numbers.js";

/** How the texts name what was being done. */
export const PHASES: Readonly<Record<Activity, FailedPhase>> = {
  search: "search",
  scan: "scan",
  next: "next-page",
  further: "scan",
  refresh: "refresh",
  mend: "sign-ins",
};

/** What a notice says. */
export interface NoticeContent {
  readonly kind: "danger" | "warning" | "info";
  /** What happened, as a sentence. */
  readonly heading: string;
  /** What stays, and what to do. */
  readonly text?: string;
  /** Small: status and message of the server. */
  readonly detail?: string;
  readonly icon?: IconName;
  readonly action?: Step;
  readonly actionLabel?: string;
}

/**
 * The line above loaded rows when a later request fails: what failed, why, and that the rows stay.
 *
 * @param kept how many events stay on the screen
 */
export function errorNotice(
  error: ShownError,
  phase: FailedPhase,
  kept: number,
  strings: Strings,
  locale: string,
): NoticeContent {
  const retry = errorActions(error.kind, strings)[0];
  return {
    kind: "danger",
    icon: errorLook(error.kind).icon,
    heading: strings.noticeTitles[phase],
    text: [strings.noticeCauses[error.kind], strings.noticeKept(counted(kept, locale))].filter(Boolean).join(" "),
    detail: error.status === undefined ? "" : errorLine(error, strings),
    action: "retry",
    actionLabel: retry?.label ?? strings.tryAgain,
  };
}
