import { readApiBase } from "../../api/transport/api-base.js";
import type { FetchAdapter } from "../../api/transport/adapter.js";
import { trim } from "../../core/text/text.js";
import { checkValue, isRecord, isText, isUnset, warnOnce } from "../../core/options.js";

/** Changes a record before the viewer displays, counts or exports it. */
export type Redaction = (record: unknown) => unknown;

/** The server of the properties: an adapter, else a base URL. */
export function readServer(adapter: unknown, apiBase: unknown): FetchAdapter | string | undefined {
  if (isAdapter(adapter)) return adapter;
  // The value is not quoted: it may contain a token.
  if (!isUnset(adapter)) warnOnce("`adapter` must be an object with a `get` method; the value is ignored.");
  const base = checkValue<string | undefined>("api-base", apiBase, isText, "a URL", undefined);
  return base === undefined || trim(base) === "" ? undefined : usable(base);
}

function usable(base: string): string | undefined {
  try {
    return readApiBase(base);
  } catch (fault) {
    warnOnce(`\`api-base\` is ignored. ${(fault as Error).message}`);
    return undefined;
  }
}

export function readRedaction(redact: unknown): Redaction | undefined {
  return checkValue<Redaction | undefined>("redact", redact, isFunction, "a function", undefined);
}

/** `get` may be inherited: a host's client is often an instance of a class, or a function. */
function isAdapter(value: unknown): value is FetchAdapter {
  return (isRecord(value) || isFunction(value)) && isFunction((value as Partial<FetchAdapter>).get);
}

function isFunction(value: unknown): value is Redaction {
  return typeof value === "function";
}
