import { readApiBase } from "../../api/transport/api-base.js";
import type { FetchAdapter } from "../../api/transport/adapter.js";
import { trim } from "../../core/text/text.js";
import { checkValue, isRecord, isText, isUnset, warnOnce } from "../../core/option-checks.js";

/** Changes a record before the viewer displays, counts or exports it. */
export type Redaction = (record: unknown) => unknown;

/** Reads the server from the properties: an adapter, or else a base URL. */
export function readServer(adapter: unknown, apiBase: unknown): FetchAdapter | string | undefined {
  if (isAdapter(adapter)) return adapter;
  // The value is not quoted: it may contain a token.
  if (!isUnset(adapter)) warnOnce("`adapter` must be an object with a `get` method; the value is ignored.");
  const base = checkValue<string | undefined>("api-base", apiBase, isText, "a URL", undefined);
  return base === undefined || trim(base) === "" ? undefined : checkBase(base);
}

function checkBase(base: string): string | undefined {
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

/** `get` may be inherited, and the adapter may be a function: clients of host pages often are. */
function isAdapter(value: unknown): value is FetchAdapter {
  return (isRecord(value) || isFunction(value)) && isFunction((value as Partial<FetchAdapter>).get);
}

function isFunction(value: unknown): value is Redaction {
  return typeof value === "function";
}
