import type { Clock } from "../../core/clock.js";
import type { AuditLogError } from "../../core/errors.js";

/*
 * At first, the errors of requests have neither a text of a server or a page nor a cause: both may quote a token. Most of these
 * errors are never shown: the request is sent again, or the search goes on without it. So the code that removes tokens is
 * loaded for the first error that leaves the data source. Until then, this module keeps what the text is made from, and no
 * other code reads it.
 */

/** What the text and the cause of an error are made from. Both may quote a token. */
export interface ErrorSource {
  readonly text: string;
  readonly cause?: unknown;
  /** The tokens that were sent, if known. */
  readonly tokens?: readonly string[] | undefined;
}

/** Loads the code that removes tokens. */
export type LoadErrorText = () => Promise<{
  createErrorWithText(error: AuditLogError, source: ErrorSource): AuditLogError;
}>;

/** undefined: the error has only a text of the viewer. */
const sources = new WeakMap<object, ErrorSource | undefined>();

/** Notes what the text of an error is made from; nothing if its text is the viewer's own. Returns the error. */
export function noteSource(error: AuditLogError, source?: ErrorSource): AuditLogError {
  sources.set(error, source);
  return error;
}

/** Whether an error was created by the code of requests, so that it quotes no token. */
export const hasSource = (error: unknown): boolean => sources.has(error as object);

/** How long an error waits for its text, in milliseconds. Then it appears without. */
export const TEXT_WAIT_MS = 5000;

/**
 * Returns the error with its text and cause, without tokens. Returns the error itself if it has no other text, was aborted, or
 * if the code cannot be loaded. Never rejects.
 */
export async function addText(
  error: unknown,
  loadErrorText: LoadErrorText,
  clock: Pick<Clock, "sleep">,
  signal: AbortSignal,
): Promise<unknown> {
  const source = sources.get(error as object);
  const hasText = source && (source.text || source.cause);
  if (!hasText || (error as AuditLogError).kind === "aborted" || signal.aborted) return error;
  const done = new AbortController();
  const end = () => done.abort();
  signal.addEventListener("abort", end);
  try {
    return await Promise.race([
      loadErrorText().then((late) => late.createErrorWithText(error as AuditLogError, source)),
      clock.sleep(TEXT_WAIT_MS, done.signal).then(() => error),
    ]);
  } catch {
    // The code cannot be loaded, or the request was aborted.
    return error;
  } finally {
    end();
    signal.removeEventListener("abort", end);
  }
}
