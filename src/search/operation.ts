import type { ReadOptions, ReadProgress } from "../api/reading/log-reader.js";
import { AuditLogError, type Wait } from "../core/errors.js";
import type { Activity, LogState, Searched } from "./log-state.js";

/** The reason of an abort by the user. The viewer then shows what was found so far. */
export const STOPPED = new AuditLogError("aborted", "Stopped by the user.");

/** One operation of the log. */
export interface Operation {
  readonly activity: Activity;
  readonly searched: Searched;
  /** Reads, and returns a function that puts the result into the state. */
  read(options: ReadOptions): Promise<() => void>;
  /** Called after each step. A returned activity replaces the one of the operation from then on. */
  onProgress?(): Activity | undefined | void;
  /** Called if the user stops the operation. */
  onStopped?(): void;
}

/** What an operation may do with the state. */
interface StateAccess {
  /** Whether no other operation has begun since. */
  isCurrent(): boolean;
  update(change: Partial<LogState>): void;
  /** Sets the state to idle. */
  endActivity(): void;
}

/** Runs an operation and keeps the state up to date: its activity, its progress, its result or failure. */
export async function runOperation(operation: Operation, signal: AbortSignal, access: StateAccess): Promise<void> {
  const { searched } = operation;
  let { activity } = operation;
  const isCurrent = () => access.isCurrent() && !signal.aborted;
  const onProgress = ({ readFrom, records, matched }: ReadProgress) => {
    if (!isCurrent()) return;
    activity = operation.onProgress?.() ?? activity;
    access.update({ activity, progress: { searched, readFrom, records, matched } });
  };
  const onWait = (waiting: Wait | undefined) => void (isCurrent() && access.update({ waiting }));
  const progress = { searched, readFrom: undefined, records: 0, matched: 0 };
  access.update({ activity, progress, waiting: undefined, failure: undefined });
  const end = (then: () => void) => {
    if (!access.isCurrent()) return;
    access.endActivity();
    if (!signal.aborted) then();
    else if (signal.reason === STOPPED) operation.onStopped?.();
  };
  try {
    end(await operation.read({ signal, onProgress, onWait }));
  } catch (cause) {
    end(() => access.update({ failure: { error: toFailure(cause), during: activity } }));
  }
}

export function toFailure(cause: unknown): AuditLogError {
  return cause instanceof AuditLogError ? cause : new AuditLogError("bad-data", String(cause), { cause });
}

/** Converts an error that has nothing to do with a server. */
export function toUnexpectedError(cause: unknown): AuditLogError {
  if (cause instanceof AuditLogError) return cause;
  return new AuditLogError("aborted", cause instanceof Error ? cause.message : String(cause), { cause });
}
