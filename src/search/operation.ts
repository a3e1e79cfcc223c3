import type { LogReader, ReadOptions } from "../api/reading/log-reader.js";
import { AuditLogError } from "../core/errors.js";
import type { LoadedPages } from "./loaded-pages.js";
import type { Activity, Searched } from "./log-state.js";

/** The reason of an abort that the user asked for: what was found so far is shown. */
export const STOPPED = new AuditLogError("aborted", "Stopped by the user.");

/** A search whose pages are being read. */
export interface Reading {
  readonly searched: Searched;
  readonly reader: LogReader;
  readonly loaded: LoadedPages;
}

/** One operation: what it is called, what it reads, and what is done with that. */
export interface Operation {
  readonly activity: Activity;
  readonly searched: Searched;
  /** Reads, and answers what is to be done with what was read. */
  read(options: ReadOptions): Promise<() => void>;
  /** Called after each step; what it answers is what is being done from then on. */
  onProgress?(): Activity | undefined | void;
  /** The user stopped it. */
  onStopped?(): void;
}

export function asError(cause: unknown): AuditLogError {
  return cause instanceof AuditLogError ? cause : new AuditLogError("bad-data", String(cause), { cause });
}

/** The error of something that is no answer of a server. */
export function asUnexpected(cause: unknown): AuditLogError {
  if (cause instanceof AuditLogError) return cause;
  return new AuditLogError("aborted", cause instanceof Error ? cause.message : String(cause), { cause });
}
