import type { LogReader, ReadOptions, ReadProgress } from "../api/reading/log-reader.js";
import { AuditLogError, type Wait } from "../core/errors.js";
import type { LoadedPages } from "./loaded-pages.js";
import type { Activity, LogState, Searched } from "./log-state.js";

/** The reason of an abort that the user asked for: what was found so far is shown. */
export const STOPPED = new AuditLogError("aborted", "Stopped by the user.");

/** A search whose pages are being read. */
export interface Reading {
  readonly searched: Searched;
  readonly reader: LogReader;
  readonly loaded: LoadedPages;
}

/** One operation of the log: its name, what it reads, and what it changes. */
export interface Operation {
  readonly activity: Activity;
  readonly searched: Searched;
  /** Reads, and returns what to do with the result. */
  read(options: ReadOptions): Promise<() => void>;
  /** Called after each step. A returned activity replaces the operation's own from then on. */
  onProgress?(): Activity | undefined | void;
  /** The user stopped it. */
  onStopped?(): void;
}

/** What an operation may do to the state. */
interface Screen {
  /** No other operation has begun since. */
  isCurrent(): boolean;
  update(change: Partial<LogState>): void;
  /** Nothing runs any more. */
  rest(): void;
}

/** Runs an operation and keeps the state up to date: that it runs, how far it is, how it ended. */
export async function runOperation(operation: Operation, signal: AbortSignal, screen: Screen): Promise<void> {
  const { searched } = operation;
  let { activity } = operation;
  const isShown = () => screen.isCurrent() && !signal.aborted;
  const onProgress = ({ readFrom, records, matched }: ReadProgress) => {
    if (!isShown()) return;
    activity = operation.onProgress?.() ?? activity;
    screen.update({ activity, progress: { searched, readFrom, records, matched } });
  };
  const onWait = (waiting: Wait | undefined) => void (isShown() && screen.update({ waiting }));
  const progress = { searched, readFrom: undefined, records: 0, matched: 0 };
  screen.update({ activity, progress, waiting: undefined, failure: undefined });
  const end = (then: () => void) => {
    if (!screen.isCurrent()) return;
    screen.rest();
    if (!signal.aborted) then();
    else if (signal.reason === STOPPED) operation.onStopped?.();
  };
  try {
    end(await operation.read({ signal, onProgress, onWait }));
  } catch (cause) {
    end(() => screen.update({ failure: { error: asError(cause), during: activity } }));
  }
}

export function asError(cause: unknown): AuditLogError {
  return cause instanceof AuditLogError ? cause : new AuditLogError("bad-data", String(cause), { cause });
}

/** The error of something that is no answer of a server. */
export function asUnexpected(cause: unknown): AuditLogError {
  if (cause instanceof AuditLogError) return cause;
  return new AuditLogError("aborted", cause instanceof Error ? cause.message : String(cause), { cause });
}
